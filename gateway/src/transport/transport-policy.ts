import type { FailureKind } from '@secondlife/platform/subgraph/subgraph-failure';

/** How patient the gateway is with one subgraph. */
export interface TransportPolicy {
  /**
   * How long one fetch may take with all its retries. Default 30,000 ms,
   * as hashing a password is slow on purpose, and a burst of new accounts on a small machine takes seconds.
   */
  timeoutMs: number;
  /** How often a query is sent again when no answer came; a mutation never is. Default 2. */
  maxRetries: number;
  /** About how long before the first retry; twice that before the second, with jitter. Default 100 ms. */
  retryDelayMs: number;
  /** Fetches under way or waiting for a connection; one more fails at once. Default 1000. */
  maxConcurrentFetches: number;
  breaker: BreakerPolicy;
}

/** When a subgraph is no longer asked. A failure is one that is unreachable or broken, a status 5xx or a timeout: a GraphQL error is an answer. */
export interface BreakerPolicy {
  /** The share of tries, between 0 and 1, that have to fail. Default 0.5. */
  failureRatio: number;
  /** The time over which that share is taken. Default 10,000 ms. */
  windowMs: number;
  /** Tries within that time below which nothing is concluded. Default 10. */
  minTries: number;
  /** How long it stays open before one fetch is let through. Default 2,000 ms. */
  openMs: number;
}

/** What an operator has to say against the defaults. */
export type TransportSettings = Lenient<Omit<TransportPolicy, 'breaker'>> & { breaker?: Lenient<BreakerPolicy> | undefined };
type Lenient<T> = { [Name in keyof T]?: T[Name] | undefined };

/** Normal operation; failing fast; one fetch tests whether it has recovered. */
export type BreakerState = 'closed' | 'open' | 'half-open';

/** `ok` and `errors` are answers, without and with GraphQL errors. */
export type FetchOutcome = 'ok' | 'errors' | FailureKind;

/** Told of what goes on, for metrics. Must not throw. */
export interface TransportHooks {
  /** Of a fetch, with all its tries. */
  onFetch?(subgraph: string, outcome: FetchOutcome, seconds: number): void;
  /** Before another try, which is number `retry` from 1 on; `kind` is why the one before failed. */
  onRetry?(subgraph: string, retry: number, kind: FailureKind): void;
  /** Of a fetch that needed no request of its own. */
  onShare?(subgraph: string): void;
  onStateChange?(subgraph: string, state: BreakerState): void;
}

/** Fills in the defaults. */
export function toTransportPolicy({ timeoutMs = 30_000, maxRetries = 2, retryDelayMs = 100, maxConcurrentFetches = 1_000, breaker = {} }: TransportSettings = {}): TransportPolicy {
  const { failureRatio = 0.5, windowMs = 10_000, minTries = 10, openMs = 2_000 } = breaker;
  return { timeoutMs, maxRetries, retryDelayMs, maxConcurrentFetches, breaker: { failureRatio, windowMs, minTries, openMs } };
}
