import type { OperationPlan } from '../../execution/plan.js';

/** Which planner a process is for. */
export type PlannerKind = 'hive' | 'apollo';

/** What a planner process is asked, one thing at a time; `version` names one of the supergraphs that it keeps. */
export type PlannerRequest =
  | { kind: 'load'; version: number; supergraphSdl: string }
  | { kind: 'plan'; version: number; text: string; operationName?: string }
  | { kind: 'drop'; version: number };

/** Each request has one reply. `apiSdl`: what clients see, from the one that reads it. */
export type PlannerReply =
  | { kind: 'done'; apiSdl?: string; root?: OperationPlan['root'] }
  | { kind: 'failed'; message: string; code?: string };
