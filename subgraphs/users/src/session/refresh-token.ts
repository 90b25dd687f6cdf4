import { createHash, createHmac } from 'node:crypto';

/** What is kept of a token: 256 random bits need no slow hash. */
export const toTokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * The one token that follows `token`: derived with the server's secret, so that a repeated request can be given the same
 * one although only hashes are kept.
 */
export const toSuccessor = (token: string, secret: string): string =>
  createHmac('sha256', secret).update(`successor of ${token}`).digest('base64url');
