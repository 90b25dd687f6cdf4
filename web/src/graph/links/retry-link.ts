import { ServerError } from '@apollo/client/errors';
import { RetryLink } from '@apollo/client/link/retry';
import { OperationTypeNode } from 'graphql';

/** What may be asked for by `context`, beside Apollo's own. */
export interface GraphContext {
  /** Set by who sends a mutation that can come twice and is done once: it is tried again as a query is. */
  isIdempotent?: boolean;
}

const isPassing = (error: unknown): boolean => (ServerError.is(error) ? error.statusCode >= 500 : error instanceof TypeError);

/** What failed by the network or a 5xx is tried again after 1 s and 2 s, three tries in all; a mutation only where it is idempotent. */
export const createRetryLink = (): RetryLink =>
  new RetryLink({
    delay: { initial: 1_000, max: 2_000, jitter: false },
    attempts: {
      max: 3,
      retryIf: (error, operation) =>
        (operation.operationType === OperationTypeNode.QUERY || (operation.getContext() as GraphContext).isIdempotent === true) && isPassing(error) && navigator.onLine,
    },
  });
