import type { FormattedExecutionResult } from 'graphql';
import type { SignedViewer } from '../signed-viewer.js';

/** One operation for one subgraph. */
export interface SubgraphRequest {
  query: string;
  operationName?: string;
  variables: Record<string, unknown>;
}

/** On whose behalf a subgraph is asked. */
export interface SubgraphCall {
  viewer: SignedViewer;
  /** The client's Cookie header, where this subgraph may see it. */
  cookie?: string;
  /** Headers of the client that are propagated, by their names in lower case. */
  headers?: Readonly<Record<string, string>>;
  /** Headers by which a subgraph in another process goes on with the trace. */
  trace?: Readonly<Record<string, string>>;
  /** Called with each Set-Cookie that the subgraph answers with. */
  onSetCookie?(value: string): void;
}

/** One way to a subgraph: in this process, or over HTTP and WebSocket. */
export interface SubgraphClient {
  /** Rejects only when the subgraph could not be reached or did not answer in GraphQL. */
  execute(request: SubgraphRequest, call: SubgraphCall, signal?: AbortSignal): Promise<FormattedExecutionResult>;
  /**
   * Resolves once the subgraph is asked, and rejects when it can't be reached; a refusal is one result with errors. The iterator throws when
   * the link breaks or events come faster than they are taken; `return()` ends it upstream.
   */
  subscribe(request: SubgraphRequest, call: SubgraphCall): Promise<AsyncIterableIterator<FormattedExecutionResult>>;
  /** Rejects when the subgraph is not well; in-process it asks the subgraph's own checks. */
  check(signal?: AbortSignal): Promise<void>;
  dispose(): Promise<void>;
}
