import { RateLimiterCompatibleAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import { pour, type BucketSize } from './leaky-bucket.js';

/** Fewer than this are never looked through. */
const FEW = 1_000;

/**
 * Leaky buckets of this process, in the library's shape: it takes one as the insurance of its Redis limiter, which must be of its class.
 * What has leaked empty is forgotten whenever the number has doubled since, so that it is bounded by the keys that are in use.
 */
export class MemoryBuckets extends RateLimiterCompatibleAbstract {
  override readonly keyPrefix = '';
  // The library sets both; a bucket knows neither.
  override blockDuration = 0;
  override execEvenly = false;

  readonly #size: BucketSize;
  readonly #nowMs: () => number;
  readonly #emptyAtMs = new Map<string | number, number>();
  #sweepAt = FEW;

  /** `nowMs` is a clock that is never set back; default the process'. */
  constructor(size: BucketSize, nowMs: () => number = () => performance.now()) {
    super();
    this.#size = size;
    this.#nowMs = nowMs;
  }

  override async consume(key: string | number, cost = 1): Promise<RateLimiterRes> {
    const nowMs = this.#nowMs();
    const { capacity } = this.#size;
    const { isAccepted, remaining, waitMs, emptyAtMs } = pour(cost, this.#emptyAtMs.get(key) ?? 0, nowMs, this.#size);
    const result = new RateLimiterRes(remaining, waitMs, isAccepted ? capacity - remaining : capacity - remaining + cost);
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- how the library says no
    if (!isAccepted) return Promise.reject(result);
    this.#emptyAtMs.set(key, emptyAtMs);
    this.#sweep(nowMs);
    return result;
  }

  /** Takes out what was poured in. */
  override reward(key: string | number, cost = 1): Promise<RateLimiterRes> {
    return this.consume(key, -cost);
  }

  #sweep(nowMs: number): void {
    if (this.#emptyAtMs.size < this.#sweepAt) return;
    for (const [key, emptyAtMs] of this.#emptyAtMs) if (emptyAtMs <= nowMs) this.#emptyAtMs.delete(key);
    this.#sweepAt = Math.max(FEW, this.#emptyAtMs.size * 2);
  }
}
