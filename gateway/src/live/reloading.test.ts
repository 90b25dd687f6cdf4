import { composeRig, PEOPLE_SDL, startLiveRig, type LiveRig } from './testing/live-rig.js';
import { FEED_SDL } from './testing/feed-subgraph.js';
import type { SocketClient } from './testing/socket-client.js';

let rig: LiveRig;
let client: SocketClient;
beforeEach(async () => {
  rig = await startLiveRig();
  client = await rig.connect();
});
afterEach(() => rig.dispose());

const POSTED = 'subscription ($after: Int) { posted(room: "r", after: $after) { seq author } }';
const WHISPERED = 'subscription { whispered(room: "r") { id author } }';
const ANNOUNCED = 'subscription ($after: Int) { announced(after: $after) { seq inside } }';
const PUBLIC_SDL = FEED_SDL.replace('inside: String', 'inside: String @tag(name: "public")');
const numbersOf = (id: string) => client.valuesOf(id).map(({ seq }) => seq as number);
const open = async (count: number) => rig.feed.until(() => rig.feed.countOpen() === count);
/** Loads another supergraph, and resolves once clients see a field that it alone has. */
const reload = async (sdl: string) => {
  rig.update(sdl);
  for (let count = 0; ; count += 1) {
    const id = `check ${count} ${Math.random()}`;
    client.subscribe(id, '{ __type(name: "Mark") { name } }');
    if ((await client.untilComplete(id)).data.__type) return;
  }
};
const marked = (sdls: { feed?: string; people?: string } = {}) => composeRig({ feed: sdls.feed ?? FEED_SDL, people: `${sdls.people ?? PEOPLE_SDL} type Mark { id: ID! } type Query { mark: Mark }` });

describe('a new supergraph', () => {
  it('leaves upstream alone where the same goes there, and nothing is closed', async () => {
    client.subscribe('a', POSTED, { after: 0 });
    client.subscribe('b', WHISPERED);
    await open(2);
    rig.feed.append('r');
    await client.untilValues('b', 1);
    await reload(marked());
    rig.feed.append('r');
    expect((await client.untilValues('a', 2)).map(({ seq }) => seq as number)).toEqual([1, 2]);
    expect((await client.untilValues('b', 2)).map(({ author }) => author as string)).toEqual(['author of r-1', 'author of r-2']);
    expect(rig.feed.asked.length).toBe(2);
    expect(rig.feed.countOpen()).toBe(2);
    expect(client.frames.some(({ type, id }) => type === 'complete' && ['a', 'b'].includes(id as string))).toBe(false);
  });

  it('is used from the next event on', async () => {
    client.subscribe('a', WHISPERED);
    await open(1);
    const asked = rig.peopleAsked.length;
    await reload(marked());
    rig.feed.append('r');
    await client.untilValues('a', 1);
    expect(rig.peopleAsked.length).toBe(asked + 1);
    client.subscribe('b', WHISPERED);
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 2);
    expect(rig.gateway.getLiveCounts().lanes).toBe(1);
  });

  it('that asks another thing upstream: a subscription with a number goes on from there, without gap or repeat', async () => {
    client.subscribe('a', POSTED, { after: 0 });
    client.subscribe('quiet', POSTED.replace('room: "r"', 'room: "quiet"'));
    await open(2);
    for (let count = 0; count < 3; count += 1) rig.feed.append('r');
    await client.untilValues('a', 3);
    await reload(marked({ people: PEOPLE_SDL.replace('type Post @key(fields: "id") { id: ID!', 'type Post @key(fields: "code") { code: ID!') }));
    await rig.feed.until(() => rig.feed.asked.length === 3 && rig.feed.countOpen() === 2);
    expect(rig.feed.asked.at(-1)).toMatchObject({ after: 3 });
    rig.feed.append('r');
    await client.untilValues('a', 4);
    // What has no number yet goes on by the old plan until it has one.
    rig.feed.append('quiet');
    await client.untilValues('quiet', 1);
    await rig.feed.until(() => rig.feed.asked.length === 4 && rig.feed.countOpen() === 2);
    expect(rig.feed.asked.at(-1)).toMatchObject({ after: 1 });
    rig.feed.append('quiet');
    await client.untilValues('quiet', 2);
    expect([numbersOf('a'), numbersOf('quiet')]).toEqual([[1, 2, 3, 4], [1, 2]]);
    expect(client.valuesOf('quiet').map(({ author }) => author as string)).toEqual(['author of quiet-1', 'author of quiet-2']);
  });

  it('that asks another thing upstream: one without a number goes on as it began, and who comes later shares nothing with it', async () => {
    client.subscribe('a', WHISPERED);
    await open(1);
    await reload(marked({ people: PEOPLE_SDL.replace('type Post @key(fields: "id") { id: ID!', 'type Post @key(fields: "code") { code: ID!') }));
    client.subscribe('b', WHISPERED);
    await open(2);
    rig.feed.append('r');
    const expected = [{ id: 'r-1', author: 'author of r-1' }];
    expect([await client.untilValues('a', 1), await client.untilValues('b', 1)]).toEqual([expected, expected]);
    expect(rig.gateway.getLiveCounts()).toEqual({ subscriptions: 2, lanes: 2, waiting: 0 });
  });

  it('ends what is no longer valid, with the reason, and nothing else', async () => {
    client.subscribe('a', POSTED);
    client.subscribe('b', 'subscription { posted(room: "r") { seq body } }');
    await open(2);
    await reload(marked({ people: 'type Notice @key(fields: "id") { id: ID! @tag(name: "public") author: String! @tag(name: "public") }' }));
    expect(await client.untilComplete('a')).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED', requestId: expect.any(String) } }] });
    rig.feed.append('r');
    expect(await client.untilValues('b', 1)).toEqual([{ seq: 1, body: 'text' }]);
    expect(rig.gateway.getLiveCounts()).toMatchObject({ subscriptions: 1, lanes: 1 });
  });

  it('under which an answer is no longer public: nobody shares it from then on', async () => {
    const others = [await rig.connect(rig.toToken('u1')), await rig.connect(rig.toToken('u2'))];
    for (const other of others) other.subscribe('a', 'subscription { announced(after: 0) { seq reader } }');
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 2 && rig.feed.countOpen() === 1);
    rig.feed.append('notices');
    for (const other of others) expect(await other.untilValues('a', 1)).toEqual([{ seq: 1, reader: null }]);
    await reload(marked({ feed: FEED_SDL.replace('reader: String @tag(name: "public")', 'reader: String') }));
    await open(2);
    rig.feed.append('notices');
    expect((await Promise.all(others.map(async (other) => (await other.untilValues('a', 2))[1].reader as string))).toSorted()).toEqual(['u1', 'u2']);
  });

  it('ends what is public and asks for a login now for who has none, and leaves it alone for others, then and later', async () => {
    await reload(marked({ feed: PUBLIC_SDL }));
    const others = [await rig.connect(rig.toToken('u1')), await rig.connect(rig.toToken('u2'))];
    for (const each of [client, ...others]) each.subscribe('a', ANNOUNCED);
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 3 && rig.feed.countOpen() === 1);
    const secured = PUBLIC_SDL.replace('Notice! @tag(name: "public")', '$& @federation__authenticated');
    rig.update(marked({ feed: secured }));
    expect(await client.untilComplete('a')).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    client.subscribe('last', WHISPERED);
    await open(2);
    rig.update(marked({ feed: secured, people: PEOPLE_SDL.replace(/type Post.*/, '') }));
    // Live queries are moved in the order in which they began.
    await client.untilComplete('last');
    rig.feed.append('notices');
    for (const other of others) expect(await other.untilValues('a', 1)).toEqual([{ seq: 1, inside: 'inside' }]);
    expect(rig.feed.asked.map(({ field }) => field)).toEqual(['announced', 'whispered']);
  });

  it('that hides a public field from some: they go on without it, and the others with it', async () => {
    await reload(marked({ feed: PUBLIC_SDL }));
    const user = await rig.connect(rig.toToken('u1'));
    for (const each of [client, user]) each.subscribe('a', ANNOUNCED, { after: 0 });
    await rig.until(() => rig.gateway.getLiveCounts().subscriptions === 2 && rig.feed.countOpen() === 1);
    rig.feed.append('notices');
    for (const each of [client, user]) await each.untilValues('a', 1);
    rig.update(marked({ feed: PUBLIC_SDL.replace('inside: String', '$& @federation__authenticated') }));
    await open(2);
    rig.feed.append('notices');
    expect(await user.untilValues('a', 2)).toEqual([{ seq: 1, inside: 'inside' }, { seq: 2, inside: 'inside' }]);
    expect(await client.untilValues('a', 2)).toEqual([{ seq: 1, inside: 'inside' }, { seq: 2, inside: null }]);
    expect(rig.feed.asked.map(({ after }) => after)).toEqual([0, 1]);
  });

  it('again and again, while events come, loses and repeats nothing', async () => {
    client.subscribe('a', POSTED, { after: 0 });
    await open(1);
    for (let round = 0; round < 6; round += 1) {
      rig.feed.append('r');
      rig.update(marked({ people: `${PEOPLE_SDL} type Round${round} { id: ID }` }));
      rig.feed.append('r');
      await client.untilValues('a', 2 * round + 2);
    }
    expect(numbersOf('a')).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(rig.feed.asked.length).toBe(1);
  });
});
