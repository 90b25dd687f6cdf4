import { randomUUID } from 'node:crypto';
import { createLogger } from '@secondlife/platform/log';
import { createRedisPubSub } from '@secondlife/platform/pubsub/redis-pubsub';
import { someone, type Asker } from '@secondlife/platform/testing/ask';
import { startTestRedis } from '@secondlife/platform/testing/test-redis';
import { openWorld, type World } from '../testing/test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());

interface State {
  id: string;
  lastMessageSeq: number;
  unreadMessages: number;
  readMarks: { reader: { id: string }; seq: number }[];
}
const SUBSCRIBE = 'subscription ($id: ID) { conversationChanged(exchangeId: $id) { id lastMessageSeq unreadMessages readMarks { reader { id } seq } } }';
const watch = (asker: Asker, exchangeId: string | null = null, { subscribe } = world) => subscribe<State>(SUBSCRIBE, { id: exchangeId }, asker);

describe('conversationChanged', () => {
  it('tells everyone who takes part of each message and each read mark, as it is then', async () => {
    const { nour, karim, exchangeId } = world.meet();
    const feeds = await Promise.all([watch({ userId: nour }), watch({ userId: karim })]);
    const next = async () => (await Promise.all(feeds.map((feed) => feed.next()))).map(({ value }) => value);
    const state = { id: exchangeId, lastMessageSeq: 1, readMarks: [] as object[] };

    await world.send(exchangeId, nour);
    expect(await next()).toEqual([{ ...state, unreadMessages: 0 }, { ...state, unreadMessages: 1 }]);
    await world.markRead(exchangeId, 1, karim);
    state.readMarks = [{ reader: { id: karim }, seq: 1 }];
    expect(await next()).toEqual([{ ...state, unreadMessages: 0 }, { ...state, unreadMessages: 0 }]);
    await world.send(exchangeId, karim);
    state.lastMessageSeq = 2;
    expect(await next()).toEqual([{ ...state, unreadMessages: 1 }, { ...state, unreadMessages: 0 }]);
    await Promise.all(feeds.map((feed) => feed.return!()));
  });

  it('says nothing of a mark that does not move, nor of a message that was sent before', async () => {
    const { nour, karim, exchangeId } = world.meet();
    const clientId = randomUUID();
    await world.markRead(exchangeId, 7, karim);
    await world.send(exchangeId, nour, 'Bonjour', clientId);
    await world.send(exchangeId, nour);
    await world.markRead(exchangeId, 2, karim);
    const feed = await watch({ userId: nour });
    for (const seq of [0, 1, 2, 3]) await world.markRead(exchangeId, seq, karim);
    await world.send(exchangeId, nour, 'Bonjour', clientId);
    const other = world.meet(nour);
    await world.send(other.exchangeId, other.karim);
    expect((await feed.next()).value).toMatchObject({ id: other.exchangeId });
    await feed.return!();
  });

  it('tells of one exchange alone when asked to', async () => {
    const { nour, karim, exchangeId } = world.meet();
    const other = world.meet(nour);
    const feed = await watch({ userId: nour }, exchangeId.toUpperCase());
    await world.send(other.exchangeId, other.karim);
    await world.send(exchangeId, karim);
    expect((await feed.next()).value).toMatchObject({ id: exchangeId, lastMessageSeq: 1 });
    await feed.return!();
  });

  it('may tell a burst at once, and always tells how it ended', async () => {
    const { nour, karim, exchangeId } = world.meet();
    const feed = await watch({ userId: karim });
    const sending = Promise.all(Array.from({ length: 280 }, () => world.send(exchangeId, nour)));
    const first = await feed.next();
    await sending;
    const seqs = [first.value.lastMessageSeq];
    while (seqs.at(-1) < 280) seqs.push((await feed.next()).value.lastMessageSeq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
    await feed.return!();
  });

  it('tells a stranger nothing', async () => {
    const { nour, exchangeId } = world.meet();
    const stranger = someone();
    const feed = await watch({ userId: stranger });
    await world.send(exchangeId, nour);
    const own = world.meet(stranger);
    await world.send(own.exchangeId, own.karim);
    expect((await feed.next()).value).toMatchObject({ id: own.exchangeId });
    await feed.return!();
  });

  it('is FORBIDDEN for an exchange that one takes no part in, and UNAUTHENTICATED for nobody', async () => {
    const { exchangeId } = world.meet();
    for (const id of [exchangeId, randomUUID(), 'nonsense']) await expect((await watch({ userId: someone() }, id)).next()).rejects.toThrow('FORBIDDEN');
    for (const id of [exchangeId, null]) await expect((await watch({}, id)).next()).rejects.toThrow('UNAUTHENTICATED');
  });

  it('ends with SUBSCRIPTION_INTERRUPTED when the link to Redis broke', async () => {
    const redis = await startTestRedis();
    const pubsub = createRedisPubSub({ url: redis.url, log: createLogger({ name: 'test', level: 'silent' }) });
    const linked = await openWorld({ pubsub });
    try {
      const { nour, karim, exchangeId } = linked.meet();
      const feed = await watch({ userId: karim }, exchangeId, linked);
      const first = feed.next();
      await linked.send(exchangeId, nour);
      expect((await first).value).toMatchObject({ lastMessageSeq: 1 });
      const second = feed.next();
      await redis.cutConnections();
      await expect(second).rejects.toThrow('SUBSCRIPTION_INTERRUPTED');
    } finally {
      await linked.dispose();
      await pubsub.dispose();
      await redis.dispose();
    }
  });
});
