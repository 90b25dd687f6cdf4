import type { FormattedExecutionResult } from 'graphql';

/** One operation for one subgraph. */
export interface SubgraphRequest {
  query: string;
  operationName?: string;
  variables: Record<string, unknown>;
}

/**
 * The way to one subgraph. `Context` is what the caller of the executor passes with each operation (who asks, the request id);
 * the executor hands it on unread.
 *
 * An answer belongs to the executor from then on, and is changed by it: a transport that gives one answer to several
 * callers gives each a copy.
 */
export interface SubgraphTransport<Context> {
  /** One answer; rejects only when the subgraph could not be reached, did not answer in time, or not in GraphQL. */
  execute(request: SubgraphRequest, context: Context): Promise<FormattedExecutionResult>;
  /**
   * Resolves once the subgraph has accepted or refused; a refusal is an iterator that yields one result with errors.
   * `return()` ends it upstream, also while a `next()` is pending. `next()` rejects when events may have been lost.
   */
  subscribe(request: SubgraphRequest, context: Context): Promise<AsyncIterableIterator<FormattedExecutionResult>>;
}
