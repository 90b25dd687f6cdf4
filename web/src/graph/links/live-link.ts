import { ApolloLink, Observable } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { print, type GraphQLFormattedError } from 'graphql';
import type { Live } from '../live';

/** The number of an event, where its root field's type has one. */
function readSeq(data: unknown): number | null {
  const [event] = Object.values((data ?? {}) as Record<string, unknown>);
  const seq = (event as { seq?: unknown } | null)?.seq;
  return typeof seq === 'number' ? seq : null;
}

/**
 * Subscriptions over the socket. One with `$after` goes on, when the socket was lost, after the last number that it
 * delivered: graphql-ws reads the payload anew each time it subscribes. What comes twice is dropped.
 */
export const createLiveLink = (live: Live): ApolloLink =>
  new ApolloLink(
    ({ query, operationName, variables, extensions }) =>
      new Observable((sink) => {
        const isNumbered = 'after' in variables;
        const payload = { query: print(query), operationName: operationName ?? null, variables: { ...variables }, extensions };
        let isOver = false;
        let stop = () => {
          isOver = true;
        };
        live.getClient().then(
          (client) => {
            if (isOver) return;
            stop = client.subscribe(payload, {
              next(result) {
                const seq = isNumbered ? readSeq(result.data) : null;
                if (seq !== null) {
                  if (seq <= (payload.variables.after ?? 0)) return;
                  payload.variables.after = seq;
                }
                sink.next(result as ApolloLink.Result);
              },
              error: (error) => sink.error(Array.isArray(error) ? new CombinedGraphQLErrors({ errors: error as readonly GraphQLFormattedError[] }) : error),
              complete: () => sink.complete(),
            });
          },
          (error: unknown) => sink.error(error),
        );
        return () => stop();
      }),
  );
