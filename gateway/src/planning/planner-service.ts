import type { Logger } from '@secondlife/platform/log';
import { toTooComplex } from '../execution/errors.js';
import { canHivePlan } from './hive-planner.js';
import { toSchemas, type LoadedSupergraph } from './loaded-supergraph.js';
import type { PlannerKind } from './process/messages.js';
import { createPlannerProcess, PlannerLostError, type PlannerProcess } from './process/planner-process.js';

/** Loads supergraphs, and plans over them in processes of their own: this thread never waits for a plan. */
export interface PlannerService {
  /** Rejects when the supergraph is not a valid one, or demands what the gateway does not keep. */
  load(supergraphSdl: string): Promise<LoadedSupergraph>;
  /** Of the planners' processes that run. */
  pids(): number[];
  dispose(): void;
}

/**
 * Hive Router's planner takes half a millisecond for most operations, and now and then seconds; what it has not planned by then is Apollo's, which
 * takes tens of milliseconds, or hundreds.
 */
const TIME_LIMITS_MS: Record<PlannerKind, number> = { hive: 250, apollo: 3_000 };

export interface PlannerServiceOptions {
  log: Logger;
  /** Told of each plan, by whom it was made. Must not throw. */
  onPlan?(planner: PlannerKind): void;
  /** How long a planner may take for one operation. Default 250 ms for the fast one, 3,000 ms for the thorough one behind it. */
  timeLimitsMs?: Record<PlannerKind, number>;
}

/** Hive Router's planner where it has a binary for this machine and knows what the supergraph says, with Apollo's behind it. */
export function createPlannerService({ log, onPlan = () => undefined, timeLimitsMs = TIME_LIMITS_MS }: PlannerServiceOptions): PlannerService {
  const apollo = createPlannerProcess({ kind: 'apollo', planTimeLimitMs: timeLimitsMs.apollo, log });
  const hive = createPlannerProcess({ kind: 'hive', planTimeLimitMs: timeLimitsMs.hive, mostLossesPerMinute: 10, log });
  let newest = 0;

  const loadFast = async (version: number, supergraphSdl: string): Promise<PlannerProcess | undefined> => {
    if (!canHivePlan(supergraphSdl)) return undefined;
    try {
      await hive.load(version, supergraphSdl);
      return hive;
    } catch (error) {
      log.warn({ err: error }, 'the fast planner is not there; every operation is planned by the thorough one');
      return undefined;
    }
  };

  return {
    async load(supergraphSdl) {
      newest += 1;
      const version = newest;
      const { apiSdl } = await apollo.load(version, supergraphSdl);
      if (apiSdl === undefined) throw new Error('The planner did not say what clients see.');
      const fast = await loadFast(version, supergraphSdl);
      // It takes 100 MB and is needed for one operation in a hundred, but for supergraphs that the fast one does not know.
      apollo.setResting(fast !== undefined);
      return {
        ...toSchemas({ supergraphSdl, apiSdl }),
        async buildPlan(text, operationName) {
          const planBy = async (kind: PlannerKind, planner: PlannerProcess) => {
            const root = await planner.plan(version, text, operationName);
            onPlan(kind);
            return root;
          };
          try {
            if (fast) return await planBy('hive', fast);
          } catch {
            // Some valid operations are beyond it; they are planned all the same.
          }
          const planThoroughly = () => planBy('apollo', apollo);
          // What a process ended over once, for whatever reason, has a second try; what ends the next one too is too much.
          return planThoroughly().catch((error: unknown) => {
            if (!(error instanceof PlannerLostError)) throw error;
            if (error.tookTooLong) throw toTooComplex();
            return planThoroughly().catch((again: unknown) => { throw again instanceof PlannerLostError ? toTooComplex() : again; });
          });
        },
        dispose() {
          apollo.drop(version);
          fast?.drop(version);
        },
      };
    },
    pids: () => [apollo.pid(), hive.pid()].filter((pid) => pid !== undefined),
    dispose() {
      apollo.dispose();
      hive.dispose();
    },
  };
}
