import { ApolloLink, Observable } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import type { Session } from '../../session/session';

const isUnauthenticated = (error: unknown): boolean =>
  (ServerError.is(error) && error.statusCode === 401) ||
  (CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED'));

/** Sends the session's token, and once more with a new one when it was refused: nothing was done with a refused one. */
export const createSessionLink = (session: Session): ApolloLink =>
  new ApolloLink(
    (operation, forward) =>
      new Observable((sink) => {
        let inner: { unsubscribe(): void } | undefined;
        let isOver = false;

        async function attempt(mayTryAgain: boolean): Promise<void> {
          const token = await session.getToken();
          if (isOver) return;
          operation.setContext(({ headers }: { headers?: Record<string, string> }) => ({
            headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
          }));
          const again = () => {
            session.reject(token!);
            attempt(false).catch((error: unknown) => sink.error(error));
          };
          inner = forward(operation).subscribe({
            next(result) {
              const refused = 'errors' in result && result.errors && isUnauthenticated(new CombinedGraphQLErrors({ errors: result.errors }));
              if (refused && token && mayTryAgain && !result.data) return again();
              sink.next(result);
              sink.complete();
            },
            error(error: unknown) {
              if (token && mayTryAgain && isUnauthenticated(error)) return again();
              sink.error(error);
            },
          });
        }

        attempt(true).catch((error: unknown) => sink.error(error));
        return () => {
          isOver = true;
          inner?.unsubscribe();
        };
      }),
  );
