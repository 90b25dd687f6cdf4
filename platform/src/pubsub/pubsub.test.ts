import { once } from 'node:events';
import { EventEmitter } from 'node:events';
import { Redis } from 'ioredis';
import { createLogger } from '../log.js';
import { startTestRedis, type TestRedis } from '../testing/test-redis.js';
import { createLocalPubSub } from './local-pubsub.js';
import type { PubSub } from './pubsub.js';
import { createRedisPubSub } from './redis-pubsub.js';

const log = createLogger({ name: 'test', level: 'silent' });
let redis: TestRedis;
const opened: PubSub[] = [];
const open = (pubsub: PubSub): PubSub => {
  opened.push(pubsub);
  return pubsub;
};

beforeAll(async () => {
  redis = await startTestRedis();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((pubsub) => pubsub.dispose()));
});
afterAll(() => redis.dispose());

/** Keeps what a listener was told, and lets a test wait for the n-th. */
function collect() {
  const received: unknown[] = [];
  const emitter = new EventEmitter();
  return {
    received,
    listener: (payload: unknown) => {
      received.push(payload);
      emitter.emit('more');
    },
    async until(count: number) {
      while (received.length < count) await once(emitter, 'more');
      return received;
    },
  };
}

describe.each([
  ['in-process', () => createLocalPubSub()],
  ['Redis', () => createRedisPubSub({ url: redis.url, log })],
])('%s pub/sub', (_, create) => {
  it('tells every listener of the channel, in order, and no other', async () => {
    const pubsub = open(create());
    const [one, two, other] = [collect(), collect(), collect()];
    await pubsub.subscribe('room:1', one.listener);
    await pubsub.subscribe('room:1', two.listener);
    await pubsub.subscribe('room:2', other.listener);
    for (const seq of [1, 2, 3]) await pubsub.publish('room:1', { seq });
    await pubsub.publish('room:2', { seq: 9 });
    expect(await one.until(3)).toEqual([{ seq: 1 }, { seq: 2 }, { seq: 3 }]);
    expect(await two.until(3)).toEqual([{ seq: 1 }, { seq: 2 }, { seq: 3 }]);
    expect(await other.until(1)).toEqual([{ seq: 9 }]);
  });

  it('hands on a copy, never the object itself', async () => {
    const pubsub = open(create());
    const { listener, until } = collect();
    await pubsub.subscribe('room', listener);
    const payload = { seq: 1, at: new Date(0) };
    await pubsub.publish('room', payload);
    expect(await until(1)).toEqual([{ seq: 1, at: '1970-01-01T00:00:00.000Z' }]);
  });

  it('holds the subscription by the time that subscribe resolves', async () => {
    const pubsub = open(create());
    for (let round = 0; round < 20; round += 1) {
      const { listener, until } = collect();
      await pubsub.subscribe(`round:${round}`, listener);
      await pubsub.publish(`round:${round}`, { round });
      expect(await until(1)).toEqual([{ round }]);
    }
  });

  it('tells nobody after the subscription has ended', async () => {
    const pubsub = open(create());
    const [gone, kept] = [collect(), collect()];
    const end = await pubsub.subscribe('room', gone.listener);
    await pubsub.subscribe('room', kept.listener);
    await end();
    await pubsub.publish('room', { seq: 1 });
    await kept.until(1);
    expect(gone.received).toEqual([]);
  });

  it('answers a ping', async () => {
    await expect(open(create()).ping()).resolves.toBeUndefined();
  });
});

describe('Redis pub/sub', () => {
  it('announces a gap after the link broke, and its channels hold again by then', async () => {
    const pubsub = open(createRedisPubSub({ url: redis.url, log }));
    const { listener, until } = collect();
    await pubsub.subscribe('room', listener);
    const gap = new Promise<void>((resolve) => pubsub.onGap(resolve));
    await redis.cutConnections();
    await gap;
    await pubsub.publish('room', { seq: 1 });
    expect(await until(1)).toEqual([{ seq: 1 }]);
  });

  it('holds nobody up who publishes while Redis does not answer', async () => {
    const pubsub = open(createRedisPubSub({ url: redis.url, log }));
    await pubsub.ping();
    const control = new Redis(redis.url);
    await control.client('PAUSE', 10_000, 'ALL');
    const beganMs = performance.now();
    await pubsub.publish('room', { seq: 1 });
    expect(performance.now() - beganMs).toBeLessThan(5_000);
    await control.client('UNPAUSE');
    control.disconnect();
  });
});
