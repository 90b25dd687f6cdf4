import { GraphQLError, type FormattedExecutionResult, type GraphQLFormattedError } from 'graphql';
import { isJsonObject } from './merge.js';

type Keys = readonly (string | number)[];

/** An error as clients see it; a path of no keys is left out. */
export function toCodedError(code: string, message: string, path?: Keys): GraphQLFormattedError {
  return { message, ...(path?.length ? { path } : {}), extensions: { code } };
}

/** Says nothing of where or why: that goes to whoever runs the gateway, not to clients. */
export function toUnavailable(path: Keys): GraphQLFormattedError {
  return toCodedError('SUBGRAPH_UNAVAILABLE', 'The part of the graph that answers this is unavailable.', path);
}

/** The last answer of a subscription whose subgraph went away. */
export function toInterrupted(): GraphQLFormattedError {
  return toCodedError('SUBSCRIPTION_INTERRUPTED', 'The subscription was interrupted; events may have been lost.');
}

/** Of an operation that is valid, and more than is planned. Thrown while planning. */
export function toTooComplex(): GraphQLError {
  return new GraphQLError('The operation selects too much.', { extensions: { code: 'OPERATION_TOO_COMPLEX' } });
}

/** Where a subgraph's error is in the client's answer: in more than one place, where one entity stands in several. */
export type ToClientPaths = (path: Keys | undefined) => readonly Keys[];

/**
 * A subgraph's errors as the client sees them: message and code are kept, and an error without a code counts as unexpected;
 * locations are in a document that the client has never seen, and other extensions may tell of the inside.
 */
export function toClientErrors({ errors }: FormattedExecutionResult, toClientPaths: ToClientPaths): GraphQLFormattedError[] {
  return (errors ?? []).flatMap(({ message, path, extensions }) => {
    const code = typeof extensions?.code === 'string' ? extensions.code : 'INTERNAL_SERVER_ERROR';
    return toClientPaths(Array.isArray(path) ? path : undefined).map((clientPath) => toCodedError(code, message, clientPath));
  });
}

/** Throws when what should be errors is none: the answer is not GraphQL's. */
export function hasErrors({ errors }: FormattedExecutionResult): boolean {
  const given: unknown = errors ?? [];
  const isError = (error: unknown): boolean => isJsonObject(error) && typeof error.message === 'string';
  if (!Array.isArray(given) || !given.every(isError)) throw new Error('The subgraph gave errors that are none.');
  return given.length > 0;
}

/**
 * Tells whether an error is already told for a place: at it, within it, or around it; for one that is missing, also beside it,
 * since an error that goes up to the root of a fetch takes away all that the fetch was for.
 */
export interface ToldErrors {
  add(error: GraphQLFormattedError): void;
  explain(path: Keys, isMissing: boolean): boolean;
}

interface Place { isTold: boolean; inner: Map<string | number, Place> }

/** Begins with what fetches have told. */
export function createToldErrors(errors: readonly GraphQLFormattedError[]): ToldErrors {
  const root: Place = { isTold: false, inner: new Map() };

  const add = ({ path = [] }: GraphQLFormattedError): void => {
    let place = root;
    for (const key of path) {
      const inner = place.inner.get(key) ?? { isTold: false, inner: new Map<string | number, Place>() };
      place.inner.set(key, inner);
      place = inner;
    }
    place.isTold = true;
  };
  errors.forEach(add);

  return {
    add,
    explain(path, isMissing) {
      let place = root;
      for (const [index, key] of path.entries()) {
        if (place.isTold) return true;
        const inner = place.inner.get(key);
        if (!inner) return isMissing && index === path.length - 1 && place.inner.size > 0;
        place = inner;
      }
      return place.isTold || place.inner.size > 0;
    },
  };
}
