import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import jwt from 'jsonwebtoken';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { createDataSource } from '@secondlife/platform/database/data-source';
import { withDatabase } from '@secondlife/standalone/with-database';
import { createKeyRing } from '@secondlife/users/signing-key/key-ring';
import { SigningKeyRow } from '@secondlife/users/signing-key/signing-key.entity';
import { createGraphClient, type GraphAnswer, type Json } from './graph-client.js';
import { anyCategory, publish, PUBLISH, registerPerson, SEND, turns, type Person } from './people.js';
import { startStandaloneStack, type StandaloneStack } from './stack/standalone-stack.js';

let stack: StandaloneStack;
let nour: Person;
let karim: Person;
let category: string;
let item: Json;
let exchange: Json;

beforeAll(async () => {
  stack = await startStandaloneStack();
  [nour, karim] = await Promise.all([registerPerson(stack.url, 'Nour'), registerPerson(stack.url, 'Karim')]);
  category = await anyCategory(nour.graph);
  item = await publish(nour, category);
  exchange = await turns(karim).propose([(await publish(karim, category)).id], [item.id]);
}, 60_000);
afterAll(() => stack.dispose(), 30_000);

/** What must stand in no answer: stacks, SQL, paths, hosts, ports, and what Node and PostgreSQL say of themselves. */
const INSIDES = /\bat .+:\d+:\d+|node_modules|\/dist\/|SELECT |INSERT |relation "|syntax error at|ECONNREFUSED|ECONNRESET|127\.0\.0\.1:\d|localhost|postgres|TypeORM|QueryFailed|uuid:/i;
const expectNothingInside = (answer: unknown) => expect(JSON.stringify(answer)).not.toMatch(INSIDES);

function expectCode(answer: GraphAnswer, code: string): void {
  expectNothingInside({ data: answer.data, errors: answer.errors });
  expect(answer.status).toBeLessThan(500);
  expect(answer.errors?.map(({ extensions }) => extensions.code)).toContain(code);
  for (const { extensions } of answer.errors ?? []) expect(extensions.requestId).toBe(answer.headers.get('x-request-id'));
}

/** Ids that are nothing, nothing of ours, or something else. */
const wrongIds = () => ['', 'nonsense', randomUUID(), category, nour.id, "'; DROP TABLE item; --", 'é'.repeat(100_000)];

describe('an id that is unknown, malformed, or of another type', () => {
  it('is null where one thing is asked for', async () => {
    for (const id of wrongIds().filter((wrong) => wrong !== nour.id)) expect(await nour.graph.read('query ($id: ID!) { user(id: $id) { id } }', { id })).toBeNull();
    for (const id of wrongIds()) {
      expect(await nour.graph.read('query ($id: ID!) { item(id: $id) { id } }', { id })).toBeNull();
      expect(await nour.graph.read('query ($id: ID!) { exchange(id: $id) { id } }', { id })).toBeNull();
    }
  });

  it('is NotFound where the result has it, else InvalidInput with its field', async () => {
    for (const id of wrongIds()) {
      for (const turn of [turns(nour).accept(id), turns(nour).cancel(id), turns(nour).confirm(id), turns(nour).withdraw(id), turns(nour).counter(id, [item.id], [item.id])]) {
        expect(await turn).toMatchObject({ __typename: 'NotFound' });
      }
      expect(await nour.graph.read(SEND, { input: { exchangeId: id, body: 'x', clientId: 'x' } })).toMatchObject({ __typename: 'NotFound' });
      expect(await turns(nour).propose([item.id], [id])).toMatchObject({ __typename: 'InvalidInput' });
      expect(await turns(nour).propose([id], [item.id])).toMatchObject({ __typename: 'InvalidInput' });
      const input = { title: 'Vélo', description: 'x', condition: 'GOOD', categoryId: category, photoIds: [id] };
      expect(await nour.graph.read(PUBLISH, { input })).toMatchObject({ __typename: 'InvalidInput', field: ['photoIds'] });
      if (id !== category) expect(await nour.graph.read(PUBLISH, { input: { ...input, photoIds: [], categoryId: id } })).toMatchObject({ __typename: 'InvalidInput', field: ['categoryId'] });
    }
  });

  it('of something that is another’s is FORBIDDEN to act on', async () => {
    expectCode(await karim.graph.ask('mutation ($id: ID!) { withdrawItem(id: $id) { __typename } }', { id: item.id }), 'FORBIDDEN');
  });
});

describe('values that break a rule', () => {
  const tooLong = 'x'.repeat(1_000_000);

  it.each([
    ['title', ''],
    ['title', 'ab'],
    ['title', tooLong],
    ['description', ''],
    ['description', tooLong],
    ['wishes', tooLong],
    ['title', 'a\u0000bc'],
  ])('in `%s` of an item are InvalidInput that names it', async (field, value) => {
    const input = { title: 'Vélo', description: 'x', condition: 'GOOD', categoryId: category, [field]: value };
    const answer: Json = await nour.graph.read(PUBLISH, { input });
    expectNothingInside(answer);
    expect(answer).toMatchObject({ __typename: 'InvalidInput', field: [field] });
  });

  it('are said in the language asked for', async () => {
    const input = { title: '', description: 'x', condition: 'GOOD', categoryId: category };
    const inFrench = await createGraphClient({ url: stack.url, accessToken: nour.accessToken, language: 'fr-FR,fr;q=0.9' }).read(PUBLISH, { input });
    const inEnglish = await nour.graph.read(PUBLISH, { input });
    expect([inFrench.message, inEnglish.message]).toEqual(['Entre 3 et 80 caractères.', 'Between 3 and 80 characters.']);
  });

  it.each([
    ['a wrong enum', '{ items(order: SIDEWAYS) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['no such field', '{ items { totalCont } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['no GraphQL', '{ items { ', 'GRAPHQL_PARSE_FAILED'],
    ['first: 0', '{ items(first: 0) { totalCount } }', 'BAD_USER_INPUT'],
    ['first: 101', '{ items(first: 101) { totalCount } }', 'BAD_USER_INPUT'],
    ['first: 101 of exchanges', '{ exchanges(first: 101) { totalCount } }', 'BAD_USER_INPUT'],
    ['a garbage cursor', '{ items(after: "garbage") { totalCount } }', 'BAD_USER_INPUT'],
    ['a cursor of JSON that is not ours', '{ exchanges(after: "WyJ4Il0") { totalCount } }', 'BAD_USER_INPUT'],
    ['a place off the earth', '{ items(near: { lat: 91, lng: 0 }, order: NEAREST) { totalCount } }', 'BAD_USER_INPUT'],
    ['NEAREST to nothing', '{ items(order: NEAREST) { totalCount } }', 'BAD_USER_INPUT'],
    ['a subscription by POST', 'subscription { itemPublished { id } }', 'BAD_USER_INPUT'],
  ])('such as %s are a coded error', async (_, query, code) => {
    expectCode(await nour.graph.ask(query), code);
  });

  it('in variables are a coded error, and no suggestion of what there is', async () => {
    expectCode(await nour.graph.ask('query ($order: ItemOrder!) { items(order: $order) { totalCount } }', { order: 'NEWST' }), 'BAD_USER_INPUT');
    const { errors } = await nour.graph.ask('{ itms { totalCount } }');
    expect(JSON.stringify(errors)).not.toContain('Did you mean');
  });
});

describe('a token', () => {
  const claims = () => ({ sub: nour.id, sid: randomUUID(), iss: 'secondlife-exchange', aud: 'secondlife-exchange-graph' });
  const header = () => ({ ...jwt.decode(nour.accessToken, { complete: true })!.header });
  const foreign = () =>
    jwt.sign(claims(), generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, { algorithm: 'ES256', header: header(), expiresIn: 60 });
  const unsigned = () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ ...header(), alg: 'none' })}.${part({ ...claims(), exp: Math.floor(Date.now() / 1000) + 60 })}.`;
  };
  /** Signed with the platform's own key, an hour ago. */
  const expired = async () => {
    let token = '';
    await withDatabase({ DATA_DIR: stack.dataDir, LOG_LEVEL: 'silent' } as never, async ({ toUrl, secrets }) => {
      const dataSource = await createDataSource({ url: toUrl('users'), schema: 'users', entities: [SigningKeyRow] }).initialize();
      const keys = createKeyRing(dataSource, secrets.passwordSecret);
      token = (await keys.signAccessToken({ userId: nour.id, sessionId: randomUUID(), now: new Date(Date.now() - 3_600_000) })).token;
      await dataSource.destroy();
    });
    return token;
  };
  const cases: [string, () => string | Promise<string>][] = [
    ['expired', expired],
    ['signed by another', foreign],
    ['of `alg: none`', unsigned],
    ['that is no token', () => 'nonsense'],
    ['whose parts are no JSON', () => [JSON.stringify({ alg: 'ES256', typ: 'JWT', kid: 'x' }), 'notjson', 'sig'].map((part) => Buffer.from(part).toString('base64url')).join('.')],
    ['cut short', () => nour.accessToken.slice(0, -10)],
  ];

  it.each(cases)('%s is HTTP 401, in the language asked for', async (_, make) => {
    const accessToken = await make();
    const answer = await createGraphClient({ url: stack.url, accessToken, language: 'fr' }).ask('{ categories { id } }');
    expect(answer.status).toBe(401);
    expectCode(answer, 'UNAUTHENTICATED');
    expect(answer.errors![0]!.message).toContain('jeton');
  });

  it.each(cases)('%s closes a socket with 4403', async (_, make) => {
    expect(await closeCodeOf([{ type: 'connection_init', payload: { authorization: `Bearer ${await make()}` } }])).toBe(4403);
  });

  it('is taken on a socket as an explorer sends it, too', async () => {
    const socket = openSocket();
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { Authorization: `Bearer ${nour.accessToken}`, 'Accept-Language': 'en' } }));
    await once(socket, 'message');
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: '{ me { id } }' } }));
    const [answer] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(answer.toString()).payload.data).toEqual({ me: { id: nour.id } });
    socket.close();
  });

  it('is missing: the field is UNAUTHENTICATED, and the rest is answered', async () => {
    const answer = await createGraphClient({ url: stack.url }).ask('{ me { id } items(first: 1) { totalCount } }');
    expectCode(answer, 'UNAUTHENTICATED');
    expect(answer.data).toEqual({ me: null, items: { totalCount: expect.any(Number) } });
  });

  it('of a session that was logged out is refused within 5 s, and its socket closed', async () => {
    const lou = await registerPerson(stack.url, 'Lou');
    const socket = openSocket();
    await once(socket, 'open');
    const closed = once(socket, 'close');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${lou.accessToken}` } }));
    await once(socket, 'message');
    const startedAt = Date.now();
    expect(await lou.graph.read('mutation { logOut }')).toBe(true);
    expect((await closed)[0]).toBe(4403);
    expect(Date.now() - startedAt).toBeLessThan(5_000);
    expect((await lou.graph.ask('{ me { id } }')).status).toBe(401);
  });
});

describe('HTTP that is not what the graph takes', () => {
  const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) => fetch(`${stack.url}/graphql`, { method: 'POST', headers, body });

  it.each([
    ['no JSON', '{"query": "{ me', 400],
    ['an empty body', '', 400],
    ['JSON that is no request', '42', 400],
    ['an array of requests', '[{"query":"{ categories { id } }"},{"query":"{ categories { id } }"}]', 400],
    ['no query', '{}', 400],
    ['variables that are no object', '{"query":"{ categories { id } }","variables":"x"}', 400],
    ['more than the body may hold', JSON.stringify({ query: `{ categories { id } } # ${'x'.repeat(3_000_000)}` }), 413],
  ])('%s is a coded error', async (_, body, status) => {
    const response = await post(body);
    const answer = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect(response.status).toBe(status);
    expectNothingInside(answer);
    expect(answer.errors[0]!.extensions.code).toMatch(/^(BAD_USER_INPUT|GRAPHQL_)/);
  });

  it('a form that any page could send is refused', async () => {
    const response = await post('query={categories{id}}', { 'content-type': 'application/x-www-form-urlencoded' });
    expect([400, 415]).toContain(response.status);
    expectNothingInside(await response.text());
  });

  it('a mutation by GET is refused', async () => {
    const response = await fetch(`${stack.url}/graphql?query=${encodeURIComponent('mutation { logOut }')}`, { headers: { 'content-type': 'application/json' } });
    expect(response.status).toBe(405);
    expectNothingInside(await response.text());
  });

  it('several operations and no name of one of them is a coded error', async () => {
    for (const operationName of [undefined, '', 'C']) {
      const response = await post(JSON.stringify({ query: 'query A { __typename } query B { __typename }', operationName }));
      const answer = (await response.json()) as { errors: { extensions: { code: string } }[] };
      expect(response.status).toBeLessThan(500);
      expect(answer.errors[0]!.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
  });

  it('another method is 405', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE']) expect((await fetch(`${stack.url}/graphql`, { method })).status).toBe(405);
  });

  it('a document that is nested without end is a coded error, and a socket that sends it lives', async () => {
    const query = '{a'.repeat(20_000);
    const answer = (await (await post(JSON.stringify({ query }))).json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect(answer.errors[0]!.extensions.code).toBe('OPERATION_TOO_COMPLEX');
    expect(answer.errors[0]!.message).not.toContain('stack');
    const socket = openSocket();
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    await once(socket, 'message');
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
    const [message] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(message.toString())).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'OPERATION_TOO_COMPLEX' } }] });
    socket.close();
  });

  it('any origin may ask, without credentials', async () => {
    const response = await fetch(`${stack.url}/graphql`, { method: 'OPTIONS', headers: { origin: 'https://ville.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type,authorization' } });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });
});

const openSocket = (protocol: string | null = 'graphql-transport-ws') => new WebSocket(`${stack.url.replace('http', 'ws')}/graphql`, protocol ?? []);

/** Sends what it is given (objects as JSON) and resolves with the code that the server closes with. */
async function closeCodeOf(frames: (object | string)[], protocol?: string | null): Promise<number> {
  const socket = openSocket(protocol);
  socket.on('error', () => undefined);
  const closed = once(socket, 'close') as Promise<[number, Buffer]>;
  await once(socket, 'open');
  for (const [index, frame] of frames.entries()) {
    socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
    // What follows the first init is sent once that is acknowledged: before, it would be refused for coming too early.
    const isAcknowledged = index === 0 && frames.length > 1 && typeof frame === 'object' && 'type' in frame && frame.type === 'connection_init';
    if (isAcknowledged) await once(socket, 'message');
  }
  const [code, reason] = await closed;
  expectNothingInside(reason.toString());
  return code;
}

describe('a frame that breaks the protocol closes the socket with the protocol’s own code', () => {
  const init = { type: 'connection_init' };
  const subscribe = { id: '1', type: 'subscribe', payload: { query: 'subscription { itemPublished { id } }' } };

  it.each([
    ['no JSON', [init, '{{{'], 4400],
    ['no known type', [init, { type: 'hello' }], 4400],
    ['a subscribe without a query', [init, { id: '1', type: 'subscribe', payload: {} }], 4400],
    ['a subscribe before the init', [subscribe], 4401],
    ['an id that is in use', [init, subscribe, subscribe], 4409],
    ['a second init', [init, init], 4429],
    ['more than a frame may hold', [init, { ...subscribe, payload: { query: `subscription { itemPublished { id } } # ${'x'.repeat(70_000)}` } }], 1009],
  ])('%s', async (_, frames, code) => {
    expect(await closeCodeOf(frames)).toBe(code);
  });

  it('no init within 3 s', async () => {
    expect(await closeCodeOf([])).toBe(4408);
  });

  it('no protocol that is spoken here', async () => {
    expect(await closeCodeOf([], null)).toBe(4406);
  });

  it('but an operation that is wrong gets its error, and the socket lives', async () => {
    const socket = openSocket();
    await once(socket, 'open');
    const messages: Json[] = [];
    socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString())));
    const next = async (count: number) => {
      while (messages.length < count) await once(socket, 'message');
      return messages[count - 1];
    };
    socket.send(JSON.stringify(init));
    await next(1);
    const wrong = ['{ nothing }', 'subscription {', 'subscription { messageAdded(exchangeId: "x") { id } }'];
    for (const [index, query] of wrong.entries()) {
      socket.send(JSON.stringify({ id: String(index), type: 'subscribe', payload: { query } }));
    }
    socket.send(JSON.stringify({ id: 'good', type: 'subscribe', payload: { query: '{ categories { slug } }' } }));
    await next(6);
    expectNothingInside(messages);
    const codeOf = (id: string) => {
      const { type, payload } = messages.find((message) => message.id === id)!;
      return type === 'error' ? payload[0].extensions.code : payload.errors?.[0].extensions.code;
    };
    expect(['0', '1', '2'].map(codeOf)).toEqual(['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED', 'UNAUTHENTICATED']);
    expect(messages.find(({ id, type }) => id === 'good' && type === 'next').payload.data.categories.length).toBeGreaterThan(10);
    socket.close();
  });
});

describe('what a stranger meets beside the graph', () => {
  it.each([['/nowhere', 404], ['/photos/../../etc/passwd', 404], ['/photos/nonsense.webp', 404], ['/revoked-sessions', 404], ['/graphiql/nothing.js', 404]])('%s is %i', async (path, status) => {
    const response = await fetch(`${stack.url}${path}`);
    expect(response.status).toBe(status);
    expectNothingInside(await response.text());
  });

  it('the state of every part at /health, which names no host', async () => {
    const health = (await (await fetch(`${stack.url}/health`)).json()) as { status: string; parts: Record<string, { status: string }> };
    expect(health.status).toBe('up');
    for (const part of ['users', 'items', 'exchanges', 'chat']) expect(health.parts[part]).toMatchObject({ status: 'up' });
    expectNothingInside(health);
  });

  it('Apollo Sandbox for a browser at /graphql, GraphiQL at /graphiql with all its parts from here', async () => {
    const sandbox = await (await fetch(`${stack.url}/graphql`, { headers: { accept: 'text/html' } })).text();
    expect(sandbox).toContain('Sandbox');
    const page = await (await fetch(`${stack.url}/graphiql`)).text();
    const parts = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path!);
    expect(parts.length).toBeGreaterThan(3);
    for (const path of parts) expect([path, (await fetch(new URL(path, stack.url))).status]).toEqual([path, 200]);
    const operations = await readFile(join(import.meta.dirname, '../../schema/operations/1-feed.graphql'), 'utf8');
    expect(page).toContain(JSON.stringify(operations).slice(1, 40));
  });

  it('an exchange of others is as if it were not there', async () => {
    const lou = await registerPerson(stack.url, 'Lou');
    expect(await lou.graph.read('query ($id: ID!) { exchange(id: $id) { id } }', { id: exchange.id })).toBeNull();
  });
});
