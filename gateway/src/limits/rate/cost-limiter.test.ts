import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createLogger } from '@secondlife/platform/log';
import { findFreePort, startTestRedis } from '@secondlife/platform/testing/test-redis';
import { toAddressKey } from '../../identity/address-key.js';
import { createMemoryBucketStore, createRedisBucketStore, type BucketStore } from './buckets.js';
import { createCostLimiter, type CostLimiter } from './cost-limiter.js';
import { pour } from './leaky-bucket.js';
import { toCostExtensions, toCostHeaders, toRateLimitError } from './cost-report.js';

const log = createLogger({ name: 'test', level: 'silent' });
const SIZES = { perViewer: { capacity: 100, restoredPerSecond: 10 }, perAddress: { capacity: 200, restoredPerSecond: 20 } };
const ADDRESS = '192.0.2.1';

const disposals: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const dispose of disposals.splice(0).reverse()) await dispose();
});

function createLimiter(options: Parameters<typeof createCostLimiter>[0]): CostLimiter {
  const limiter = createCostLimiter({ ...SIZES, ...options });
  disposals.push(() => limiter.dispose());
  return limiter;
}

/** Claims of one viewer without an address. */
const spend = (limiter: CostLimiter, viewerKey: string, cost: number) => limiter.consume({ viewerKey, address: null, cost });

/** Stores of as many processes, in a Redis of their own. */
async function openRedisStores(count: number): Promise<{ stop(): Promise<void>; stores: BucketStore[] }> {
  const redis = await startTestRedis();
  let gone: Promise<void> | undefined;
  const stop = () => (gone ??= redis.dispose());
  disposals.push(stop);
  const stores = Array.from({ length: count }, () => createRedisBucketStore({ url: redis.url, log }));
  disposals.push(() => stores.forEach((store) => store.dispose()));
  await Promise.all(stores.map((store) => store.ready()));
  return { stop, stores };
}

/** A way to a server that stops to carry anything once told. */
async function openWire(target: string) {
  const sockets = new Set<Socket>();
  let hangs = false;
  const server = createServer((socket) => {
    const onward = connect(Number(new URL(target).port), '127.0.0.1');
    for (const end of [socket, onward]) {
      sockets.add(end);
      end.on('error', () => end.destroy());
      end.on('close', () => (end === socket ? onward : socket).destroy());
    }
    socket.on('data', (data) => !hangs && onward.write(data));
    onward.on('data', (data) => !hangs && socket.write(data));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hang: () => void (hangs = true),
    dispose() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

const STORES: [string, () => Promise<BucketStore>][] = [
  ['in memory', async () => createMemoryBucketStore()],
  ['in Redis', async () => (await openRedisStores(1)).stores[0]!],
];

test('a bucket takes all that fits, at any time of any clock', () => {
  const odd = { full: 0, part: 0 };
  for (let turn = 0; turn < 20_000; turn++) {
    const nowMs = (turn % 2 === 0 ? 0 : 1.7e12) + turn * 0.123_456_7;
    const full = pour(100, 0, nowMs, SIZES.perViewer);
    const part = pour(60, 0, nowMs, SIZES.perViewer);
    if (!full.isAccepted || full.remaining !== 0 || full.waitMs !== 10_000) odd.full += 1;
    if (part.remaining !== 40 || part.waitMs !== 6_000) odd.part += 1;
  }
  expect(odd).toEqual({ full: 0, part: 0 });
});

describe.each(STORES)('a limit of cost, %s', (_, openStore) => {
  test('lets a full bucket pass at once, and refuses what does not fit', async () => {
    const limiter = createLimiter({ store: await openStore() });
    expect(await spend(limiter, 'anna', 60)).toMatchObject({ ok: true, policy: 'viewer', limit: 100, remaining: 40, resetSeconds: 6 });
    const refused = await spend(limiter, 'anna', 60);
    expect(refused).toMatchObject({ ok: false, policy: 'viewer', retryAfterSeconds: 2 });
    expect(refused!.remaining).toBeGreaterThanOrEqual(40);
    expect(await spend(limiter, 'anna', 30)).toMatchObject({ ok: true });
    expect(await spend(limiter, 'bea', 100)).toMatchObject({ ok: true });
  });

  test('counts an address for everybody behind it, and IPv6 by its network', async () => {
    const limiter = createLimiter({ store: await openStore() });
    const claim = (viewerKey: string | null, address: string) => limiter.consume({ viewerKey, address, cost: 80 });
    expect(await claim('anna', '2001:db8:1:2::1')).toMatchObject({ ok: true });
    expect(await claim(null, '2001:db8:1:2:ffff::2')).toMatchObject({ ok: true, policy: 'address' });
    expect(await claim('bea', '2001:db8:1:2::3')).toMatchObject({ ok: false, policy: 'address', limit: 200 });
    expect(await claim('bea', '2001:db8:1:3::3')).toMatchObject({ ok: true });
  });

  test('takes nothing from an address for a viewer who is refused, nor the other way round', async () => {
    const limiter = createLimiter({ store: await openStore() });
    await limiter.consume({ viewerKey: 'anna', address: ADDRESS, cost: 100 });
    for (let round = 0; round < 5; round++) expect(await limiter.consume({ viewerKey: 'anna', address: ADDRESS, cost: 90 })).toMatchObject({ ok: false, policy: 'viewer' });
    expect(await limiter.consume({ viewerKey: 'bea', address: ADDRESS, cost: 90 })).toMatchObject({ ok: true });
    expect(await limiter.consume({ viewerKey: 'carl', address: ADDRESS, cost: 90 })).toMatchObject({ ok: false, policy: 'address' });
    expect(await spend(limiter, 'carl', 100)).toMatchObject({ ok: true });
  });

  test('counts at least 1, and no more than a full bucket', async () => {
    const limiter = createLimiter({ store: await openStore() });
    expect(await spend(limiter, 'anna', 0)).toMatchObject({ ok: true, remaining: 99 });
    expect(await spend(limiter, 'bea', 1e9)).toMatchObject({ ok: true, remaining: 0 });
    expect(await spend(limiter, 'bea', 1e9)).toMatchObject({ ok: false, retryAfterSeconds: 10 });
  });

  test('counts requests that come at once one by one', async () => {
    const limiter = createLimiter({ store: await openStore() });
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => limiter.consume({ viewerKey: 'anna', address: ADDRESS, cost: 10 })));
    expect(outcomes.filter((outcome) => outcome?.ok)).toHaveLength(10);
  });

  test('counts nobody where there is nobody', async () => {
    const limiter = createLimiter({ store: await openStore() });
    expect(await limiter.consume({ viewerKey: null, address: null, cost: 1e9 })).toBeNull();
  });
});

describe('a bucket', () => {
  test('leaks at a steady pace', async () => {
    let nowMs = 0;
    const limiter = createLimiter({ store: createMemoryBucketStore(() => nowMs) });
    const refusedAt = async (ms: number) => {
      nowMs = ms;
      return (await spend(limiter, 'anna', 10))!.ok ? null : ms;
    };
    await spend(limiter, 'anna', 100);
    expect([await refusedAt(999), await refusedAt(1_000), await refusedAt(1_999), await refusedAt(2_000), await refusedAt(3_000)]).toEqual([999, null, 1_999, null, null]);
    nowMs = 100_000;
    expect(await spend(limiter, 'anna', 100)).toMatchObject({ ok: true, remaining: 0 });
  });

  test('leaks in Redis too, and is one for all processes', async () => {
    const { stores } = await openRedisStores(2);
    const [limiter, other] = stores.map((store) => createLimiter({ perViewer: { capacity: 1_000, restoredPerSecond: 1_000 }, store })) as [CostLimiter, CostLimiter];
    await spend(limiter, 'anna', 1_000);
    const startedAt = performance.now();
    while (!(await spend(other, 'anna', 300))!.ok) await nextTurn();
    const tookMs = performance.now() - startedAt;
    expect(tookMs).toBeGreaterThan(150);
    expect(tookMs).toBeLessThan(1_000);
  });

  test.each([[{ capacity: 10, restoredPerSecond: 20 }], [{ capacity: 10, restoredPerSecond: 0 }], [{ capacity: 1.5, restoredPerSecond: 1 }]])('of a size that cannot be is refused: %j', (perViewer) => {
    expect(() => createLimiter({ perViewer })).toThrow(RangeError);
  });
});

describe('without Redis', () => {
  test('memory takes over when it goes away in the middle, and no request fails or waits', async () => {
    const { stop, stores } = await openRedisStores(1);
    const limiter = createLimiter({ store: stores[0]! });
    const claims = Array.from({ length: 40 }, () => spend(limiter, 'anna', 10));
    const gone = stop();
    const outcomes = await Promise.all([...claims, ...Array.from({ length: 20 }, () => spend(limiter, 'anna', 10))]);
    await gone;
    expect(outcomes.every((outcome) => outcome !== null)).toBe(true);
    const startedAt = performance.now();
    await spend(limiter, 'bea', 100);
    expect(await spend(limiter, 'bea', 100)).toMatchObject({ ok: false });
    expect(performance.now() - startedAt).toBeLessThan(300);
  });

  test('memory takes over when it hangs, and soon no request waits', async () => {
    const redis = await startTestRedis();
    disposals.push(() => redis.dispose());
    const wire = await openWire(redis.url);
    const store = createRedisBucketStore({ url: wire.url, log });
    disposals.push(() => wire.dispose(), () => store.dispose());
    await store.ready();
    const limiter = createLimiter({ store });
    await spend(limiter, 'anna', 50);
    wire.hang();
    const waits: number[] = [];
    for (let round = 0; round < 8; round++) {
      const startedAt = performance.now();
      await spend(limiter, 'anna', 10);
      waits.push(performance.now() - startedAt);
    }
    expect(Math.max(...waits)).toBeLessThan(400);
    expect(waits.slice(4).every((wait) => wait < 50)).toBe(true);
    expect(await spend(limiter, 'anna', 50)).toMatchObject({ ok: false });
  });

  test('where it never was, memory counts from the first request on', async () => {
    const limiter = createLimiter({ redis: { url: `redis://127.0.0.1:${await findFreePort()}`, log } });
    expect(await spend(limiter, 'anna', 100)).toMatchObject({ ok: true });
    expect(await spend(limiter, 'anna', 100)).toMatchObject({ ok: false });
  });
});

describe('what a client is told', () => {
  const limiter = createCostLimiter({ ...SIZES, store: createMemoryBucketStore(() => 0) });

  test('of what it may', async () => {
    const outcome = await spend(limiter, 'anna', 60);
    expect(toCostExtensions(60, outcome)).toEqual({ cost: { requestedQueryCost: 60, throttleStatus: { maximumAvailable: 100, currentlyAvailable: 40, restoreRate: 10 } } });
    expect(toCostHeaders(outcome)).toEqual({ 'ratelimit-policy': '"viewer";q=100;w=10', ratelimit: '"viewer";r=40;t=6' });
  });

  test('of what it may not', async () => {
    await spend(limiter, 'bea', 60);
    const outcome = await spend(limiter, 'bea', 75);
    if (!outcome || outcome.ok) throw new Error('It was let through');
    expect(toCostHeaders(outcome)).toEqual({ 'ratelimit-policy': '"viewer";q=100;w=10', ratelimit: '"viewer";r=40;t=6', 'retry-after': '4' });
    expect(toRateLimitError(outcome).toJSON()).toEqual({ message: 'Too much was asked in a short time. Try again in 4 s.', extensions: { code: 'RATE_LIMITED' } });
    expect(toCostExtensions(75, outcome).cost.throttleStatus).toMatchObject({ currentlyAvailable: 40 });
  });

  test('where nobody is limited', () => {
    expect(toCostExtensions(7, null)).toEqual({ cost: { requestedQueryCost: 7 } });
    expect(toCostHeaders(null)).toEqual({});
  });
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:0db8:0000:0000:ffff:ffff:ffff:ffff', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unix', 'unix'],
])('the address %s is counted as %s', (address, key) => {
  expect(toAddressKey(address)).toBe(key);
});
