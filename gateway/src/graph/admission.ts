import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';
import type { CostLimiter } from '../limits/rate/cost-limiter.js';
import { toCostExtensions, toCostHeaders, toRateLimitError, type CostExtension } from '../limits/rate/cost-report.js';
import type { ReadyOperation } from './prepare.js';
import { refuse, type Refusal } from './refusal.js';

/** What an answer tells of its cost. */
export interface CostReport {
  /** Of the answer; a refusal has none. */
  extensions?: { cost: CostExtension };
  /** For HTTP. */
  headers: Record<string, string>;
}

/** Whether an operation is paid for, and what its answer is to tell of that; null: nothing. */
export type Admission = { refusal: Refusal; report: CostReport } | { refusal: null; report: CostReport | null };

/** Takes what an operation costs from what its viewer, and everybody at its address, may spend. */
export type Admit = (ready: ReadyOperation, call: SubgraphCall) => Promise<Admission>;

/** Without a limiter everything is let in, and nothing told. */
export function createAdmit(limiter: CostLimiter | null): Admit {
  return async ({ cost }, { viewer: { userId, address } }) => {
    if (!limiter || cost === null) return LET_IN;
    const outcome = await limiter.consume({ viewerKey: userId, address, cost });
    const headers = toCostHeaders(outcome);
    if (!outcome || outcome.ok) return { refusal: null, report: { extensions: toCostExtensions(cost, outcome), headers } };
    return { refusal: refuse('RATE_LIMITED', toRateLimitError(outcome).message), report: { headers } };
  };
}

const LET_IN: Admission = { refusal: null, report: null };
