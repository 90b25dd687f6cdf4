import type { GraphQLError } from 'graphql';
import { codedError } from '@secondlife/platform/error-code';
import type { CostOutcome } from './cost-limiter.js';

/** What an answer tells of its cost, under `extensions.cost`, as Shopify has it. */
export interface CostExtension {
  requestedQueryCost: number;
  /** Left out where nobody is limited. */
  throttleStatus?: {
    maximumAvailable: number;
    currentlyAvailable: number;
    /** In a second. */
    restoreRate: number;
  };
}

/** For the answer's `extensions`; over every transport the same. */
export function toCostExtensions(cost: number, outcome: CostOutcome | null): { cost: CostExtension } {
  const throttleStatus = outcome && { maximumAvailable: outcome.limit, currentlyAvailable: outcome.remaining, restoreRate: outcome.restoredPerSecond };
  return { cost: { requestedQueryCost: cost, ...(throttleStatus && { throttleStatus }) } };
}

/**
 * HTTP headers of the limit that is nearest: `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers-10: quota, window
 * and time to reset in seconds, the quota in cost), and `Retry-After` for a refusal.
 */
export function toCostHeaders(outcome: CostOutcome | null): Record<string, string> {
  if (!outcome) return {};
  const { policy, limit, remaining, restoredPerSecond } = outcome;
  const resetSeconds = outcome.ok ? outcome.resetSeconds : Math.ceil((limit - remaining) / restoredPerSecond);
  return {
    'ratelimit-policy': `"${policy}";q=${limit};w=${Math.ceil(limit / restoredPerSecond)}`,
    ratelimit: `"${policy}";r=${remaining};t=${resetSeconds}`,
    ...(!outcome.ok && { 'retry-after': String(outcome.retryAfterSeconds) }),
  };
}

/** What a refused client reads: RATE_LIMITED, and over HTTP status 429. */
export const toRateLimitError = ({ retryAfterSeconds }: CostOutcome & { ok: false }): GraphQLError =>
  codedError('RATE_LIMITED', `Too much was asked in a short time. Try again in ${retryAfterSeconds} s.`);
