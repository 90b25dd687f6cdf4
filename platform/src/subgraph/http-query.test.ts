import type { ServerResponse } from 'node:http';
import type { SignedViewer } from '../signed-viewer.js';
import { leastCpuMs } from '../testing/least-cpu-ms.js';
import { findClosedUrl, sendJson, startRogueServer, type Answer } from '../testing/rogue-server.js';
import { createHttpClient, type HttpClientOptions } from './http-client.js';
import type { SubgraphClient } from './subgraph-client.js';

const viewer: SignedViewer = { userId: 'u1', sessionId: 's1', language: 'en', address: '10.0.0.1', requestId: 'request-1', service: null };
const clients: SubgraphClient[] = [];

function open(urls: string[], options: Partial<HttpClientOptions> = {}): (query?: string, signal?: AbortSignal) => ReturnType<SubgraphClient['execute']> {
  const client = createHttpClient({ urls, viewerSecret: null, ...options });
  clients.push(client);
  return (query = '{ a }', signal = AbortSignal.timeout(10_000)) => client.execute({ query, variables: {} }, { viewer }, signal);
}
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
});

const PAGE = '<!doctype html><title>Stack trace of db.internal</title>';
const pour = (response: ServerResponse): void => {
  const chunk = Buffer.alloc(1024 * 1024, ' ');
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.writeHead(200, { 'content-type': 'application/json' }).on('drain', more);
  more();
};

describe('an answer that is none', () => {
  it.each<[string, string, Answer]>([
    ['a page', 'not-graphql', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE)],
    ['a page that claims to be JSON', 'not-graphql', (response) => response.writeHead(200, { 'content-type': 'application/json' }).end(PAGE)],
    ['JSON that is not GraphQL', 'not-graphql', (response) => sendJson(response, { ok: true })],
    ['a list', 'not-graphql', (response) => sendJson(response, [{ data: {} }])],
    ['a redirect', 'not-graphql', (response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end()],
    ['nothing', 'not-graphql', (response) => response.writeHead(204).end()],
    ['an empty body', 'not-graphql', (response) => response.writeHead(200, { 'content-length': 0 }).end()],
    ['a refusal without errors', 'not-graphql', (response) => response.writeHead(404).end('Not found')],
    ['status 500', 'server-error', (response) => response.writeHead(500).end(PAGE)],
    ['status 503 with GraphQL errors', 'server-error', (response) => sendJson(response, { errors: [{ message: 'Later' }] }, 503)],
    ['half a JSON', 'not-graphql', (response) => response.writeHead(200).end('{"data":{"a":')],
    ['half a body', 'broken', (response) => response.writeHead(200, { 'content-length': 1_000 }).write('{"data":', () => response.destroy())],
    ['no answer at all', 'broken', (response) => response.destroy()],
    ['more bytes than are taken', 'too-large', pour],
    ['a length above what is taken', 'too-large', (response) => response.writeHead(200, { 'content-length': 200 * 1024 * 1024 }).write('{')],
  ])('is a typed failure: %s', async (_, kind, answer) => {
    const server = await startRogueServer(answer);
    const ask = open([server.url], { maxResponseBytes: 4 * 1024 * 1024 });
    await expect(ask()).rejects.toMatchObject({ name: 'SubgraphFailure', kind });
    expect(server.bodies).toHaveLength(1);
  });

  it('says nothing of the body', async () => {
    const server = await startRogueServer((response) => response.writeHead(200).end(PAGE));
    await expect(open([server.url])()).rejects.not.toThrow('db.internal');
  });

  it('of 200 MB costs less than 50 ms of CPU a request, and ends the connection', async () => {
    const server = await startRogueServer((response) => response.writeHead(200, { 'content-length': 200 * 1024 * 1024 }).write('{'));
    const ask = open([server.url]);
    expect(await leastCpuMs(() => expect(ask()).rejects.toMatchObject({ kind: 'too-large' }), 50)).toBeLessThan(50);
    const closed = server.connectionClosed();
    await expect(ask()).rejects.toMatchObject({ kind: 'too-large' });
    await closed;
  });

  it('that never ends is given up with the signal, and its connection closed', async () => {
    const begun = Promise.withResolvers<void>();
    const server = await startRogueServer((response) => response.writeHead(200).write('{"data":', () => begun.resolve()));
    const ask = open([server.url]);
    const controller = new AbortController();
    const answer = ask('{ a }', controller.signal);
    await begun.promise;
    const closed = server.connectionClosed();
    controller.abort(new Error('Nobody waits'));
    await expect(answer).rejects.toThrow('Nobody waits');
    await closed;
  });

  it('leaves the rest unharmed: what comes after it is answered, over the same connections if the failures were short', async () => {
    let times = 0;
    const server = await startRogueServer((response) => {
      times += 1;
      if (times % 2 === 1) response.writeHead(500, { 'content-length': 4 }).end('Oops');
      else sendJson(response, { data: { a: times } });
    });
    const ask = open([server.url]);
    for (let round = 1; round <= 5; round += 1) {
      await expect(ask()).rejects.toMatchObject({ kind: 'server-error' });
      expect(await ask()).toEqual({ data: { a: 2 * round } });
    }
    expect(server.connectionCount()).toBeLessThanOrEqual(2);
  });
});

describe('an answer', () => {
  it('is read whatever type and status below 500 it comes with', async () => {
    const server = await startRogueServer((response) => response.writeHead(401, { 'content-type': 'text/plain' }).end('{"errors":[{"message":"Who?"}]}'));
    expect(await open([server.url])()).toEqual({ errors: [{ message: 'Who?' }] });
  });

  it('in many pieces, cut within a character, is put together', async () => {
    const text = Buffer.from(JSON.stringify({ data: { a: 'été 🪑' } }));
    const server = await startRogueServer((response) => {
      response.writeHead(200);
      const send = (at: number): void => {
        if (at === text.length) response.end();
        else response.write(text.subarray(at, at + 1), () => setImmediate(send, at + 1));
      };
      send(0);
    });
    expect(await open([server.url])()).toEqual({ data: { a: 'été 🪑' } });
  });

  it('keeps its connection for the requests after it', async () => {
    const server = await startRogueServer((response) => sendJson(response, { data: {} }));
    const ask = open([server.url]);
    for (let times = 0; times < 10; times += 1) await ask();
    expect(server.connectionCount()).toBeLessThanOrEqual(2);
  });

  it('is not asked for with more than GraphQL has', async () => {
    const server = await startRogueServer((response) => sendJson(response, { data: {} }));
    await open([server.url])('{ b }');
    expect(server.bodies.map((body) => JSON.parse(body))).toEqual([{ query: '{ b }', variables: {} }]);
  });

  it('does not come where the request was given up before', async () => {
    const server = await startRogueServer((response) => sendJson(response, { data: {} }));
    await expect(open([server.url])('{ a }', AbortSignal.abort(new Error('Too late')))).rejects.toThrow('Too late');
    expect(server.bodies).toEqual([]);
  });
});

describe('several addresses', () => {
  it('share the requests; one that is dead costs none of them, not even a mutation', async () => {
    const answer: Answer = (response) => sendJson(response, { data: { a: 1 } });
    const [one, dead, two] = [await startRogueServer(answer), await findClosedUrl(), await startRogueServer(answer)];
    const ask = open([one.url, dead, two.url]);
    for (let times = 0; times < 12; times += 1) expect(await ask('mutation { a }')).toEqual({ data: { a: 1 } });
    expect(one.bodies.length + two.bodies.length).toBe(12);
    expect(Math.min(one.bodies.length, two.bodies.length)).toBeGreaterThanOrEqual(5);
  });

  it('are passed over when they answer 5xx', async () => {
    const bad = await startRogueServer((response) => response.writeHead(502).end());
    const good = await startRogueServer((response) => sendJson(response, { data: {} }));
    const ask = open([bad.url, good.url]);
    await expect(ask()).rejects.toMatchObject({ kind: 'server-error' });
    for (let times = 0; times < 4; times += 1) await ask();
    expect([bad.bodies.length, good.bodies.length]).toEqual([1, 4]);
  });

  it('never get a request twice that was sent, whatever became of it', async () => {
    const breaking = await startRogueServer((response) => response.destroy());
    const other = await startRogueServer((response) => sendJson(response, { data: {} }));
    await expect(open([breaking.url, other.url])('mutation { a }')).rejects.toMatchObject({ kind: 'broken' });
    expect([breaking.bodies.length, other.bodies.length]).toEqual([1, 0]);
  });

  it('that are all dead are a failure that says so', async () => {
    const ask = open([await findClosedUrl(), await findClosedUrl()]);
    await expect(ask()).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('are used again once they are back', async () => {
    const answer: Answer = (response) => sendJson(response, { data: {} });
    const server = await startRogueServer(answer);
    const ask = open([server.url]);
    await ask();
    await server.stop();
    await expect(ask()).rejects.toMatchObject({ name: 'SubgraphFailure' });
    await startRogueServer(answer, Number(new URL(server.url).port));
    expect(await ask()).toEqual({ data: {} });
  });
});

it('waits for a connection no longer than anybody waits for the answer', async () => {
  const held: ServerResponse[] = [];
  const full = Promise.withResolvers<void>();
  const server = await startRogueServer((response) => {
    held.push(response);
    if (held.length === 32) full.resolve();
  });
  const ask = open([server.url]);
  const controller = new AbortController();
  const busy = Array.from({ length: 32 }, () => ask('{ a }'));
  await full.promise;
  const waiting = ask('{ late }', controller.signal);
  controller.abort(new Error('Nobody waits'));
  await expect(waiting).rejects.toThrow('Nobody waits');
  for (const response of held) sendJson(response, { data: {} });
  await Promise.all(busy);
  expect(server.bodies.filter((body) => body.includes('late'))).toEqual([]);
});
