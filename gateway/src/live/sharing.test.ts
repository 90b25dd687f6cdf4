import { startLiveRig, type LiveRig } from './testing/live-rig.js';

let rig: LiveRig;
beforeAll(async () => {
  rig = await startLiveRig();
});
afterEach(() => rig.reset());
afterAll(() => rig.dispose());

const POSTED = 'subscription ($room: ID!, $after: Int) { posted(room: $room, after: $after) { id body reader author } }';
const ANNOUNCED = 'subscription ($after: Int) { announced(after: $after) { id body reader author } }';
const toPost = (room: string, seq: number, reader: string | null, body = 'text') => ({ id: `${room}-${seq}`, body, reader, author: `author of ${room}-${seq}` });

const toDisposable = (started: LiveRig) => ({ rig: started, [Symbol.asyncDispose]: () => started.dispose() });

describe('an upstream subscription', () => {
  it('is shared by those who ask the same as the same viewer, and each event is answered once', async () => {
    const token = rig.toToken('u1');
    const [one, two] = [await rig.connect(token), await rig.connect(token)];
    one.subscribe('a', POSTED, { room: 'r' });
    two.subscribe('b', POSTED, { room: 'r' });
    one.subscribe('c', POSTED, { room: 'r' });
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 3 && rig.feed.countOpen() === 1);
    for (const body of ['x', 'y']) rig.feed.append('r', body);
    const expected = [toPost('r', 1, 'u1', 'x'), toPost('r', 2, 'u1', 'y')];
    expect(await one.untilValues('a', 2)).toEqual(expected);
    expect(await one.untilValues('c', 2)).toEqual(expected);
    expect(await two.untilValues('b', 2)).toEqual(expected);
    expect(rig.feed.asked.length).toBe(1);
    expect(rig.peopleAsked).toEqual(['u1', 'u1']);
  });

  it('is never shared by two people, two sessions or two languages where an answer is not public', async () => {
    const clients = [
      await rig.connect(rig.toToken('u1')),
      await rig.connect(rig.toToken('u2')),
      await rig.connect(rig.toToken('u1', { sessionId: 'another' })),
      await rig.connect(rig.toToken('u1'), { acceptLanguage: 'en' }),
      await rig.connect(),
    ];
    for (const client of clients) client.subscribe('a', POSTED, { room: 'r' });
    await rig.feed.until(() => rig.feed.countOpen() === 5);
    rig.feed.append('r');
    const readers = await Promise.all(clients.map(async (client) => (await client.untilValues('a', 1))[0].reader as string | null));
    expect(readers).toEqual(['u1', 'u2', 'u1', 'u1', null]);
    expect(rig.peopleAsked.toSorted()).toEqual(['u1', 'u1', 'u1', 'u2', null].toSorted());
  });

  it('is shared by nobody whose headers differ, where subgraphs have them', async () => {
    await using handing = toDisposable(await startLiveRig({ propagateHeaders: ['tenant'] }));
    const clients = [await handing.rig.connect(undefined, { tenant: 'a' }), await handing.rig.connect(undefined, { Tenant: 'a' }), await handing.rig.connect(undefined, { tenant: 'b' }), await handing.rig.connect()];
    for (const client of clients) client.subscribe('a', POSTED, { room: 'r' });
    await handing.rig.until(() => handing.rig.gateway.getLiveCounts().subscriptions === 4);
    expect(handing.rig.gateway.getLiveCounts().lanes).toBe(3);
  });

  it('is shared by all where every field is declared public, and asked for as nobody', async () => {
    const clients = [await rig.connect(rig.toToken('u1')), await rig.connect(rig.toToken('u2')), await rig.connect()];
    for (const client of clients) client.subscribe('a', ANNOUNCED);
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 3 && rig.feed.countOpen() === 1);
    rig.feed.append('notices');
    for (const client of clients) expect(await client.untilValues('a', 1)).toEqual([toPost('notices', 1, null)]);
    expect(rig.feed.asked).toEqual([{ field: 'announced', after: undefined, userId: null, language: 'fr' }]);
    expect(rig.peopleAsked).toEqual([null]);
  });

  it('is not public with one field that is not', async () => {
    const clients = [await rig.connect(rig.toToken('u1')), await rig.connect(rig.toToken('u2'))];
    for (const client of clients) client.subscribe('a', 'subscription { announced { id reader ...F } } fragment F on Notice { inside }');
    await rig.feed.until(() => rig.feed.countOpen() === 2);
    expect(rig.feed.asked.map(({ userId }) => userId).toSorted()).toEqual(['u1', 'u2']);
  });

  it('is not shared by operations that differ, though they ask the same of its subgraph', async () => {
    const client = await rig.connect();
    client.subscribe('a', 'subscription { posted(room: "r") { id author } }');
    client.subscribe('b', 'subscription { posted(room: "r") { number: id author } }');
    await rig.feed.until(() => rig.feed.countOpen() === 2);
    rig.feed.append('r');
    expect(await client.untilValues('a', 1)).toEqual([{ id: 'r-1', author: 'author of r-1' }]);
    expect(await client.untilValues('b', 1)).toEqual([{ number: 'r-1', author: 'author of r-1' }]);
  });

  it('ends when the last one who shares it leaves', async () => {
    const [one, two] = [await rig.connect(), await rig.connect()];
    one.subscribe('a', POSTED, { room: 'r' });
    two.subscribe('a', POSTED, { room: 'r' });
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 2 && rig.feed.countOpen() === 1);
    one.send({ id: 'a', type: 'complete' });
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 1);
    expect(rig.feed.countOpen()).toBe(1);
    two.socket.close();
    await rig.feed.until(() => rig.feed.countOpen() === 0);
    expect(rig.gateway.getLiveCounts()).toEqual({ subscriptions: 0, lanes: 0, waiting: 0 });
  });
});

describe('a subscription with a number', () => {
  it('replays what came after it, each once, and merges with those who have come to the same number', async () => {
    for (let count = 0; count < 5; count += 1) rig.feed.append('r');
    const client = await rig.connect();
    client.subscribe('now', POSTED, { room: 'r' });
    await rig.feed.until(() => rig.feed.countOpen() === 1);
    client.subscribe('all', POSTED, { room: 'r', after: 0 });
    client.subscribe('some', 'subscription ($room: ID!, $after: Int) { posted(room: $room, after: $after) { id body reader author } }', { room: 'r', after: 3 });
    expect((await client.untilValues('all', 5)).map(({ id }) => id as string)).toEqual(['r-1', 'r-2', 'r-3', 'r-4', 'r-5']);
    expect((await client.untilValues('some', 2)).map(({ id }) => id as string)).toEqual(['r-4', 'r-5']);
    rig.feed.append('r');
    await client.untilValues('now', 1);
    await client.untilValues('all', 6);
    await client.untilValues('some', 3);
    await rig.feed.until(() => rig.feed.countOpen() === 1);
    rig.feed.append('r');
    expect((await client.untilValues('now', 2)).map(({ id }) => id as string)).toEqual(['r-6', 'r-7']);
    expect((await client.untilValues('all', 7)).length).toBe(7);
    expect((await client.untilValues('some', 4)).length).toBe(4);
    expect(rig.gateway.getLiveCounts()).toEqual({ subscriptions: 3, lanes: 1, waiting: 0 });
  });

  it('shows neither the number nor its name to a client that did not ask for it', async () => {
    rig.feed.append('r');
    const client = await rig.connect();
    client.subscribe('a', 'subscription { it: posted(room: "r", after: 0) { body gateway__seq: id } }');
    await client.untilValues('a', 1);
    expect(client.frames.at(-1)).toEqual({ id: 'a', type: 'next', payload: { data: { it: { body: 'text', gateway__seq: 'r-1' } } } });
  });

  it('reads the number from a literal, a variable, its default, and within fragments', async () => {
    for (let count = 0; count < 3; count += 1) rig.feed.append('r');
    const client = await rig.connect();
    client.subscribe('literal', 'subscription { posted(room: "r", after: 2) { seq } }');
    client.subscribe('default', 'subscription ($n: Int = 2) { posted(room: "r", after: $n) { seq } }');
    client.subscribe('fragment', 'subscription ($n: Int!) { ...Root } fragment Root on Subscription { ... on Subscription { posted(room: "r", after: $n) { seq } } }', { n: 2 });
    for (const id of ['literal', 'default', 'fragment']) expect(await client.untilValues(id, 1)).toEqual([{ seq: 3 }]);
  });
});
