import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen } from '@secondlife/platform/http/listen';
import { createLogger } from '@secondlife/platform/log';
import { createHttpClient } from '@secondlife/platform/subgraph/http-client';
import { findClosedUrl, sendJson, startRogueServer, type Answer } from '@secondlife/platform/testing/rogue-server';
import { composeLocal, createLocalTransport, type LocalSubgraph } from '../execution/testing/local-graph.js';
import type { SubgraphRequest } from '../execution/transport.js';
import { createGateway, type GatewayOptions } from '../gateway.js';
import { createSupergraphFile } from '../supergraph/supergraph-source.js';

const log = createLogger({ name: 'test', level: 'silent' });

const clocks: LocalSubgraph = {
  name: 'clocks',
  sdl: `
    type Query { clock: Clock }
    type Mutation { wind: Clock }
    type Clock @key(fields: "id") { id: ID! shows: String }
  `,
  resolvers: { Query: { clock: () => ({ id: 'c1', shows: '12:00' }) }, Mutation: { wind: () => ({ id: 'c1', shows: '12:00' }) } },
};
const makers: LocalSubgraph = {
  name: 'makers',
  sdl: 'type Query { makers: [String] } type Mutation { hire: String } type Clock @key(fields: "id") { id: ID! maker: String }',
  resolvers: { Query: { makers: () => ['Junghans'] }, Mutation: { hire: () => 'Ada' }, Clock: { maker: () => 'Junghans' } },
};

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

function serve(subgraph: LocalSubgraph): Answer {
  const transport = createLocalTransport(subgraph);
  return (response, body) => {
    void transport.execute(JSON.parse(body) as SubgraphRequest, undefined).then((result) => sendJson(response, result));
  };
}

async function startGateway(makersUrls: readonly string[], options: Partial<GatewayOptions> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'supergraph-'));
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, composeLocal([clocks, makers]));
  const urls = { clocks: [(await startRogueServer(serve(clocks))).url], makers: makersUrls };
  const subgraphs = new Map(Object.entries(urls).map(([name, addresses]) => [name, createHttpClient({ urls: addresses, viewerSecret: null, maxResponseBytes: 1024 * 1024 })]));
  const gateway = await createGateway({
    // Limits have tests of their own.
    limits: 'off',
    supergraph: createSupergraphFile(file, log),
    subgraphs,
    getTransportSettings: (name) => (name === 'makers' ? { retryDelayMs: 2, timeoutMs: 1_500 } : undefined),
    log,
    ...options,
  });
  closers.push(() => rm(folder, { recursive: true }), ...[...subgraphs.values()].map(({ dispose }) => dispose), gateway.dispose);
  const url = `http://127.0.0.1:${await listen(gateway.app, { port: 0, host: '127.0.0.1' })}/graphql`;
  return async (query: string) => {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
    return (await response.json()) as { data: unknown; errors?: { path: unknown; extensions: { code: string } }[] };
  };
}

const LEAKS = /127\.0\.0\.1|vault|internal|html|retry|circuit|Subgraph(?!_UNAVAILABLE)/;
const pour = (response: ServerResponse): void => {
  const more = (): void => {
    while (!response.destroyed && response.write(Buffer.alloc(64 * 1024, ' ')));
  };
  response.writeHead(200).on('drain', more);
  more();
};

describe('one failing subgraph nulls its part and no more, and tells nothing of why', () => {
  it.each<[string, Answer | undefined]>([
    ['it is dead', undefined],
    ['it answers a page', (response) => response.end('<html>at vault.internal</html>')],
    ['it answers half a JSON', (response) => response.end('{"data":{"_entities":[{"maker":"vau')],
    ['it answers 500', (response) => response.writeHead(500).end('at vault.internal')],
    ['it redirects', (response) => response.writeHead(301, { location: 'http://vault.internal/' }).end()],
    ['it answers without end', pour],
    ['it never answers', () => undefined],
    ['it closes the connection', (response) => response.destroy()],
  ])('when %s', async (_, answer) => {
    const ask = await startGateway([answer ? (await startRogueServer(answer)).url : await findClosedUrl()]);
    const body = await ask('{ clock { shows maker } makers }');
    expect(body.data).toEqual({ clock: { shows: '12:00', maker: null }, makers: null });
    expect(body.errors!.map(({ extensions }) => extensions.code)).toEqual(['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_UNAVAILABLE']);
    expect(JSON.stringify(body)).not.toMatch(LEAKS);
    expect(await ask('{ clock { shows } }')).toEqual({ data: { clock: { shows: '12:00' } } });
  });
});

describe('a subgraph of three addresses, one of which is dead', () => {
  it('fails no request, and no mutation comes twice', async () => {
    const servers = [await startRogueServer(serve(makers)), await startRogueServer(serve(makers))];
    const ask = await startGateway([servers[0]!.url, await findClosedUrl(), servers[1]!.url]);
    for (let times = 0; times < 6; times += 1) {
      expect(await ask('{ clock { maker } makers }')).toEqual({ data: { clock: { maker: 'Junghans' }, makers: ['Junghans'] } });
      expect(await ask('mutation { hire }')).toEqual({ data: { hire: 'Ada' } });
    }
    expect(servers.flatMap(({ bodies }) => bodies).filter((body) => body.includes('hire'))).toHaveLength(6);
  });
});

it('sends the entity fetches of a mutation again, but not the mutation', async () => {
  let failures = 1;
  const well = serve(makers);
  const server = await startRogueServer((response, body, request) => {
    if (failures-- > 0) response.writeHead(503).end();
    else well(response, body, request);
  });
  const ask = await startGateway([server.url]);
  expect(await ask('mutation { wind { shows maker } }')).toEqual({ data: { wind: { shows: '12:00', maker: 'Junghans' } } });
  expect(server.bodies).toHaveLength(2);
  failures = 1;
  expect((await ask('mutation { hire }')).data).toEqual({ hire: null });
  expect(server.bodies).toHaveLength(3);
});

it('answers at once while the circuit is open, and tells the hooks of it', async () => {
  const told: string[] = [];
  const ask = await startGateway([await findClosedUrl()], {
    transportHooks: { onStateChange: (subgraph, state) => told.push(`${subgraph} ${state}`) },
    getTransportSettings: () => ({ maxRetries: 0, breaker: { minTries: 3, openMs: 60_000 } }),
  });
  for (let times = 0; times < 5; times += 1) {
    expect(await ask('{ clock { shows maker } }')).toMatchObject({ data: { clock: { shows: '12:00', maker: null } }, errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] });
  }
  expect(told).toEqual(['makers open']);
});
