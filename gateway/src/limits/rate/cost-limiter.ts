import type { Logger } from '@secondlife/platform/log';
import { toAddressKey } from '../../identity/address-key.js';
import { createMemoryBucketStore, createRedisBucketStore, type Buckets, type BucketStore } from './buckets.js';
import type { BucketLevel, BucketSize } from './leaky-bucket.js';

export interface CostLimiterOptions {
  /** Where all processes count together; without it each counts for itself. */
  redis?: { url: string; log: Logger };
  /** Of one person, or whoever else has a key. Default `DEFAULT_PER_VIEWER`. */
  perViewer?: BucketSize;
  /** Of one address, everybody behind it together. Default `DEFAULT_PER_ADDRESS`. */
  perAddress?: BucketSize;
  /** A store of the caller's, who disposes of it; for tests. */
  store?: BucketStore;
}

/** Who asks, and for how much. */
export interface CostClaim {
  /** Null for nobody in particular: only the address counts. */
  viewerKey: string | null;
  /** Null where there is none, as within the process. */
  address: string | null;
  /** At least 1 is counted. */
  cost: number;
}

/** The bucket that decided: the one that refused for longest, or that has least left. */
export interface CostStanding {
  /** Which of the limits it is. */
  policy: 'viewer' | 'address';
  /** The cost that fits in at once. */
  limit: number;
  remaining: number;
  restoredPerSecond: number;
}

/** Whether a cost may be spent. */
export type CostOutcome =
  | (CostStanding & { ok: true; resetSeconds: number })
  | (CostStanding & { ok: false; retryAfterSeconds: number });

/** Limits what is spent in time, per viewer and per address. */
export interface CostLimiter {
  /** Counts a cost, or nothing when it is refused. Null where there is nobody to count for. Never fails because Redis does. */
  consume(claim: CostClaim): Promise<CostOutcome | null>;
  dispose(): void;
}

/** See "Limits" in the README for what these let through. */
export const DEFAULT_PER_VIEWER: BucketSize = { capacity: 100_000, restoredPerSecond: 2_000 };
/** Ten people at once behind one address; also the web app's own server, which asks for everybody. */
export const DEFAULT_PER_ADDRESS: BucketSize = { capacity: 1_000_000, restoredPerSecond: 20_000 };

interface Poured {
  policy: CostStanding['policy'];
  buckets: Buckets;
  key: string;
  level: BucketLevel;
}

/** Leaky buckets of cost: a burst up to their capacity passes at once, and a steady pace for ever. */
export function createCostLimiter({ redis, perViewer = DEFAULT_PER_VIEWER, perAddress = DEFAULT_PER_ADDRESS, store: given }: CostLimiterOptions = {}): CostLimiter {
  const store = given ?? (redis ? createRedisBucketStore(redis) : createMemoryBucketStore());
  const viewers = store.createBuckets('viewer', perViewer);
  const addresses = store.createBuckets('address', perAddress);

  const pour = async (policy: Poured['policy'], buckets: Buckets, key: string, cost: number): Promise<Poured> => ({ policy, buckets, key, level: await buckets.pour(key, cost) });

  return {
    async consume({ viewerKey, address, cost }) {
      const poured = await Promise.all([
        ...(viewerKey === null ? [] : [pour('viewer', viewers, viewerKey, cost)]),
        ...(address === null ? [] : [pour('address', addresses, toAddressKey(address), cost)]),
      ]);
      const isAccepted = poured.every(({ level }) => level.isAccepted);
      // Whoever is refused on their own account must not use up the address that others share, nor the other way round.
      if (!isAccepted) await Promise.all(poured.filter(({ level }) => level.isAccepted).map(({ buckets, key }) => buckets.takeOut(key, cost)));
      const [deciding] = isAccepted
        ? poured.toSorted((one, other) => one.level.remaining - other.level.remaining)
        : poured.filter(({ level }) => !level.isAccepted).toSorted((one, other) => other.level.waitMs - one.level.waitMs);
      return deciding ? toOutcome(deciding) : null;
    },
    dispose() {
      if (!given) store.dispose();
    },
  };
}

function toOutcome({ policy, buckets: { size }, level: { isAccepted, remaining, waitMs } }: Poured): CostOutcome {
  const standing = { policy, limit: size.capacity, remaining, restoredPerSecond: size.restoredPerSecond };
  const seconds = Math.ceil(waitMs / 1_000);
  return isAccepted ? { ok: true, ...standing, resetSeconds: seconds } : { ok: false, ...standing, retryAfterSeconds: Math.max(1, seconds) };
}
