import type { SupergraphManager } from '@apollo/gateway';
import type { Logger } from '@secondlife/platform/log';
import type { LoadedSupergraph } from '../planning/loaded-supergraph.js';
import type { PlannerService } from '../planning/planner-service.js';

export interface FollowOptions {
  source: SupergraphManager;
  planners: PlannerService;
  /** Gets ready for a supergraph, then lets it take over. Rejects where it can't be used: then the one before it stays. */
  take(supergraph: LoadedSupergraph, supergraphSdl: string): Promise<void>;
  log: Logger;
  /** How long operations that began with a supergraph may still be planned over it once the next has taken over; default 60 s. */
  graceMs?: number;
}

/**
 * Follows a source of supergraphs: takes the first, then the newest of those that come while one is being taken. Rejects when the first can't
 * be used; a later one that can't is logged. Resolves with what ends it.
 */
export async function followSupergraph({ source, planners, take, log, graceMs = 60_000 }: FollowOptions): Promise<() => Promise<void>> {
  let current: LoadedSupergraph | undefined;
  let waiting: string | undefined;
  let isTaking = true;
  let isEnded = false;
  const leaving = new Set<NodeJS.Timeout>();

  const leave = (supergraph: LoadedSupergraph): void => {
    const timer = setTimeout(() => {
      leaving.delete(timer);
      supergraph.dispose();
    }, graceMs).unref();
    leaving.add(timer);
  };

  const takeOver = async (supergraphSdl: string): Promise<void> => {
    const next = await planners.load(supergraphSdl);
    try {
      await take(next, supergraphSdl);
    } catch (error) {
      next.dispose();
      throw error;
    }
    if (current) leave(current);
    current = next;
  };

  const takeWaiting = async (): Promise<void> => {
    isTaking = true;
    while (waiting !== undefined && !isEnded) {
      const supergraphSdl = waiting;
      waiting = undefined;
      try {
        await takeOver(supergraphSdl);
        log.info('a new supergraph has taken over');
      } catch (error) {
        if (!isEnded) log.error({ err: error }, 'the changed supergraph can’t be used');
      }
    }
    isTaking = false;
  };

  const { supergraphSdl, cleanup } = await source.initialize({
    update(changed) {
      waiting = changed;
      if (!isTaking) void takeWaiting();
    },
    healthCheck: async () => undefined,
    getDataSource: () => {
      throw new Error('A supergraph is taken as it is; it is not made here.');
    },
  });
  const end = async (): Promise<void> => {
    isEnded = true;
    for (const timer of leaving) clearTimeout(timer);
    await cleanup?.();
  };
  try {
    await takeOver(supergraphSdl);
  } catch (error) {
    await end();
    throw error;
  }
  void takeWaiting();
  return end;
}
