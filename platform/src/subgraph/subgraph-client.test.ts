import { buildSchema, GraphQLError, type FormattedExecutionResult } from 'graphql';
import { WebSocket } from 'ws';
import { createHttpServer } from '../http/http-server.js';
import { listen } from '../http/listen.js';
import { createLogger } from '../log.js';
import type { SignedViewer } from '../signed-viewer.js';
import { createEntityReader } from './entity-reader.js';
import { createHttpClient } from './http-client.js';
import { createLocalClient } from './local-client.js';
import { createSubgraph, type Subgraph } from './subgraph.js';
import type { SubgraphCall, SubgraphClient } from './subgraph-client.js';
import { registerSubgraph } from './subgraph-server.js';

const log = createLogger({ name: 'test', level: 'silent' });
const secret = 's'.repeat(32);
const viewer: SignedViewer = { userId: 'u1', sessionId: 's1', language: 'en', address: '10.0.0.1', requestId: 'request-1', service: null };
const opened: (() => Promise<void>)[] = [];
/** Set when the endless subscription's source has been closed. */
let isClosed: Promise<void>;

/** A subgraph without a database: what crosses the wire is the subject. */
async function createEcho(): Promise<Subgraph> {
  const schema = buildSchema(`
    type Query { viewer: String fail: String refuse: String cookie: String _entities(representations: [String]): [String] }
    type Subscription { count(to: Int!): Int forever: Int broken: Int }
  `);
  let close: () => void;
  isClosed = new Promise((resolve) => (close = resolve));
  let contexts = 0;
  const query = schema.getQueryType()!.getFields();
  query['viewer']!.resolve = (_source, _args, context: { call: SubgraphCall }) => JSON.stringify(context.call.viewer);
  query['fail']!.resolve = () => {
    throw new Error('SELECT secret FROM vault');
  };
  query['refuse']!.resolve = () => {
    throw new GraphQLError('Not you.', { extensions: { code: 'FORBIDDEN', detail: 'hidden' } });
  };
  query['cookie']!.resolve = (_source, _args, { call }: { call: SubgraphCall }) => {
    call.onSetCookie?.('seen=1');
    return call.cookie;
  };
  const subscription = schema.getSubscriptionType()!.getFields();
  subscription['count']!.subscribe = async function* (_source: unknown, { to }: { to: number }) {
    for (let count = 1; count <= to; count += 1) yield count;
  };
  subscription['count']!.resolve = (_source, _args, context: { number: number }) => context.number;
  subscription['forever']!.subscribe = () => ({
    next: () => new Promise(() => undefined),
    return: async () => {
      close();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  });
  // eslint-disable-next-line require-yield -- it fails before it gives anything
  subscription['broken']!.subscribe = async function* () {
    throw new GraphQLError('Read again.', { extensions: { code: 'SUBSCRIPTION_INTERRUPTED' } });
  };
  return createSubgraph({
    name: 'echo',
    federated: { schema, sdl: '' },
    log,
    createContext: (call) => ({ call, number: (contexts += 1) }),
    checks: { database: async () => undefined },
    start: async () => undefined,
    dispose: async () => undefined,
  });
}

async function serve(): Promise<string> {
  const subgraph = await createEcho();
  const app = createHttpServer({ log, checks: subgraph.checks });
  await registerSubgraph(app, subgraph, secret);
  const port = await listen(app, { port: 0, host: '127.0.0.1' });
  opened.push(async () => {
    await app.close();
    await subgraph.dispose();
  });
  return `http://127.0.0.1:${port}`;
}

async function openHttp(viewerSecret = secret): Promise<SubgraphClient> {
  const client = createHttpClient({ urls: [await serve()], viewerSecret });
  opened.push(client.dispose);
  return client;
}

afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

const collect = async (results: AsyncIterable<FormattedExecutionResult>) => {
  const all: FormattedExecutionResult[] = [];
  for await (const result of results) all.push(result);
  return all;
};

describe.each([
  ['in this process', async () => createLocalClient(await createEcho())],
  ['over HTTP and WebSocket', () => openHttp()],
])('a subgraph %s', (_, open) => {
  it('sees who asks', async () => {
    const { data } = await (await open()).execute({ query: '{ viewer }', variables: {} }, { viewer });
    expect(JSON.parse(data!['viewer'] as string)).toEqual(viewer);
  });

  it('masks what it did not mean to say, and keeps what it did', async () => {
    const { data, errors } = await (await open()).execute({ query: '{ fail refuse }', variables: {} }, { viewer });
    expect(data).toEqual({ fail: null, refuse: null });
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' } }, { message: 'Not you.', extensions: { code: 'FORBIDDEN' } }]);
    expect(JSON.stringify(errors)).not.toMatch(/vault|hidden/);
  });

  it('reads the cookie that it is given, and sets one', async () => {
    const set: string[] = [];
    const { data } = await (await open()).execute({ query: '{ cookie }', variables: {} }, { viewer, cookie: 'a=1', onSetCookie: (value) => set.push(value) });
    expect([data, set]).toEqual([{ cookie: 'a=1' }, ['seen=1']]);
  });

  it('gives each event of a subscription a context of its own', async () => {
    const results = await (await open()).subscribe({ query: 'subscription ($to: Int!) { count(to: $to) }', variables: { to: 3 } }, { viewer });
    const numbers = (await collect(results)).map(({ data }) => data!['count']);
    expect(new Set(numbers).size).toBe(3);
  });

  it('answers a subscription that is not valid, or whose source fails, with one coded result', async () => {
    const client = await open();
    const codesOf = async (query: string) => (await collect(await client.subscribe({ query, variables: {} }, { viewer }))).map(({ errors }) => errors?.[0]?.extensions?.['code']);
    expect(await codesOf('subscription { nothing }')).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(await codesOf('subscription { broken }')).toEqual(['SUBSCRIPTION_INTERRUPTED']);
  });

  it('closes the source as soon as nobody listens, even while an event is awaited', async () => {
    const results = await (await open()).subscribe({ query: 'subscription { forever }', variables: {} }, { viewer });
    const pending = results.next();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await results.return!();
    await isClosed;
    expect((await pending).done).toBe(true);
  });

  it('is well', async () => {
    await expect((await open()).check()).resolves.toBeUndefined();
  });
});

describe('a subgraph in another process', () => {
  it('refuses what is signed with another secret, on HTTP and on a socket', async () => {
    const stranger = await openHttp('x'.repeat(32));
    const { errors } = await stranger.execute({ query: '{ viewer }', variables: {} }, { viewer });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
    const refused = await collect(await stranger.subscribe({ query: 'subscription { count(to: 1) }', variables: {} }, { viewer }));
    expect(refused).toMatchObject([{ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }]);
  });

  it('refuses what is not signed at all, with 401', async () => {
    const response = await fetch(`${await serve()}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ viewer }"}' });
    expect(response.status).toBe(401);
  });

  it('is asked at its addresses in turn', async () => {
    const urls = [await serve(), await serve()];
    const client = createHttpClient({ urls, viewerSecret: secret });
    opened.push(client.dispose);
    const { data: first } = await client.execute({ query: '{ viewer }', variables: {} }, { viewer });
    await client.execute({ query: '{ viewer }', variables: {} }, { viewer });
    expect(first).toBeDefined();
    const metrics = await Promise.all(urls.map(async (url) => (await fetch(`${url}/metrics`)).text()));
    for (const text of metrics) expect(text).toMatch(/http_request_duration_seconds_count\{method="POST",route="\/graphql",status="200"\} 1/);
  });

  it('that goes away breaks the subscription, which throws', async () => {
    const url = await serve();
    const client = createHttpClient({ urls: [url], viewerSecret: secret });
    const results = await client.subscribe({ query: 'subscription { forever }', variables: {} }, { viewer });
    const broken = expect(results.next()).rejects.toThrow('The socket was closed with 1001');
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await new Promise((resolve) => socket.once('open', resolve));
    socket.terminate();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await opened.pop()!();
    await broken;
    await client.dispose();
  });
});

describe('asking the owner', () => {
  const owner = (execute: SubgraphClient['execute']): SubgraphClient => ({ ...createClientStub, execute });
  const createClientStub: SubgraphClient = {
    execute: () => Promise.reject(new Error('not used')),
    subscribe: () => Promise.reject(new Error('not used')),
    check: async () => undefined,
    dispose: async () => undefined,
  };
  const reader = (client: SubgraphClient) => createEntityReader<{ id: string }>({ service: 'chat', owner: client, typeName: 'Exchange', selection: 'version' });

  it('is one request in the service’s own name; null is what the owner does not know', async () => {
    const seen: unknown[] = [];
    const read = reader(
      owner(async ({ variables }, call) => {
        seen.push([variables, call.viewer.service, call.viewer.userId]);
        return { data: { _entities: [{ id: 'a' }, null] } };
      }),
    );
    expect(await read(['a', 'b'])).toEqual([{ id: 'a' }, null]);
    expect(await read([])).toEqual([]);
    expect(seen).toEqual([[{ representations: [{ __typename: 'Exchange', id: 'a' }, { __typename: 'Exchange', id: 'b' }] }, 'chat', null]]);
  });

  it.each<[string, SubgraphClient['execute']]>([
    ['can’t be reached', () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:4003'))],
    ['answers with errors', async () => ({ data: null, errors: [{ message: 'broken' }] })],
    ['answers nonsense', async () => ({ data: {} })],
    ['does not answer within a second', () => new Promise(() => undefined)],
  ])('is SUBGRAPH_UNAVAILABLE, and never "not found", when it %s', async (_, execute) => {
    const answer = reader(owner(execute))(['a']);
    await expect(answer).rejects.toMatchObject({ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } });
    await expect(answer).rejects.not.toThrow('10.0.0.7');
  });
});
