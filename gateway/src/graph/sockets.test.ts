import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect as connectTo, type Socket } from 'node:net';
import { json } from 'node:stream/consumers';
import { createLogger } from '@secondlife/platform/log';
import { startLiveRig, type LiveRig } from '../live/testing/live-rig.js';
import type { SocketClient } from '../live/testing/socket-client.js';

let rig: LiveRig;

const WHISPERED = 'subscription { whispered(room: "r") { body } }';
const subscribe = (id = '1') => ({ id, type: 'subscribe', payload: { query: WHISPERED } });
const INIT = { type: 'connection_init' };

/** Begun before all else, so that the other tests go on meanwhile. */
let silence: { rig: LiveRig; present: SocketClient; lastedMs: Promise<number>; streams: Socket };
beforeAll(async () => {
  const { connect, until, gateway, url } = (rig = await startLiveRig());
  const [lost, present] = [await connect(), await connect()];
  const streams = connectTo(Number(new URL(url).port), '127.0.0.1');
  for (const query of [WHISPERED, '{ ping }']) streams.write(`GET /graphql?query=${encodeURIComponent(query)} HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\n\r\n`);
  for (const client of [lost, present]) client.subscribe('a', WHISPERED);
  await until(() => gateway.getLiveCounts().subscriptions === 3);
  // As a phone out of reach: nothing is read, and nothing is closed.
  lost.socket.pause();
  const beganMs = performance.now();
  const lastedMs = until(() => gateway.getLiveCounts().subscriptions === 2).then(() => performance.now() - beganMs);
  silence = { rig, present, lastedMs, streams };
});
afterAll(() => silence.rig.dispose());

describe('a socket is closed with the code of its protocol', () => {
  beforeAll(async () => {
    rig = await startLiveRig();
  });
  afterAll(() => rig.dispose());

  it.each<[number, string, (object | string)[]]>([
    [4400, 'no JSON', [INIT, '{{{']],
    [4400, 'no known type', [INIT, { type: 'hello' }]],
    [4400, 'a subscribe without a query', [INIT, { id: '1', type: 'subscribe', payload: {} }]],
    [4400, 'a subscribe without an id', [INIT, { type: 'subscribe', payload: { query: WHISPERED } }]],
    [4401, 'a subscribe before the init', [subscribe()]],
    [4403, 'a token that is none', [{ ...INIT, payload: { authorization: 'Bearer x' } }]],
    [4409, 'an id that is in use', [INIT, subscribe(), subscribe()]],
    [4429, 'a second init', [INIT, INIT]],
    [1009, 'more than a frame may hold', [INIT, { ...subscribe(), payload: { query: `${WHISPERED} # ${'x'.repeat(65_536)}` } }]],
  ])('%i: %s', async (code, _, frames) => {
    const client = await rig.openClient();
    for (const [index, frame] of frames.entries()) {
      client.send(frame);
      // What follows an init is sent once that is acknowledged: before, it would be refused for coming too early.
      if (index === 0 && frames.length > 1) await client.until(() => client.frames.length > 0);
    }
    expect((await client.closed).code).toBe(code);
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 0);
  });

  it('4406: no protocol that is spoken here', async () => {
    for (const protocol of [null, 'graphql-ws']) {
      const client = await rig.openClient(protocol).catch((error: Error) => error);
      if (client instanceof Error) expect(client.message).toContain('subprotocol');
      else expect((await client.closed).code).toBe(4406);
    }
  });

  it('an offer of another protocol is passed over, and the request answered', async () => {
    const asked = request(`${rig.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQ' } });
    asked.end('{"query":"{ ping }"}');
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    expect([answer.statusCode, await json(answer)]).toEqual([200, { data: { ping: 'pong' } }]);
  });

  it('4408: no init within 3 s', async () => {
    const client = await rig.openClient();
    expect((await client.closed).code).toBe(4408);
  });

  it('1001: the process stops', async () => {
    const client = await rig.connect();
    client.subscribe('a', WHISPERED);
    await rig.feed.until(() => rig.feed.countOpen() === 1);
    const stopping = rig.gateway.app.close();
    expect((await client.closed).code).toBe(1001);
    await stopping;
  });
});

describe('a socket is closed where the gateway itself fails', () => {
  afterEach(() => rig.dispose());

  it('with 1013: tokens can’t be checked at the moment, at the init or when one is renewed', async () => {
    rig = await startLiveRig({ identity: { readKeys: () => Promise.reject(new Error('users is down')), readRevokedSessions: async () => [] } });
    const authorization = `Bearer ${rig.toToken('u1')}`;
    const someone = await rig.openClient();
    someone.send({ ...INIT, payload: { authorization } });
    expect(await someone.closed).toEqual({ code: 1013, reason: 'Try again later' });
    const nobody = await rig.connect();
    nobody.send({ type: 'ping', payload: { authorization } });
    expect((await nobody.closed).code).toBe(1013);
  });

  it('with 4500: nobody foresaw it', async () => {
    const write = (line: string): void => {
      if (line.includes('subscription begun')) throw new Error('ENOSPC: no space left on /var/log');
    };
    rig = await startLiveRig({ log: createLogger({ name: 'test', level: 'info', destination: { write } }) });
    const client = await rig.connect();
    client.subscribe('a', WHISPERED);
    expect(await client.closed).toEqual({ code: 4500, reason: 'Internal server error' });
  });
});

describe('an id that comes again', () => {
  beforeAll(async () => {
    rig = await startLiveRig();
  });
  afterAll(() => rig.dispose());

  it.each([
    ['before the first operation has begun', async () => undefined],
    ['while the first one goes on', () => rig.feed.until(() => rig.feed.countOpen() === 1)],
  ])('is that of the second operation alone: %s', async (_, untilThen) => {
    await rig.reset();
    const client = await rig.connect();
    const begin = (room: string) => client.subscribe('1', 'subscription ($room: ID!) { whispered(room: $room) { body } }', { room });
    begin('first');
    await untilThen();
    client.send({ id: '1', type: 'complete' });
    begin('second');
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 1 && rig.feed.countOpen() === 1 && rig.feed.asked.length > 0);
    await client.until(() => client.frames.length > 0);
    client.subscribe('ping', '{ __typename }');
    await client.untilComplete('ping');
    rig.feed.append('first', 'of the first');
    rig.feed.append('second', 'of the second');
    expect(await client.untilValues('1', 1)).toEqual([{ body: 'of the second' }]);
    expect(client.frames.filter(({ id, type }) => id === '1' && type === 'complete')).toEqual([]);
    client.send({ id: '1', type: 'complete' });
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 0);
    expect(client.valuesOf('1')).toEqual([{ body: 'of the second' }]);
  });
});

describe('a token', () => {
  beforeAll(async () => {
    rig = await startLiveRig();
  });
  afterAll(() => rig.dispose());
  const ping = (client: SocketClient, token: string) => client.send({ type: 'ping', payload: { authorization: `Bearer ${token}` } });

  it('that ends closes its socket with 4403', async () => {
    const client = await rig.connect(rig.toToken('u1', { seconds: 2 }));
    expect(await client.closed).toEqual({ code: 4403, reason: 'The token has ended. Connect again with a new one.' });
  });

  it('that follows in a ping, for the same viewer and session, keeps the socket; it does not come back', async () => {
    const client = await rig.connect(rig.toToken('u1', { seconds: 2 }));
    client.subscribe('a', WHISPERED);
    await rig.feed.until(() => rig.feed.countOpen() === 1);
    const token = rig.toToken('u1', { seconds: 4 });
    ping(client, token);
    await client.until(() => client.frames.some(({ type }) => type === 'pong'));
    expect(JSON.stringify(client.frames)).not.toContain(token);
    await new Promise((resolve) => setTimeout(resolve, 3_200));
    rig.feed.append('r');
    expect(await client.untilValues('a', 1)).toEqual([{ body: 'text' }]);
    expect((await client.closed).code).toBe(4403);
  });

  it.each<[string, (rig: LiveRig) => string]>([
    ['of another viewer', ({ toToken }) => toToken('u2', { sessionId: 'session of u1' })],
    ['of another session', ({ toToken }) => toToken('u1', { sessionId: 'other' })],
    ['that is none', () => 'x'],
  ])('%s in a ping closes the socket with 4403', async (_, toOther) => {
    const client = await rig.connect(rig.toToken('u1'));
    ping(client, toOther(rig));
    expect((await client.closed).code).toBe(4403);
  });

  it('in a ping of nobody closes the socket with 4403, and one before the init says nothing', async () => {
    const nobody = await rig.connect();
    ping(nobody, rig.toToken('u1'));
    expect((await nobody.closed).code).toBe(4403);
    const early = await rig.openClient();
    ping(early, rig.toToken('u1'));
    await early.init();
    early.subscribe('a', '{ __typename }');
    expect(await early.untilComplete('a')).toEqual({ data: { __typename: 'Query' } });
  });

  it('that has ended is not gone by any more, also by a client that does not leave', async () => {
    const client = await rig.connect(rig.toToken('u3'));
    // A client that answers no Close: frames are read and written by hand from here on.
    const { _socket: wire } = client.socket as unknown as { _socket: Socket };
    wire.removeAllListeners('data');
    const beganMs = performance.now();
    rig.revoked.push('session of u3');
    const asking = setInterval(() => client.send({ id: String(performance.now()), type: 'subscribe', payload: { query: '{ ping }' } }), 100);
    await once(wire, 'close');
    clearInterval(asking);
    expect(performance.now() - beganMs).toBeLessThan(8_000);
  });

  it('of a session that was ended closes its socket within 5 s, and no other', async () => {
    const [one, other] = [await rig.connect(rig.toToken('u1')), await rig.connect(rig.toToken('u1', { sessionId: 'other' }))];
    rig.revoked.push('session of u1');
    expect((await one.closed).code).toBe(4403);
    other.subscribe('a', '{ __typename }');
    expect(await other.untilComplete('a')).toEqual({ data: { __typename: 'Query' } });
  });
});

it('limits count all addresses of an IPv6 network as one, and IPv4 as such', async () => {
  rig = await startLiveRig({ trustProxy: true, limits: { live: { connectionsPerAddress: 1 } } });
  const open = async (address: string) => {
    const response = await fetch(`${rig.url}/graphql?query=${encodeURIComponent(WHISPERED)}`, { headers: { accept: 'text/event-stream', 'x-forwarded-for': address } });
    return response.status;
  };
  expect([await open('2001:db8:1:2::1'), await open('2001:db8:1:2:ffff::2'), await open('2001:db8:1:3::1')]).toEqual([200, 429, 200]);
  expect([await open('192.0.2.1'), await open('::ffff:192.0.2.1')]).toEqual([200, 429]);
  await rig.dispose();
});

describe('limits', () => {
  afterEach(() => rig.dispose());
  const LIMITED = [{ extensions: { code: 'RATE_LIMITED' } }];
  const untilError = async (client: SocketClient, id: string) => {
    await client.until(() => client.frames.some((frame) => frame.id === id && (frame.type === 'error' || frame.payload?.errors)));
    const frame = client.frames.find((one) => one.id === id);
    return frame.type === 'error' ? frame.payload : frame.payload.errors;
  };

  it('close a socket with 1013 where its address or its viewer has too many, until one is closed', async () => {
    rig = await startLiveRig({ limits: { live: { connectionsPerAddress: 3, connectionsPerViewer: 1 } } });
    const first = await rig.connect(rig.toToken('u1'));
    const second = await rig.openClient();
    second.send({ ...INIT, payload: { authorization: `Bearer ${rig.toToken('u1')}` } });
    expect((await second.closed).code).toBe(1013);
    await rig.connect(rig.toToken('u2'));
    await rig.connect();
    expect((await (await rig.openClient()).closed).code).toBe(1013);
    first.socket.close();
    await first.closed;
    await rig.connect(rig.toToken('u1'));
  });

  it('refuse an operation where its socket or its viewer has too many under way, until one ends', async () => {
    rig = await startLiveRig({ limits: { live: { operationsPerConnection: 2, subscriptionsPerViewer: 3 } } });
    const token = rig.toToken('u1');
    const [one, two] = [await rig.connect(token), await rig.connect(token)];
    one.subscribe('a', WHISPERED);
    one.subscribe('b', WHISPERED);
    one.subscribe('c', WHISPERED);
    expect(await untilError(one, 'c')).toMatchObject(LIMITED);
    two.subscribe('a', WHISPERED);
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 3);
    two.subscribe('b', WHISPERED);
    expect(await untilError(two, 'b')).toMatchObject(LIMITED);
    one.send({ id: 'a', type: 'complete' });
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 2);
    two.subscribe('d', WHISPERED);
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 3);
  });

  it('count nothing that has ended: a hundred operations one after the other pass', async () => {
    rig = await startLiveRig({ limits: { live: { operationsPerConnection: 1 } } });
    const client = await rig.connect();
    for (let count = 0; count < 100; count += 1) {
      client.subscribe(String(count), count % 3 === 0 ? '{ __typename }' : count % 3 === 1 ? '{ nothing }' : WHISPERED);
      if (count % 3 === 2) {
        await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 1);
        client.send({ id: String(count), type: 'complete' });
        await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 0);
      } else await client.until(() => client.frames.some((frame) => frame.id === String(count) && frame.type !== 'next'));
      expect(client.frames.filter(({ payload }) => JSON.stringify(payload ?? '').includes('RATE_LIMITED'))).toEqual([]);
    }
  });

  it('of what may be spent hold on a socket too, where an answer tells its cost', async () => {
    rig = await startLiveRig({ limits: { rate: { perViewer: { capacity: 2, restoredPerSecond: 0.001 } } } });
    const [one, other] = [await rig.connect(rig.toToken('u1')), await rig.connect(rig.toToken('u2'))];
    one.subscribe('a', '{ __typename }');
    await one.until(() => one.frames.some(({ id, type }) => id === 'a' && type === 'complete'));
    expect(one.frames.find(({ id }) => id === 'a')?.payload).toMatchObject({ extensions: { cost: { throttleStatus: { maximumAvailable: 2, currentlyAvailable: 1 } } } });
    one.subscribe('b', 'subscription { announced(after: 0) { seq } }');
    one.subscribe('c', 'subscription { announced(after: 0) { seq } }');
    expect(await untilError(one, 'c')).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    other.subscribe('a', 'subscription { announced(after: 0) { seq } }');
    rig.feed.append('notices');
    expect(await one.untilValues('b', 1)).toEqual([{ seq: 1 }]);
    expect(await other.untilValues('a', 1)).toEqual([{ seq: 1 }]);
  });
});

describe('a client that no longer answers', () => {
  it('is let go of within half a minute, and no other', async () => {
    const { rig: { feed }, present, lastedMs } = silence;
    expect(await lastedMs).toBeLessThan(30_000);
    feed.append('r');
    expect(await present.untilValues('a', 1)).toEqual([{ body: 'text' }]);
  }, 40_000);

  it('though it has two event streams in one connection, ends nothing else by it, and leaves nothing behind', async () => {
    const { rig: { gateway, until }, lastedMs, streams } = silence;
    // By then both were pinged twice; the second waits behind the first.
    await lastedMs;
    expect(gateway.getLiveCounts().subscriptions).toBe(2);
    streams.destroy();
    await until(() => gateway.getLiveCounts().subscriptions === 1);
  });
});
