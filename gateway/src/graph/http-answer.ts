import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import Negotiator from 'negotiator';

/** The types of answers, and of the page that a browser finds. */
export const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';
export const HTML_TYPE = 'text/html; charset=utf-8';

/** What an answer can be written as. */
export type AnswerType = typeof JSON_TYPE | typeof GRAPHQL_TYPE;

const MAX_REMEMBERED = 100;

/** Finds what a client likes best by its Accept header: JSON where it says nothing, null where it takes none of them. Browsers like HTML best. */
export function createNegotiator(): (accept: string | undefined) => AnswerType | typeof HTML_TYPE | null {
  const remembered = new Map<string, AnswerType | typeof HTML_TYPE | null>();
  return (accept) => {
    if (accept === undefined) return JSON_TYPE;
    const known = remembered.get(accept);
    if (known !== undefined) return known;
    const found = (new Negotiator({ headers: { accept } }).mediaType([JSON_TYPE, GRAPHQL_TYPE, HTML_TYPE]) ?? null) as AnswerType | typeof HTML_TYPE | null;
    if (remembered.size < MAX_REMEMBERED) remembered.set(accept, found);
    return found;
  };
}

/** The status of a well-formed request's answer that has no data, by its first error's code; where a code is not here: 400. */
const STATUS_WITHOUT_DATA: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  INTERNAL_SERVER_ERROR: 500,
  SUBGRAPH_UNAVAILABLE: 503,
  // Clients of Apollo's protocol take it for an answer.
  PERSISTED_QUERY_NOT_FOUND: 200,
};
/** These are told by the status to those too who read plain JSON, to whom any other answer in GraphQL is 200. */
const TOLD_TO_ALL = new Set(['RATE_LIMITED', 'INTERNAL_SERVER_ERROR', 'SUBGRAPH_UNAVAILABLE']);

/** The HTTP status of an answer, as GraphQL over HTTP has it for its type. */
export function toStatus(type: AnswerType, { data, errors }: FormattedExecutionResult): number {
  if (data !== undefined) return 200;
  const code = codeOf(errors?.[0]);
  return type === GRAPHQL_TYPE || TOLD_TO_ALL.has(code) ? (STATUS_WITHOUT_DATA[code] ?? 400) : 200;
}

const codeOf = (error: GraphQLFormattedError | undefined): string => String(error?.extensions?.['code']);
