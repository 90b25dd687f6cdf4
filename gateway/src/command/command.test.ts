import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { composeLocal, createLocalTransport, type LocalSubgraph } from '../execution/testing/local-graph.js';
import type { SubgraphRequest } from '../execution/transport.js';

/** Ten for a look at the event loop each, and a few of what Node does by itself. */
const CALM_WAKES_PER_SECOND = 20;

const COMMAND = fileURLToPath(new URL('../../dist/command/main.js', import.meta.url));

const clocks: LocalSubgraph = {
  name: 'clocks',
  sdl: 'type Query { clock: Clock } type Clock @key(fields: "id") { id: ID! shows: String }',
  resolvers: { Query: { clock: () => ({ id: 'c1', shows: '12:00' }) } },
};
const makers: LocalSubgraph = {
  name: 'makers',
  sdl: 'type Query { makers: [String] } type Clock @key(fields: "id") { id: ID! maker: String }',
  resolvers: { Query: { makers: () => [] }, Clock: { maker: () => 'Junghans' } },
};

let folder: string;
let supergraph: string;
let addresses: Record<string, string>;
const seen: IncomingHttpHeaders[] = [];
const servers: Server[] = [];
const running = new Set<ChildProcess>();

/** A subgraph as someone else runs it: GraphQL over HTTP at a path of its own, and nothing beside it. */
async function serve(subgraph: LocalSubgraph): Promise<string> {
  const transport = createLocalTransport(subgraph);
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    seen.push(request.headers);
    const result = request.url === '/api' ? await transport.execute((await json(request)) as SubgraphRequest, undefined) : null;
    response.writeHead(result ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  };
  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sle-gateway-'));
  addresses = { clocks: await serve(clocks), makers: await serve(makers) };
  supergraph = join(folder, 'supergraph.graphql');
  const named = Object.entries(addresses).reduce((sdl, [name, url]) => sdl.replace(new RegExp(`(name: "${name}", url: )""`), `$1"${url}"`), composeLocal([clocks, makers]));
  await writeFile(supergraph, named);
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
  seen.length = 0;
});
afterAll(async () => {
  for (const server of servers) server.close();
  await rm(folder, { recursive: true });
});

interface Started {
  child: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
}
function start(...args: string[]): Started {
  // No variable of ours: the command needs none.
  const child = spawn(process.execPath, [COMMAND, ...args], { env: { PATH: process.env['PATH'] }, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output, ended: once(child, 'close').then(([code]) => code as number | null) };
}
async function untilReady({ child, output, ended }: Started): Promise<string> {
  const isReady = () => /"port":(\d+).*"msg":"ready"/.exec(output())?.[1];
  const over = ended.then(() => true);
  while (!isReady()) if (await Promise.race([once(child.stdout!, 'data').then(() => false), over])) throw new Error(output());
  return `http://127.0.0.1:${isReady()}`;
}
const ask = async (url: string, query: string) =>
  (await (await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) })).json()) as unknown;
const configure = async (yaml: string): Promise<string> => {
  const file = join(folder, `${Math.random()}.yaml`);
  await writeFile(file, yaml);
  return file;
};

describe('npm run gateway', () => {
  it('serves a supergraph of others at the addresses that it names, says when it is ready, and ends with 0', async () => {
    const started = start('--supergraph', supergraph, '--port', '0');
    const url = await untilReady(started);
    const health = await fetch(`${url}/health`);
    expect([health.status, await health.json()]).toMatchObject([200, { status: 'up', parts: { clocks: { status: 'up' }, makers: { status: 'up' } } }]);
    expect(await ask(url, '{ clock { shows maker } }')).toEqual({
      data: { clock: { shows: '12:00', maker: 'Junghans' } },
      extensions: { cost: { requestedQueryCost: 1, throttleStatus: { maximumAvailable: 1_000_000, currentlyAvailable: 999_999, restoreRate: 20_000 } } },
    });
    // What our own subgraphs are told of who asks is no business of others.
    expect(seen.flatMap((headers) => Object.keys(headers)).filter((name) => name.startsWith('x-') && name !== 'x-request-id')).toEqual([]);
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
  });

  it('takes addresses and settings from a file', async () => {
    const elsewhere = join(folder, 'elsewhere.graphql');
    await writeFile(elsewhere, (await readFile(supergraph, 'utf8')).replaceAll(addresses['makers']!, 'http://127.0.0.1:9/gone'));
    const config = await configure(`introspection: false\nlimits: { cost: { maximum: 1 }, operation: { depth: 2 } }\nsubgraphs:\n  makers:\n    urls: ['${addresses['makers']}']\n`);
    const url = await untilReady(start('--supergraph', elsewhere, '--port', '0', '--config', config));
    expect(await ask(url, '{ clock { maker } }')).toMatchObject({ data: { clock: { maker: 'Junghans' } } });
    expect(await ask(url, '{ clock { maker } again: clock { maker } }')).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_TOO_COMPLEX' } }] });
    expect(await ask(url, '{ __schema { queryType { name } } }')).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  });

  it('hands on the headers that the file names, also those that a socket has as parameters', async () => {
    const config = await configure('propagateHeaders: [Authorization, x-tenant]\n');
    const url = await untilReady(start('--supergraph', supergraph, '--port', '0', '--config', config));
    const own = { authorization: 'Bearer of theirs', 'x-tenant': 'a' };
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { ...own, 'content-type': 'application/json', 'x-other': 'b' }, body: '{"query":"{ clock { maker } }"}' });
    expect(await answer.json()).toMatchObject({ data: { clock: { maker: 'Junghans' } } });
    const client = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, connectionParams: { Authorization: 'Bearer by socket' } });
    expect((await client.iterate({ query: '{ clock { shows } }' }).next()).value).toMatchObject({ data: { clock: { shows: '12:00' } } });
    await client.dispose();
    const stream = await fetch(`${url}/graphql`, { method: 'POST', headers: { ...own, 'content-type': 'application/json', accept: 'text/event-stream' }, body: '{"query":"{ makers }"}' });
    expect(await stream.text()).toContain('"makers":[]');
    const asked = seen.map((headers) => [headers['authorization'], headers['x-tenant'], headers['x-other']]);
    expect(asked).toEqual([
      ['Bearer of theirs', 'a', undefined],
      ['Bearer of theirs', 'a', undefined],
      ['Bearer by socket', undefined, undefined],
      ['Bearer of theirs', 'a', undefined],
    ]);
  });

  it('asks the subgraphs that a new supergraph adds or has elsewhere, and no more those that it drops', async () => {
    const changing = join(folder, 'changing.graphql');
    const named = await readFile(supergraph, 'utf8');
    const alone = composeLocal([clocks]).replace('url: ""', `url: "${addresses['clocks']}"`);
    await writeFile(changing, alone);
    const url = await untilReady(start('--supergraph', changing, '--port', '0'));
    const parts = async () => Object.keys(((await (await fetch(`${url}/health`)).json()) as { parts: object }).parts);
    const until = async (isSo: () => Promise<boolean>) => {
      while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    expect(await parts()).toEqual(['clocks']);
    await writeFile(changing, named);
    await until(async () => (await parts()).length === 2);
    await until(async () => !('errors' in ((await ask(url, '{ clock { maker } }')) as object)));
    const moved = await serve(makers);
    await writeFile(changing, named.replaceAll(addresses['makers']!, moved));
    await until(async () => {
      seen.length = 0;
      await ask(url, '{ clock { maker } }');
      return seen.some(({ host }) => moved.includes(host!));
    });
    await writeFile(changing, composeLocal([clocks, makers]));
    await writeFile(changing, alone);
    await until(async () => (await parts()).length === 1);
    expect(await ask(url, '{ clock { shows } }')).toMatchObject({ data: { clock: { shows: '12:00' } } });
  });

  it('is as patient with a subgraph as the file says', async () => {
    const config = await configure('subgraphs: { makers: { timeoutMs: 50, maxRetries: 0 } }\n');
    const mute = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(mute, 'listening');
    servers.push(mute);
    const elsewhere = join(folder, 'mute.graphql');
    await writeFile(elsewhere, (await readFile(supergraph, 'utf8')).replaceAll(addresses['makers']!, `http://127.0.0.1:${(mute.address() as AddressInfo).port}/api`));
    const url = await untilReady(start('--supergraph', elsewhere, '--port', '0', '--config', config));
    const startedMs = performance.now();
    expect(await ask(url, '{ clock { shows maker } }')).toMatchObject({ data: { clock: { shows: '12:00', maker: null } }, errors: [{ path: ['clock'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] });
    expect(performance.now() - startedMs).toBeLessThan(5_000);
    mute.closeAllConnections();
  });

  it('lets everything run where it is to have no limits, and tells nothing of cost', async () => {
    const url = await untilReady(start('--supergraph', supergraph, '--port', '0', '--limits', 'off'));
    const aliases = Array.from({ length: 100 }, (_, n) => `a${n}: __typename`).join(' ');
    expect(Object.keys((await ask(url, `{ ${aliases} }`)) as object)).toEqual(['data']);
  });

  // Linux alone tells how often a process was woken.
  (existsSync('/proc/self/status') ? it : it.skip)('rests while nobody asks', async () => {
    const started = start('--supergraph', supergraph, '--port', '0');
    await ask(await untilReady(started), '{ clock { shows } }');
    const readWakes = async () => Number(/^voluntary_ctxt_switches:\s+(\d+)$/m.exec(await readFile(`/proc/${started.child.pid}/status`, 'utf8'))![1]);
    const wakes: number[] = [];
    while (wakes.length < 8 && !wakes.some((count) => count < CALM_WAKES_PER_SECOND)) {
      const before = await readWakes();
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      wakes.push((await readWakes()) - before);
    }
    expect(Math.min(...wakes)).toBeLessThan(CALM_WAKES_PER_SECOND);
  });

  it.each<[string, () => Promise<string[]>, RegExp]>([
    ['limits that are neither on nor off', async () => ['--supergraph', supergraph, '--limits', 'maybe'], /--limits can be on or off/],
    ['a limit that there is none of', async () => ['--supergraph', supergraph, '--config', await configure('limits: { operation: { height: 3 } }')], /limits\.operation.*height/s],
    ['nothing', async () => [], /--supergraph is missing.*Usage:/s],
    ['an option that there is none of', async () => ['--supergraph', supergraph, '--prot', '1'], /--prot.*Usage:/s],
    ['a port that is none', async () => ['--supergraph', supergraph, '--port', 'x'], /--port must be a number/],
    ['a file that is not there', async () => ['--supergraph', join(folder, 'none.graphql')], /none\.graphql: ENOENT/],
    ['a file that is no GraphQL', async () => ['--supergraph', await configure('type {')], /Syntax Error/],
    ['a schema that is no supergraph', async () => ['--supergraph', await configure('type Query { a: Int }')], /no supergraph/],
    ['a header that is not propagated', async () => ['--supergraph', supergraph, '--config', await configure('propagateHeaders: [content-length]')], /propagateHeaders\.0: is not a header that can be propagated/],
    ['a setting that there is none of', async () => ['--supergraph', supergraph, '--config', await configure('limit: 3')], /Unrecognized key: "limit"/],
    ['an address that is none', async () => ['--supergraph', supergraph, '--config', await configure('subgraphs: { clocks: { urls: [nowhere] } }')], /subgraphs\.clocks\.urls\.0: must be an http\(s\) address/],
    ['a manifest of documents that is none', async () => ['--supergraph', supergraph, '--config', await configure(`trustedDocuments: { file: '${supergraph}' }`)], /supergraph\.graphql: .*JSON/s],
    ['a subgraph that the supergraph lacks', async () => ['--supergraph', supergraph, '--config', await configure('subgraphs: { cocks: { urls: ["http://a"] } }')], /no subgraph cocks; it has clocks, makers/],
    ['a supergraph without addresses', async () => ['--supergraph', await configure(composeLocal([clocks, makers]))], /no address for subgraph clocks/],
  ])('given %s, says so in a line or two, and ends with 2', async (_, toArgs, expected) => {
    const { ended, output } = start('--port', '0', ...(await toArgs()));
    expect(await ended).toBe(2);
    expect(output()).toMatch(expected);
    expect(output()).not.toMatch(/\n\s+at /);
  });
});
