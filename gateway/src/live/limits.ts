import type { SignedViewer } from '@secondlife/platform/signed-viewer';

/** How much of what lasts one client may have. Who is nobody counts by address. */
export interface LiveLimits {
  /** Sockets and event streams from one address; default 2,000: many people may share one. */
  connectionsPerAddress: number;
  /** Default 50. */
  connectionsPerViewer: number;
  /** Operations under way on one socket; default 200. */
  operationsPerConnection: number;
  /** Over all connections; default 500. */
  subscriptionsPerViewer: number;
  /** Of those who are nobody; default 4,000. */
  subscriptionsPerAddress: number;
  /** What all clients together may have unsent, in bytes; where it is used up, each may have one frame. Default 64 MiB. */
  unsentBytes: number;
}

export const LIVE_LIMITS: LiveLimits = {
  connectionsPerAddress: 2_000,
  connectionsPerViewer: 50,
  operationsPerConnection: 200,
  subscriptionsPerViewer: 500,
  subscriptionsPerAddress: 4_000,
  unsentBytes: 64 * 1024 * 1024,
};

/** For measurements and trusted networks: what all may have unsent stays bounded. */
export const NO_LIVE_LIMITS: LiveLimits = {
  connectionsPerAddress: Infinity,
  connectionsPerViewer: Infinity,
  operationsPerConnection: Infinity,
  subscriptionsPerViewer: Infinity,
  subscriptionsPerAddress: Infinity,
  unsentBytes: LIVE_LIMITS.unsentBytes,
};

/** Counts what lasts, by key. */
export interface Counter {
  /** False: it would be one too many, and was not counted. */
  take(key: string): boolean;
  release(key: string): void;
}

function createCounter(limit: number): Counter {
  const counts = new Map<string, number>();
  return {
    take(key) {
      const count = counts.get(key) ?? 0;
      if (count >= limit) return false;
      counts.set(key, count + 1);
      return true;
    },
    release(key) {
      const count = counts.get(key) ?? 0;
      if (count > 1) counts.set(key, count - 1);
      else counts.delete(key);
    },
  };
}

type Who = Pick<SignedViewer, 'userId' | 'address'>;

/** What is counted for one who is there, until it is released. */
export interface LiveCounters {
  addresses: Counter;
  viewers: Counter;
  takeSubscription(who: Who): boolean;
  releaseSubscription(who: Who): void;
}

/** Counters for one process. */
export function createLiveCounters(limits: LiveLimits): LiveCounters {
  const ofViewers = createCounter(limits.subscriptionsPerViewer);
  const ofAddresses = createCounter(limits.subscriptionsPerAddress);
  const counterOf = ({ userId, address }: Who): [Counter, string] => (userId === null ? [ofAddresses, address ?? ''] : [ofViewers, userId]);
  return {
    addresses: createCounter(limits.connectionsPerAddress),
    viewers: createCounter(limits.connectionsPerViewer),
    takeSubscription(who) {
      const [counter, key] = counterOf(who);
      return counter.take(key);
    },
    releaseSubscription(who) {
      const [counter, key] = counterOf(who);
      counter.release(key);
    },
  };
}
