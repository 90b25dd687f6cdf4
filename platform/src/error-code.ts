import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from './log.js';

/** Every `extensions.code` that a client can meet. A closed list: what carries no code of it is masked. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_TOO_COMPLEX',
  'PERSISTED_QUERY_NOT_FOUND',
  'RATE_LIMITED',
  'SUBGRAPH_UNAVAILABLE',
  'SUBSCRIPTION_INTERRUPTED',
  'INTERNAL_SERVER_ERROR',
] as const;
/** One of `ERROR_CODES`. */
export type ErrorCode = (typeof ERROR_CODES)[number];

const KNOWN: ReadonlySet<unknown> = new Set(ERROR_CODES);
/** Whether a code that came from elsewhere is one of ours. */
const isErrorCode = (code: unknown): code is ErrorCode => KNOWN.has(code);

/** An error that a client may read: its message goes out as it is, up to 300 characters. */
export function codedError(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

/** Apollo Server's own codes for malformed requests, said with ours. */
const APOLLO_CODES: Record<string, ErrorCode> = {
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'GRAPHQL_VALIDATION_FAILED',
  PERSISTED_QUERY_NOT_SUPPORTED: 'PERSISTED_QUERY_NOT_FOUND',
};

export interface MaskOptions {
  requestId: string;
  log: Logger;
}

/**
 * What of an error leaves the process: message, path and locations of a coded one; of any other only
 * INTERNAL_SERVER_ERROR, the original being logged. Both with the request's id.
 * `original` is what was thrown, where `formatted` is made from it.
 */
export function maskError(formatted: GraphQLFormattedError, original: unknown, { requestId, log }: MaskOptions): GraphQLFormattedError {
  const said = formatted.extensions?.['code'];
  const code = isErrorCode(said) ? said : APOLLO_CODES[String(said)];
  const place = { ...(formatted.path && { path: formatted.path }), ...(formatted.locations && { locations: formatted.locations }) };
  if (code && code !== 'INTERNAL_SERVER_ERROR') {
    return { message: toMessage(code, formatted.message), ...place, extensions: { code, requestId } };
  }
  log.error({ err: rootOf(original), requestId, path: formatted.path }, 'unexpected error');
  return {
    message: `Something went wrong on our side. Tell us this number if it happens again: ${requestId}`,
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  };
}

const MAX_MESSAGE_LENGTH = 300;
const CUT_OFF = '…';

/** A message of 300 characters at most: graphql-js repeats in its own what a client sent, however long it is. */
export const shortenMessage = (message: string): string => (message.length > MAX_MESSAGE_LENGTH ? `${message.slice(0, MAX_MESSAGE_LENGTH)}${CUT_OFF}` : message);

/** The parser's own words are kept; an exhausted stack, from a document that is too deep, has words of its own. */
function toMessage(code: ErrorCode, message: string): string {
  if (code === 'GRAPHQL_PARSE_FAILED' && !message.startsWith('Syntax Error')) return 'This document is nested too deeply to be read.';
  return withoutSuggestion(shortenMessage(message));
}

const SUGGESTION = 'Did you mean ';

/** "Did you mean …?" would tell a stranger what the schema hides. No regular expression: with many beginnings and no end it takes quadratic time. */
function withoutSuggestion(message: string): string {
  const start = message.indexOf(SUGGESTION);
  const end = message.endsWith(CUT_OFF) ? message.length : message.lastIndexOf('?') + 1;
  if (start < 0 || end < start + SUGGESTION.length) return message;
  return message.slice(0, message[start - 1] === ' ' ? start - 1 : start) + message.slice(end);
}

function rootOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? error.originalError : error;
}
