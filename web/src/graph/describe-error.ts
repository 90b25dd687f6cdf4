import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import type { useTranslations } from 'next-intl';

/** Why something failed, as far as a person can do something about it. */
export type ErrorKind = 'network' | 'server' | 'session' | 'forbidden' | 'input';

/** Reads Apollo's errors; an unknown one is the server's. */
export function toErrorKind(error: unknown): ErrorKind {
  if (CombinedGraphQLErrors.is(error)) {
    const codes = error.errors.map(({ extensions }) => extensions?.code);
    if (codes.includes('UNAUTHENTICATED')) return 'session';
    if (codes.includes('FORBIDDEN')) return 'forbidden';
    if (codes.includes('BAD_USER_INPUT')) return 'input';
    return 'server';
  }
  if (ServerError.is(error)) return error.statusCode === 401 ? 'session' : 'server';
  return error instanceof TypeError ? 'network' : 'server';
}

const KEYS = { network: 'failedNetwork', server: 'failedServer', session: 'failedSession', forbidden: 'failedForbidden', input: 'failedInput' } as const;

/** What to say of an error that was thrown: what to do, in the language of the page. */
export const describeError = (error: unknown, t: ReturnType<typeof useTranslations<'common'>>): string => t(KEYS[toErrorKind(error)]);
