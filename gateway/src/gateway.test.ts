import { once } from 'node:events';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { listen } from '@secondlife/platform/http/listen';
import { createLogger } from '@secondlife/platform/log';
import type { SubgraphCall, SubgraphClient } from '@secondlife/platform/subgraph/subgraph-client';
import { composeLocal, createLocalTransport, type LocalSubgraph } from './execution/testing/local-graph.js';
import { createGateway, type Gateway, type GatewayOptions } from './gateway.js';
import { createSupergraphFile } from './supergraph/supergraph-source.js';
import { readSubgraphNames } from './supergraph/subgraph-names.js';

const log = createLogger({ name: 'test', level: 'silent' });

const clocks: LocalSubgraph = {
  name: 'clocks',
  sdl: `
    type Query { clock(id: ID!): Clock }
    type Mutation { wind(id: ID!): Clock }
    type Subscription { ticked(count: Int!): Clock! }
    type Clock @key(fields: "id") { id: ID! time: Int! }
  `,
  resolvers: {
    Query: { clock: (_source, { id }) => ({ id, time: 12 }) },
    Mutation: { wind: (_source, { id }) => ({ id, time: 0 }) },
    Subscription: {
      ticked: {
        async *subscribe(_source, { count }) {
          for (let time = 1; time <= (count as number); time += 1) yield { ticked: { id: 'c1', time } };
        },
      },
    },
  },
};
const makers: LocalSubgraph = {
  name: 'makers',
  sdl: `
    type Clock @key(fields: "id") { id: ID! maker: String secret: String }
  `,
  resolvers: {
    Clock: {
      maker: ({ id }) => `maker of ${String(id)}`,
      secret: () => {
        throw new Error('SELECT * FROM vault');
      },
    },
  },
};

/** What each subgraph was called with, by its name. */
let calls: Map<string, SubgraphCall[]>;
let folder: string;
let gateway: Gateway;
let url: string;

function toClient(subgraph: LocalSubgraph): SubgraphClient {
  const transport = createLocalTransport(subgraph);
  const seen: SubgraphCall[] = [];
  calls.set(subgraph.name, seen);
  return {
    execute(request, call) {
      seen.push(call);
      call.onSetCookie?.(`from=${subgraph.name}`);
      return transport.execute(request, undefined);
    },
    subscribe: (request) => transport.subscribe(request, undefined),
    check: async () => undefined,
    dispose: async () => undefined,
  };
}

async function start(options: Partial<GatewayOptions> = {}): Promise<void> {
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, composeLocal([clocks, makers]));
  gateway = await createGateway({
    supergraph: createSupergraphFile(file, log),
    subgraphs: new Map([clocks, makers].map((subgraph) => [subgraph.name, toClient(subgraph)])),
    // Limits have tests of their own.
    limits: 'off',
    log,
    ...options,
  });
  url = `http://127.0.0.1:${await listen(gateway.app, { port: 0, host: '127.0.0.1' })}`;
}

beforeEach(async () => {
  calls = new Map();
  folder = await mkdtemp(join(tmpdir(), 'supergraph-'));
});
afterEach(async () => {
  await gateway.dispose();
  await rm(folder, { recursive: true });
});

const post = async (query: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }) });
  return { response, body: (await response.json()) as { data?: unknown; errors?: { message: string; extensions: { code: string; requestId: string } }[] } };
};

describe('the door', () => {
  it('answers queries by POST and by GET over several subgraphs', async () => {
    await start();
    const query = '{ clock(id: "c1") { time maker } }';
    const expected = { data: { clock: { time: 12, maker: 'maker of c1' } } };
    expect((await post(query)).body).toEqual(expected);
    expect(await (await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`)).json()).toEqual(expected);
  });

  it('takes no mutation by GET, and no POST that a page could send unasked', async () => {
    await start();
    expect((await fetch(`${url}/graphql?query=${encodeURIComponent('mutation { wind(id: "c1") { time } }')}`)).status).toBe(405);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': type }, body: '{"query":"mutation { wind(id: \\"c1\\") { time } }"}' });
      expect([type, response.status]).toEqual([type, 415]);
    }
    expect(calls.get('clocks')).toEqual([]);
  });

  it('nulls what a failing field would have been, says so with a code, and tells nothing of why', async () => {
    await start();
    const { response, body } = await post('{ clock(id: "c1") { time secret } }');
    expect(body.data).toEqual({ clock: { time: 12, secret: null } });
    expect(body.errors).toEqual([
      { message: expect.any(String), path: ['clock', 'secret'], extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: response.headers.get('x-request-id') } },
    ]);
    expect(JSON.stringify(body)).not.toContain('vault');
  });

  it('shows cookies to the subgraphs that may see them, and no other sets any', async () => {
    await start({ cookieSubgraphs: ['clocks'] });
    const { response } = await post('{ clock(id: "c1") { maker } }', { cookie: 'session=1' });
    expect(calls.get('clocks')![0]!.cookie).toBe('session=1');
    expect(calls.get('makers')![0]!.cookie).toBeUndefined();
    expect(response.headers.getSetCookie()).toEqual(['from=clocks']);
  });

  it('tells subgraphs the language, the address and the request’s id', async () => {
    await start();
    const { response } = await post('{ clock(id: "c1") { time } }', { 'accept-language': 'en', 'x-request-id': 'my-own-request-1' });
    expect(calls.get('clocks')![0]!.viewer).toEqual({ userId: null, sessionId: null, language: 'en', address: '127.0.0.1', requestId: 'my-own-request-1', service: null });
    expect(response.headers.get('x-request-id')).toBe('my-own-request-1');
  });

  it('lets only the named origins in, when any are named', async () => {
    await start({ allowedOrigins: ['https://app.example'] });
    const allow = async (origin: string) => (await post('{ clock(id: "c1") { time } }', { origin })).response.headers.get('access-control-allow-origin');
    expect(await allow('https://app.example')).toBe('https://app.example');
    expect(await allow('https://evil.example')).toBeNull();
    const refused = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { origin: 'https://evil.example' });
    const [error] = (await once(refused, 'error')) as [Error];
    expect(error.message).toContain('401');
  });
});

describe('introspection', () => {
  it.each([[true], [false]])('is allowed on HTTP and on sockets alike: %s', async (allowsIntrospection) => {
    await start({ allowsIntrospection });
    const query = '{ __schema { queryType { name } } }';
    const client = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 });
    const onSocket = await client.iterate({ query }).next().then(
      ({ value }) => Boolean(value?.data),
      () => false,
    );
    expect([Boolean((await post(query)).body.data), onSocket]).toEqual([allowsIntrospection, allowsIntrospection]);
    await client.dispose();
  });
});

describe('subscriptions', () => {
  it('answer each event in order, with fields of other subgraphs', async () => {
    await start();
    const client = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 });
    const events: unknown[] = [];
    for await (const { data } of client.iterate({ query: 'subscription { ticked(count: 3) { time maker } }' })) events.push(data);
    expect(events).toEqual([1, 2, 3].map((time) => ({ ticked: { time, maker: 'maker of c1' } })));
    await client.dispose();
  });
});

describe('the supergraph', () => {
  it('is loaded again when its file changes, and a broken one changes nothing', async () => {
    await start();
    const file = join(folder, 'supergraph.graphql');
    const replace = async (text: string) => {
      await writeFile(`${file}.new`, text);
      await rename(`${file}.new`, file);
    };
    const later: LocalSubgraph = { ...makers, sdl: makers.sdl.replace('secret: String', 'secret: String town: String') };
    await replace('type Nothing');
    await replace(composeLocal([clocks, later]));
    const ask = () => post('{ clock(id: "c1") { time __typename } __type(name: "Clock") { fields { name } } }');
    const hasTown = async () => JSON.stringify((await ask()).body.data).includes('town');
    for (let tries = 0; !(await hasTown()); tries += 1) {
      if (tries > 100) throw new Error('The changed supergraph was not loaded');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await replace('type Nothing');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await hasTown()).toBe(true);
  });

  it('names its subgraphs', () => {
    expect(readSubgraphNames(composeLocal([clocks, makers]))).toEqual(['clocks', 'makers']);
  });
});
