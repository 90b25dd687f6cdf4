import { GraphQLError } from 'graphql';
import { startLiveRig, type LiveRig } from './testing/live-rig.js';
import type { SocketClient } from './testing/socket-client.js';

let rig: LiveRig;
let client: SocketClient;
beforeAll(async () => {
  rig = await startLiveRig();
});
beforeEach(async () => {
  client = await rig.connect();
});
afterEach(() => rig.reset());
afterAll(() => rig.dispose());

const POSTED = 'subscription ($after: Int) { posted(room: "r", after: $after) { seq body author } }';
const WHISPERED = 'subscription { whispered(room: "r") { body } }';
const INTERRUPTED = { errors: [{ message: expect.any(String), extensions: { code: 'SUBSCRIPTION_INTERRUPTED', requestId: expect.any(String) } }] };

const append = (count: number, body?: string) => {
  for (let number = 0; number < count; number += 1) rig.feed.append('r', body);
};
const numbersOf = (id: string) => client.valuesOf(id).map(({ seq }) => seq as number);
const oneTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
/** Subscribes to what is new, and resolves once that is so. */
const begin = async (id: string, query: string, variables: object = {}) => {
  client.subscribe(id, query, variables);
  await rig.feed.until(() => rig.feed.countOpen() === 1);
};

describe('when its upstream connection is lost', () => {
  it('a subscription with a number goes on without gap or repeat, however often, and notices nothing', async () => {
    await begin('a', POSTED, { after: 0 });
    for (let round = 1; round <= 5; round += 1) {
      append(3);
      if (round % 2 === 0) await client.untilValues('a', round * 3);
      rig.feed.cut();
      append(2);
      await client.untilValues('a', round * 5);
    }
    expect(numbersOf('a')).toEqual(oneTo(25));
    expect(client.frames.filter(({ payload }) => payload?.errors)).toEqual([]);
    expect(rig.feed.asked.length).toBeGreaterThan(5);
  });

  it('one that began without a number goes on from the first that it saw', async () => {
    append(3);
    await begin('a', POSTED);
    append(1);
    await client.untilValues('a', 1);
    rig.feed.isDown = true;
    rig.feed.cut();
    append(2);
    rig.feed.isDown = false;
    await client.untilValues('a', 3);
    expect(numbersOf('a')).toEqual([4, 5, 6]);
  });

  it('it drops what its subgraph sends again', async () => {
    await begin('a', POSTED, { after: 0 });
    append(4);
    await client.untilValues('a', 4);
    rig.feed.rewind = 3;
    rig.feed.cut();
    append(1);
    await client.untilValues('a', 5);
    expect(numbersOf('a')).toEqual(oneTo(5));
  });

  it('it tries again until its subgraph is there', async () => {
    await begin('a', POSTED, { after: 0 });
    rig.feed.isDown = true;
    rig.feed.cut();
    append(2);
    await rig.until(() => rig.events.filter((event) => event === 'reopened').length > 3);
    rig.feed.isDown = false;
    await client.untilValues('a', 2);
    expect(numbersOf('a')).toEqual([1, 2]);
  });

  it('one that saw no number yet, and one that has none, are told that events may have been lost', async () => {
    client.subscribe('quiet', POSTED);
    client.subscribe('none', WHISPERED);
    await rig.feed.until(() => rig.feed.countOpen() === 2);
    rig.feed.cut();
    expect(await client.untilComplete('quiet')).toEqual(INTERRUPTED);
    expect(await client.untilComplete('none')).toEqual(INTERRUPTED);
    expect(rig.feed.asked.length).toBe(2);
  });

  it('one that has no number gets the events that came before', async () => {
    await begin('a', WHISPERED);
    append(1, 'first');
    await client.untilValues('a', 1);
    rig.feed.cut();
    await client.untilComplete('a');
    expect(client.valuesOf('a')).toEqual([{ body: 'first' }]);
  });

  it('it ends with the reason when its subgraph refuses it by then', async () => {
    await begin('a', POSTED, { after: 0 });
    append(1);
    await client.untilValues('a', 1);
    rig.feed.refusal = new GraphQLError('No more.', { extensions: { code: 'FORBIDDEN' } });
    rig.feed.cut();
    expect(await client.untilComplete('a')).toMatchObject({ errors: [{ message: 'No more.', extensions: { code: 'FORBIDDEN' } }] });
    await rig.until(() => rig.gateway.getLiveCounts().lanes === 0);
  });

  it('it goes on when its subgraph fails for a while', async () => {
    await begin('a', POSTED, { after: 0 });
    rig.feed.refusal = new GraphQLError('no database');
    rig.feed.cut();
    await rig.until(() => rig.feed.asked.length > 3);
    rig.feed.refusal = null;
    append(2);
    await client.untilValues('a', 2);
    expect(numbersOf('a')).toEqual([1, 2]);
  });
});

describe('when its subgraph says that it lost its place', () => {
  it('a subscription with a number goes on, and one without is told', async () => {
    client.subscribe('a', POSTED, { after: 0 });
    client.subscribe('b', WHISPERED);
    await rig.feed.until(() => rig.feed.countOpen() === 2);
    append(2);
    await client.untilValues('a', 2);
    await client.untilValues('b', 2);
    rig.feed.interrupt();
    expect(await client.untilComplete('b')).toMatchObject(INTERRUPTED);
    append(2);
    await client.untilValues('a', 4);
    expect(numbersOf('a')).toEqual([1, 2, 3, 4]);
  });
});

describe('a subscription that can’t begin', () => {
  it('says that its subgraph is unavailable, or why it refuses', async () => {
    rig.feed.refusal = new GraphQLError('Not you.', { extensions: { code: 'FORBIDDEN' } });
    client.subscribe('a', POSTED);
    expect(await client.untilComplete('a')).toMatchObject({ errors: [{ message: 'Not you.', extensions: { code: 'FORBIDDEN' } }] });
    rig.feed.refusal = null;
    await rig.until(() => rig.feed.countConnections() === 0);
    rig.feed.isDown = true;
    client.subscribe('b', POSTED, { after: 3 });
    expect(await client.untilComplete('b')).toMatchObject({ errors: [{ path: ['posted'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] });
    expect(rig.gateway.getLiveCounts()).toEqual({ subscriptions: 0, lanes: 0, waiting: 0 });
  });
});
