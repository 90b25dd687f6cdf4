import type { FormattedExecutionResult } from 'graphql';
import { mapAsyncIterator } from '@secondlife/platform/live/async-iterator';
import type { SubgraphCall, SubgraphClient, SubgraphRequest } from '@secondlife/platform/subgraph/subgraph-client';
import { SubgraphFailure } from '@secondlife/platform/subgraph/subgraph-failure';
import { toRequestText } from '@secondlife/platform/subgraph/wire';
import { attemptRepeatedly } from './attempts.js';
import { createBreaker } from './breaker.js';
import { createSharedFetches, type SharedFetches } from './shared-fetches.js';
import type { FetchOutcome, TransportHooks, TransportPolicy } from './transport-policy.js';

export interface ResilientClientOptions {
  /** The subgraph's name, for the hooks. */
  name: string;
  client: SubgraphClient;
  policy: TransportPolicy;
  hooks: TransportHooks;
  /** Called when a mutation has been answered, or has failed, and at each event: what was asked before may be out of date. */
  onWrite(): void;
}

export interface ResilientClient extends Omit<SubgraphClient, 'execute'> {
  /** Rejects with a SubgraphFailure. */
  execute(request: SubgraphRequest, call: SubgraphCall): Promise<Answer>;
  /** From now on nobody joins a query that is under way. */
  seal(): void;
}

type Answer = FormattedExecutionResult;

/**
 * A subgraph's client that bears with its failures: time limit, retries of queries, circuit breaker, bulkhead, one fetch for queries
 * that are the same. `check` and `dispose` are the client's own.
 */
export function createResilientClient({ name, client, policy, hooks, onWrite }: ResilientClientOptions): ResilientClient {
  const breaker = createBreaker(policy.breaker, (state) => hooks.onStateChange?.(name, state));
  const shared: SharedFetches<Question, Answer> = createSharedFetches({
    groupOf: ({ request, call }) => `${toWho(call)}${request.query}`,
    areOne: (a, b) => toRequestText(a.request) === toRequestText(b.request),
    onShare: () => hooks.onShare?.(name),
  });
  const { timeoutMs, maxRetries, retryDelayMs, maxConcurrentFetches } = policy;
  let underWay = 0;

  const attempt = (request: SubgraphRequest, call: SubgraphCall, signal: AbortSignal) => breaker.run(() => untilAborted(client.execute(request, call, signal), signal));

  async function fetch(request: SubgraphRequest, call: SubgraphCall, isSafe: boolean): Promise<Answer> {
    const startedMs = performance.now();
    let outcome: FetchOutcome = 'ok';
    const abort = new AbortController();
    const { signal } = abort;
    const timer = setTimeout(() => abort.abort(new SubgraphFailure('timeout', `No answer within ${timeoutMs} ms.`)), timeoutMs);
    underWay += 1;
    try {
      if (underWay > maxConcurrentFetches) throw new SubgraphFailure('overloaded', `${maxConcurrentFetches} fetches are under way already.`);
      const answer = await (isSafe
        ? attemptRepeatedly(() => attempt(request, call, signal), {
            maxRetries,
            retryDelayMs,
            deadlineMs: startedMs + timeoutMs,
            onRetry: (retry, kind) => hooks.onRetry?.(name, retry, kind),
          })
        : attempt(request, call, signal));
      if (answer.errors?.length) outcome = 'errors';
      return answer;
    } catch (error) {
      const failure = toFailure(error);
      outcome = failure.kind;
      throw failure;
    } finally {
      clearTimeout(timer);
      underWay -= 1;
      hooks.onFetch?.(name, outcome, (performance.now() - startedMs) / 1_000);
    }
  }

  return {
    execute(request, call) {
      if (!isQuery(request.query)) return fetch(request, call, false).finally(onWrite);
      return isShareable(call) ? shared.fetch({ request, call }, () => fetch(request, call, true)) : fetch(request, call, true);
    },
    async subscribe(request, call) {
      return mapAsyncIterator(await client.subscribe(request, call), (event) => {
        onWrite();
        return event;
      });
    },
    seal: shared.seal,
    check: (signal) => client.check(signal),
    dispose: () => client.dispose(),
  };
}

/** Planners write one operation to a document, and begin with it. What begins in another way is not taken for a query. */
const isQuery = (text: string): boolean => text.startsWith('query') || text.startsWith('{');

interface Question {
  request: SubgraphRequest;
  call: SubgraphCall;
}

/** Not where cookies go along, as they are a viewer of their own. */
const isShareable = ({ cookie, onSetCookie }: SubgraphCall): boolean => cookie === undefined && !onSetCookie;

/** What two callers who send the same text must have in common, so that they can be given one answer: all but the request's id. */
function toWho({ viewer, headers }: SubgraphCall): string {
  const { requestId: _, ...who } = viewer;
  return JSON.stringify([who, headers]);
}

/** A client in this process can't be stopped, only no longer waited for. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    const settle = (): void => signal.removeEventListener('abort', abort);
    work.then(
      (answer) => {
        settle();
        resolve(answer);
      },
      (error: unknown) => {
        settle();
        reject(toFailure(error));
      },
    );
  });
}

/** Clients reject only when there is no answer; those of others may do so in their own words. */
function toFailure(error: unknown): SubgraphFailure {
  if (error instanceof SubgraphFailure) return error;
  return new SubgraphFailure('broken', error instanceof Error ? error.message : String(error), { cause: error });
}
