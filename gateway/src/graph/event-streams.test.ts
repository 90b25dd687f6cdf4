import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { startLiveRig, type LiveRig } from '../live/testing/live-rig.js';
import type { Json } from '../live/testing/socket-client.js';

let rig: LiveRig;
const streams: IncomingMessage[] = [];
beforeAll(async () => {
  rig = await startLiveRig();
});
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.destroy();
  await rig.reset();
});
afterAll(() => rig.dispose());

/** For a test that stops its gateway, or has another. */
async function withRigOfItsOwn(options: Parameters<typeof startLiveRig>[0], test: () => Promise<void>): Promise<void> {
  const shared = rig;
  rig = await startLiveRig(options);
  try {
    await test();
  } finally {
    await rig.dispose();
    rig = shared;
  }
}

const POSTED = 'subscription ($after: Int) { posted(room: "r", after: $after) { seq author } }';
const WHISPERED = 'subscription { whispered(room: "r") { body } }';
const ACCEPT = { accept: 'text/event-stream' };

interface Event { event?: string; id?: string; data?: Json }
interface Stream {
  response: IncomingMessage;
  /** Resolves once there are so many events, with all of them. */
  until(count: number): Promise<Event[]>;
  /** Resolves with all events once the response has ended. */
  ended: Promise<Event[]>;
  text(): string;
}

/** Reads a stream as an EventSource would. */
async function open({ query, variables, method = 'POST', headers = {} }: { query: string; variables?: object; method?: string; headers?: Record<string, string> }): Promise<Stream> {
  const search = new URLSearchParams({ query, ...(variables && { variables: JSON.stringify(variables) }) });
  const isGet = method === 'GET';
  const sent = request(`${rig.url}/graphql${isGet ? `?${search}` : ''}`, { method, headers: { ...ACCEPT, ...(!isGet && { 'content-type': 'application/json' }), ...headers } });
  sent.end(isGet ? undefined : JSON.stringify({ query, variables }));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  streams.push(response);
  let text = '';
  const events = (): Event[] =>
    text
      .split('\n\n')
      .slice(0, -1)
      .filter((block) => !block.startsWith(':'))
      .map((block) => Object.fromEntries(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()])))
      .map((event: Record<string, string>) => ({ ...event, ...(event['data'] && { data: JSON.parse(event['data']) }) }));
  response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('error', () => undefined);
  const ended = new Promise<Event[]>((resolve) => response.once('close', () => resolve(events())));
  return {
    response,
    async until(count) {
      while (events().length < count) await once(response, 'data');
      return events();
    },
    ended,
    text: () => text,
  };
}

describe('an event stream', () => {
  it.each(['POST', 'GET'])('answers a subscription by %s, event by event, with their numbers as ids', async (method) => {
    rig.feed.append('r');
    const stream = await open({ query: POSTED, variables: { after: 0 }, method });
    expect([stream.response.statusCode, stream.response.headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect(stream.response.headers['x-request-id']).toBeDefined();
    expect(stream.response.headers['access-control-allow-origin']).toBe('*');
    expect(await stream.until(1)).toEqual([{ event: 'next', id: '1', data: { data: { posted: { seq: 1, author: 'author of r-1' } } } }]);
    rig.feed.append('r');
    expect((await stream.until(2))[1]).toMatchObject({ event: 'next', id: '2' });
    stream.response.destroy();
    await rig.feed.until(() => rig.feed.countOpen() === 0);
    expect(rig.gateway.getLiveCounts().subscriptions).toBe(0);
  });

  it('goes on from the last event that an EventSource had', async () => {
    for (let count = 0; count < 4; count += 1) rig.feed.append('r');
    const stream = await open({ query: POSTED, method: 'GET', headers: { 'last-event-id': '2' } });
    expect((await stream.until(2)).map(({ id }) => id)).toEqual(['3', '4']);
  });

  it('shares its upstream with sockets', async () => {
    const client = await rig.connect();
    client.subscribe('a', WHISPERED);
    await rig.feed.until(() => rig.feed.countOpen() === 1);
    const stream = await open({ query: WHISPERED });
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 2);
    rig.feed.append('r');
    expect((await stream.until(1))[0]).toEqual({ event: 'next', data: { data: { whispered: { body: 'text' } } } });
    expect(rig.feed.asked.length).toBe(1);
  });

  it('answers a query with one event, and tells an EventSource that it is complete', async () => {
    const stream = await open({ query: '{ ping }', method: 'GET' });
    const events = await stream.ended;
    expect(events.map(({ event }) => event)).toEqual(['next', 'complete']);
    expect(stream.text().endsWith('event: complete\ndata:\n\n')).toBe(true);
  });

  it('answers what is not valid with its errors, and then is complete', async () => {
    const events = await (await open({ query: 'subscription { nothing }' })).ended;
    expect(events).toMatchObject([{ event: 'next', data: { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED', requestId: expect.any(String) } }] } }, { event: 'complete' }]);
  });

  it('is told of lost events, as a socket is', async () => {
    const stream = await open({ query: WHISPERED });
    await rig.feed.until(() => rig.feed.countOpen() === 1);
    rig.feed.cut();
    expect(await stream.ended).toMatchObject([{ event: 'next', data: { errors: [{ extensions: { code: 'SUBSCRIPTION_INTERRUPTED' } }] } }, { event: 'complete' }]);
  });

  it('ends with UNAUTHENTICATED when its token ends, and when its session is ended', async () => {
    const expired = [{ event: 'next', data: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } }, { event: 'complete' }];
    const short = await open({ query: WHISPERED, headers: { authorization: `Bearer ${rig.toToken('u1', { seconds: 2 })}` } });
    const revoked = await open({ query: WHISPERED, headers: { authorization: `Bearer ${rig.toToken('u2')}` } });
    rig.revoked.push('session of u2');
    expect(await short.ended).toMatchObject(expired);
    expect(await revoked.ended).toMatchObject(expired);
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 0);
  });

  it('is cut without a word when the process stops and it can go on elsewhere; any other is told', () =>
    withRigOfItsOwn({}, async () => {
      const [numbered, plain] = [await open({ query: POSTED, variables: { after: 0 } }), await open({ query: WHISPERED })];
      await rig.feed.until(() => rig.feed.countOpen() === 2);
      const stopping = rig.gateway.app.close();
      expect(await numbered.ended).toEqual([]);
      expect(await plain.ended).toMatchObject([{ data: { errors: [{ extensions: { code: 'SUBSCRIPTION_INTERRUPTED' } }] } }, { event: 'complete' }]);
      await stopping;
    }));

  it('whose client has left before it begins is not there', async () => {
    for (let count = 0; count < 30; count += 1) {
      const { hostname, port } = new URL(rig.url);
      const wire = connect(Number(port), hostname);
      wire.write(`GET /graphql?query=${encodeURIComponent(WHISPERED)} HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\n\r\n`);
      await once(wire, 'connect');
      if (count % 3 > 0) await new Promise(setImmediate);
      if (count % 3 > 1) await new Promise((resolve) => setTimeout(resolve, 1));
      wire.resetAndDestroy();
    }
    const last = await open({ query: '{ ping }' });
    await last.ended;
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 0);
  });

  it('of a client that does not read leaves its lane, and goes on when it reads', async () => {
    const stream = await open({ query: 'subscription { posted(room: "r", after: 0) { seq body } }' });
    await rig.feed.until(() => rig.feed.countOpen() === 1);
    stream.response.pause();
    for (let count = 0; count < 400; count += 1) {
      rig.feed.append('r', 'x'.repeat(30_000));
      if (count % 20 === 19) await new Promise(setImmediate);
    }
    await rig.until(() => rig.gateway.getLiveCounts().waiting === 1);
    stream.response.resume();
    const events = await stream.until(400);
    expect(events.map(({ id }) => Number(id))).toEqual(Array.from({ length: 400 }, (_, index) => index + 1));
  }, 60_000);
});

describe('a request for an event stream is refused', () => {
  const post = (body: string, headers: Record<string, string> = {}) => fetch(`${rig.url}/graphql`, { method: 'POST', headers: { ...ACCEPT, 'content-type': 'application/json', ...headers }, body });
  const codeOf = async (response: Response) => ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code;

  it('with a body that no page may send unasked, or that is none', async () => {
    expect((await post('{"query":"{ ping }"}', { 'content-type': 'text/plain' })).status).toBe(415);
    for (const body of ['{"query":1}', '{"query":"{ ping }","variables":[]}', '[]']) {
      const response = await post(body);
      expect([body, response.status, await codeOf(response)]).toEqual([body, 400, 'BAD_USER_INPUT']);
    }
    expect((await fetch(`${rig.url}/graphql?query={ping}&variables={`, { headers: ACCEPT })).status).toBe(400);
  });

  it('with a token that is none', async () => {
    const response = await post('{"query":"{ ping }"}', { authorization: 'Bearer x' });
    expect([response.status, await codeOf(response)]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('where its client has too many', () =>
    withRigOfItsOwn({ limits: { live: { connectionsPerAddress: 2, subscriptionsPerAddress: 1 } } }, async () => {
      const stream = await open({ query: WHISPERED });
      const second = await post(JSON.stringify({ query: WHISPERED }));
      expect([second.status, await codeOf(second)]).toEqual([429, 'RATE_LIMITED']);
      await rig.connect();
      const third = await post('{"query":"{ ping }"}');
      expect([third.status, await codeOf(third)]).toEqual([429, 'RATE_LIMITED']);
      stream.response.destroy();
      await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 0);
      const last = await post('{"query":"{ ping }"}');
      expect([last.status, await last.text()]).toEqual([200, expect.stringContaining('pong')]);
    }));
});
