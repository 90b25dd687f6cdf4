/**
 * - `unreachable`: no address took the request, so that nothing was sent
 * - `broken`: the connection ended before the answer did
 * - `server-error`: status 5xx, whatever stands in the body
 * - `not-graphql`: a whole answer that is none, such as a page, a redirect or an empty body
 * - `too-large`: more bytes than are taken
 * - `timeout`: the time that the fetch had is over
 * - `circuit-open`, `overloaded`: not asked, as it failed too often or has too much to do already
 */
export type FailureKind = 'unreachable' | 'broken' | 'server-error' | 'not-graphql' | 'too-large' | 'timeout' | 'circuit-open' | 'overloaded';

/** Why a subgraph gave no answer. The message may name addresses: it is for whoever runs the graph, never for clients. */
export class SubgraphFailure extends Error {
  override name = 'SubgraphFailure';

  constructor(
    readonly kind: FailureKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
