import { setTimeout as wait } from 'node:timers/promises';
import { ExponentialBackoff, type IBackoff } from 'cockatiel';
import { SubgraphFailure, type FailureKind } from '@secondlife/platform/subgraph/subgraph-failure';

export interface AttemptOptions {
  maxRetries: number;
  retryDelayMs: number;
  /** Of `performance.now()`: a retry that could not begin before it is not waited for. */
  deadlineMs: number;
  onRetry(retry: number, kind: FailureKind): void;
}

/** What another try may mend: at another address, or at the same one a little later. */
const RETRIED: ReadonlySet<FailureKind> = new Set(['unreachable', 'broken', 'server-error']);

/** Tries until there is an answer, with jittered exponential backoff; rejects with why the last try failed. */
export async function attemptRepeatedly<T>(attempt: () => Promise<T>, { maxRetries, retryDelayMs, deadlineMs, onRetry }: AttemptOptions): Promise<T> {
  let backoff: IBackoff<unknown> | undefined;
  let failure: SubgraphFailure | undefined;
  for (let retry = 1; ; retry += 1) {
    try {
      return await attempt();
    } catch (error) {
      // That the circuit opened meanwhile says less than why.
      if (failure && error instanceof SubgraphFailure && error.kind === 'circuit-open') throw failure;
      if (retry > maxRetries || !(error instanceof SubgraphFailure) || !RETRIED.has(error.kind)) throw error;
      failure = error;
    }
    backoff = backoff ? backoff.next(undefined) : new ExponentialBackoff({ initialDelay: retryDelayMs }).next();
    if (performance.now() + backoff.duration >= deadlineMs) throw failure;
    await wait(backoff.duration);
    onRetry(retry, failure.kind);
  }
}
