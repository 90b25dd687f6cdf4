import { createLogger } from '../log.js';
import { createLocalPubSub } from '../pubsub/local-pubsub.js';
import type { PubSub } from '../pubsub/pubsub.js';
import { createRedisPubSub } from '../pubsub/redis-pubsub.js';
import { startTestRedis, type TestRedis } from '../testing/test-redis.js';
import { openFeed } from './feed.js';
import { createHeadWatch, type HeadWatch } from './head-watch.js';
import { openSignals } from './signals.js';

const log = createLogger({ name: 'test', level: 'silent' });
let redis: TestRedis;
let pubsub: PubSub;
let watch: HeadWatch;
/** The rows as a database would hold them: `rows[i].seq` is `i + 1`. */
let rows: { seq: number }[];

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.dispose());
beforeEach(() => {
  rows = [];
  pubsub = createRedisPubSub({ url: redis.url, log });
  watch = createHeadWatch({ readHeads: async (keys) => new Map(keys.map((key) => [key, rows.length])), log, intervalMs: 200 });
});
afterEach(async () => {
  watch.dispose();
  await pubsub.dispose();
});

/** Commits the next row and, unless it is to be lost, hints at it. */
async function add({ hinted = true } = {}): Promise<void> {
  rows.push({ seq: rows.length + 1 });
  if (hinted) await pubsub.publish('room', { seq: rows.length });
}
const open = (after: number | null) =>
  openFeed({
    pubsub,
    channel: 'room',
    after,
    readHead: async () => rows.length,
    readPage: async (from, upTo, limit) => rows.slice(from, Math.min(upTo, from + limit)),
    watch,
    key: 'room',
  });
async function take(feed: AsyncIterator<{ seq: number }>, count: number): Promise<number[]> {
  const seqs: number[] = [];
  while (seqs.length < count) {
    const { value, done } = await feed.next();
    if (done) break;
    seqs.push(value.seq);
  }
  return seqs;
}
const oneTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('a feed', () => {
  it('replays what came after, over several pages, then goes on live, each once', async () => {
    for (let index = 0; index < 250; index += 1) await add();
    const feed = await open(3);
    const taken = take(feed, 297);
    for (let index = 0; index < 50; index += 1) await add();
    expect(await taken).toEqual(oneTo(300).slice(3));
  });

  it('gives only what is new when nothing is asked to be replayed', async () => {
    await add();
    const feed = await open(null);
    await add();
    expect(await take(feed, 1)).toEqual([2]);
  });

  it('finds a row whose hint was lost with the next hint, and the last one with the watch', async () => {
    const feed = await open(0);
    await add({ hinted: false });
    await add();
    expect(await take(feed, 2)).toEqual([1, 2]);
    await add({ hinted: false });
    expect(await take(feed, 1)).toEqual([3]);
  });

  it('has no gap when Redis cuts its connections while rows come', async () => {
    const feed = await open(0);
    const taken = take(feed, 200);
    for (let index = 0; index < 200; index += 1) {
      await add();
      if (index % 50 === 25) await redis.cutConnections();
    }
    expect(await taken).toEqual(oneTo(200));
  });

  it('ends at once while a row is awaited', async () => {
    const feed = await open(null);
    const pending = feed.next();
    await feed.return!();
    expect(await pending).toEqual({ done: true, value: undefined });
  });

  it('throws when the database can’t be read after a gap, and does not go silent', async () => {
    let isBroken = false;
    const feed = await openFeed({
      pubsub,
      channel: 'room',
      after: null,
      readHead: async () => {
        if (isBroken) throw new Error('no database');
        return 0;
      },
      readPage: async () => [],
      watch,
      key: 'room',
    });
    const pending = feed.next();
    isBroken = true;
    await redis.cutConnections();
    await expect(pending).rejects.toMatchObject({ extensions: { code: 'SUBSCRIPTION_INTERRUPTED' } });
  });
});

describe('signals', () => {
  it('come in order', async () => {
    const signals = await openSignals<{ n: number }>({ pubsub, channel: 'bell' });
    for (const n of [1, 2, 3]) await pubsub.publish('bell', { n });
    const taken = [await signals.next(), await signals.next(), await signals.next()];
    expect(taken.map(({ value }) => value.n)).toEqual([1, 2, 3]);
    await signals.return!();
  });

  it('of one key come once while they wait, and again after that', async () => {
    const local = createLocalPubSub();
    const signals = await openSignals<{ room: number }>({ pubsub: local, channel: 'bell', limit: 2, toKey: ({ room }) => room });
    for (const room of [1, 2, 1, 2, 1]) await local.publish('bell', { room });
    await new Promise((resolve) => setImmediate(resolve));
    expect([await signals.next(), await signals.next()].map(({ value }) => value.room)).toEqual([1, 2]);
    await local.publish('bell', { room: 1 });
    expect((await signals.next()).value).toEqual({ room: 1 });
    await signals.return!();
  });

  it('end with SUBSCRIPTION_INTERRUPTED when the link broke', async () => {
    const signals = await openSignals({ pubsub, channel: 'bell' });
    const pending = signals.next();
    await redis.cutConnections();
    await expect(pending).rejects.toMatchObject({ extensions: { code: 'SUBSCRIPTION_INTERRUPTED' } });
    expect(await signals.next()).toMatchObject({ done: true });
  });

  it('end with SUBSCRIPTION_INTERRUPTED when the reader is too slow', async () => {
    const local = createLocalPubSub();
    const signals = await openSignals({ pubsub: local, channel: 'bell', limit: 2 });
    for (const n of [1, 2, 3]) await local.publish('bell', { n });
    await new Promise((resolve) => setImmediate(resolve));
    await expect(signals.next()).rejects.toMatchObject({ extensions: { code: 'SUBSCRIPTION_INTERRUPTED' } });
  });
});
