import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { shortenMessage, type ErrorCode } from '@secondlife/platform/error-code';

/** Why an operation is not run: one error, with its code. */
export interface Refusal {
  errors: readonly [GraphQLFormattedError];
  /** Whether the request is none that can be understood: HTTP 400, whatever the client accepts. */
  isMalformed?: true;
}

const MAX_LOCATIONS = 4;

/** A refusal in words of ours. */
export const refuse = (code: ErrorCode, message: string): Refusal => ({ errors: [{ message, extensions: { code } }] });

/** A refusal, in words of ours, of what is no request. */
export const refuseMalformed = (message: string): Refusal => ({ ...refuse('BAD_USER_INPUT', message), isMalformed: true });

/**
 * A refusal that tells of an error not more of the document than helps, and nothing of its nodes, which would be held in memory.
 * The error's own code goes before `code`.
 */
export function toRefusal({ message, locations, extensions }: GraphQLError, code: ErrorCode): Refusal {
  return { errors: [{ message: shortenMessage(message), ...(locations && { locations: locations.slice(0, MAX_LOCATIONS) }), extensions: { code, ...extensions } }] };
}
