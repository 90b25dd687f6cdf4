import { once } from 'node:events';
import { Redis } from 'ioredis';
import { RateLimiterRedis, RateLimiterRes, type RateLimiterLike } from 'rate-limiter-flexible';
import type { Logger } from '@secondlife/platform/log';
import { LEAKY_BUCKET_SCRIPT, type BucketLevel, type BucketSize } from './leaky-bucket.js';
import { MemoryBuckets } from './memory-buckets.js';

/** One leaky bucket for each key. */
export interface Buckets {
  size: BucketSize;
  /** Pours a cost in; what is more than fits at all counts as a full bucket. */
  pour(key: string, cost: number): Promise<BucketLevel>;
  /** Takes out what was poured in. */
  takeOut(key: string, cost: number): Promise<void>;
}

/** Where buckets are kept. */
export interface BucketStore {
  /** `name` keeps the keys of one kind apart. Throws for a size that is not above 0, or takes less than a second to leak. */
  createBuckets(name: string, size: BucketSize): Buckets;
  /** Resolves once costs are counted where they are kept; nothing has to wait for it. */
  ready(): Promise<void>;
  dispose(): void;
}

export interface RedisBucketStoreOptions {
  /** `redis://` or, over TLS, `rediss://`. */
  url: string;
  log: Logger;
  /** How long an answer may take before memory counts instead. Default 100 ms. */
  timeoutMs?: number;
}

/** Buckets of this process alone. `nowMs` is for tests. */
export function createMemoryBucketStore(nowMs?: () => number): BucketStore {
  return { createBuckets: (_, size) => toBuckets(new MemoryBuckets(requireSize(size), nowMs), size), ready: async () => undefined, dispose: () => undefined };
}

/**
 * Buckets that all processes share. While Redis is away, each process counts in memory, and no request waits for it. The connection is the
 * store's own: the library defines its script on it by name, so that it could not count windows beside.
 */
export function createRedisBucketStore({ url, log, timeoutMs = 100 }: RedisBucketStoreOptions): BucketStore {
  const client = new Redis(url, {
    enableOfflineQueue: false,
    // Both buckets of a request go out in one write.
    enableAutoPipelining: true,
    maxRetriesPerRequest: 0,
    commandTimeout: timeoutMs,
    // One that hangs is let go of, and waited for no more until it is back.
    socketTimeout: 2 * timeoutMs,
    connectTimeout: 1_000,
    // A socket that broke before gives no sign of its end: a process that stops would wait for one.
    disconnectTimeout: 100,
    retryStrategy: (times) => Math.min(times * 50, 1_000),
  });
  client.on('error', (error) => log.warn({ err: error }, 'redis does not count costs; memory does'));
  return {
    createBuckets(name, size) {
      const { capacity, restoredPerSecond } = requireSize(size);
      const limiter = new RateLimiterRedis({
        storeClient: client,
        keyPrefix: `cost:${name}`,
        points: capacity,
        duration: capacity / restoredPerSecond,
        customIncrTtlLuaScript: LEAKY_BUCKET_SCRIPT,
        rejectIfRedisNotReady: true,
        insuranceLimiter: new MemoryBuckets(size),
      });
      return toBuckets(limiter, size);
    },
    async ready() {
      if (client.status !== 'ready') await once(client, 'ready');
    },
    dispose: () => client.disconnect(),
  };
}

function toBuckets(limiter: RateLimiterLike, size: BucketSize): Buckets {
  const { capacity, restoredPerSecond } = size;
  const toPoints = (cost: number) => Math.min(capacity, Math.max(1, Math.ceil(cost)));
  return {
    size,
    async pour(key, cost) {
      const points = toPoints(cost);
      try {
        const { remainingPoints, msBeforeNext } = await limiter.consume(key, points);
        return { isAccepted: true, remaining: remainingPoints, waitMs: msBeforeNext };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const missing = (refusal.msBeforeNext * restoredPerSecond) / 1_000;
        return { isAccepted: false, remaining: Math.max(0, Math.floor(points - missing)), waitMs: refusal.msBeforeNext };
      }
    },
    async takeOut(key, cost) {
      await limiter.reward(key, toPoints(cost));
    },
  };
}

function requireSize(size: BucketSize): BucketSize {
  const { capacity, restoredPerSecond } = size;
  if (restoredPerSecond > 0 && capacity >= restoredPerSecond && Number.isInteger(capacity)) return size;
  throw new RangeError('A bucket holds a whole number, and at least what leaks out of it in a second.');
}
