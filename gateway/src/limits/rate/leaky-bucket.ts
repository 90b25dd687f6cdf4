/** A bucket that costs flow into and leak out of at a steady pace: what does not fit in is refused. */
export interface BucketSize {
  /** What fits in: the cost that may be spent at once after a while of rest. */
  capacity: number;
  /** What leaks out in a second: the cost that may be spent without end. */
  restoredPerSecond: number;
}

/** A bucket once a cost was poured in, or refused. */
export interface BucketLevel {
  isAccepted: boolean;
  /** What still fits in, rounded down. */
  remaining: number;
  /** Until it is empty when the cost was accepted; else until the cost would fit in. */
  waitMs: number;
}

/** What instants in floating-point milliseconds may be off by, now and in this century. */
const ROUNDING_MS = 0.01;

/**
 * Pours a cost into a bucket that is empty at `emptyAtMs`. A bucket is kept as that one instant (the generic cell rate algorithm), so
 * that nothing has to leak in between. A negative cost takes out what was poured in before.
 */
export function pour(cost: number, emptyAtMs: number, nowMs: number, { capacity, restoredPerSecond }: BucketSize): BucketLevel & { emptyAtMs: number } {
  const msPerCost = 1_000 / restoredPerSecond;
  const before = Math.max(emptyAtMs, nowMs);
  const after = Math.max(before + cost * msPerCost, nowMs);
  const overflowMs = after - nowMs - capacity * msPerCost;
  const toRemaining = (at: number) => Math.max(0, Math.floor(capacity - (at - nowMs - ROUNDING_MS) / msPerCost));
  const toWaitMs = (ms: number) => Math.ceil(ms - ROUNDING_MS);
  return overflowMs > ROUNDING_MS
    ? { isAccepted: false, remaining: toRemaining(before), waitMs: toWaitMs(overflowMs), emptyAtMs: before }
    : { isAccepted: true, remaining: toRemaining(after), waitMs: toWaitMs(after - nowMs), emptyAtMs: after };
}

/**
 * The same in Redis, by its own clock, as the script that RateLimiterRedis runs: the library itself has windows alone, at the edge of
 * which twice the limit passes. KEYS: the bucket. ARGV: the cost, a time to live (unused: a bucket lives until it is empty), the capacity, the
 * seconds that a full bucket takes to leak. Answers what the library wants: points used, above the capacity for a refusal, and the ms to wait.
 */
export const LEAKY_BUCKET_SCRIPT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local capacity = tonumber(ARGV[3])
local msPerCost = ARGV[4] * 1000 / capacity
local before = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
local after = math.max(before + ARGV[1] * msPerCost, now)
local overflow = after - now - capacity * msPerCost
if overflow > ${ROUNDING_MS} then return {capacity + math.ceil(overflow / msPerCost), math.ceil(overflow - ${ROUNDING_MS})} end
redis.call('SET', KEYS[1], string.format('%.3f', after), 'PX', math.max(1, math.ceil(after - now)))
return {math.ceil((after - now - ${ROUNDING_MS}) / msPerCost), math.ceil(after - now - ${ROUNDING_MS})}
`;
