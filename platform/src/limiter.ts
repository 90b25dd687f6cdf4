import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';

/** How often something may be done. */
export interface LimitRule {
  /** How many times something may be done within `seconds`. */
  times: number;
  seconds: number;
}

/** Counts what each key does, across processes, before it is done. */
export interface Limiter {
  /** Counts one try; the seconds to wait when it is one too many, else null. */
  consume(key: string): Promise<number | null>;
  /** Forgets the key's tries. */
  reset(key: string): Promise<void>;
}

/** Limits in the service's own table `tries`: one statement counts and answers, so tries at once are counted one by one. */
export function createLimiter(dataSource: DataSource, name: string, { times, seconds }: LimitRule): Limiter {
  const schema = (dataSource.options as { schema: string }).schema;
  const limiter = new RateLimiterPostgres({
    storeClient: (dataSource.driver as unknown as { master: unknown }).master,
    storeType: 'pool',
    schemaName: schema,
    tableName: 'tries',
    tableCreated: true,
    keyPrefix: name,
    points: times,
    duration: seconds,
    clearExpiredByTimeout: false,
  });
  return {
    async consume(key) {
      try {
        await limiter.consume(key);
        return null;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      }
    },
    async reset(key) {
      await limiter.delete(key);
    },
  };
}
