import { GraphQLError } from 'graphql';
import type { BuildPlan } from '../loaded-supergraph.js';
import type { PlannerReply, PlannerRequest } from './messages.js';

/** Loads a supergraph into the planner that this process is for. */
type Load = (supergraphSdl: string) => Promise<{ apiSdl?: string; buildPlan: BuildPlan }>;

const load: Load = process.argv[2] === 'hive'
  ? await import('../hive-planner.js').then(({ createHivePlanner }): Load => async (supergraphSdl) => ({ buildPlan: createHivePlanner(supergraphSdl) }))
  : await import('../supergraph-keeper.js').then(({ createSupergraphKeeper }): Load => createSupergraphKeeper());

const planners = new Map<number, BuildPlan>();

async function answer(request: PlannerRequest): Promise<PlannerReply> {
  switch (request.kind) {
    case 'load': {
      const { buildPlan, apiSdl } = await load(request.supergraphSdl);
      planners.set(request.version, buildPlan);
      return { kind: 'done', ...(apiSdl !== undefined && { apiSdl }) };
    }
    case 'plan': {
      const buildPlan = planners.get(request.version);
      if (!buildPlan) throw new Error('This supergraph is not loaded.');
      const root = buildPlan(request.text, request.operationName);
      return { kind: 'done', ...(root && { root }) };
    }
    case 'drop':
      planners.delete(request.version);
      return { kind: 'done' };
  }
}

const toFailure = (error: unknown): PlannerReply => ({
  kind: 'failed',
  message: error instanceof Error ? error.message : String(error),
  ...(error instanceof GraphQLError && typeof error.extensions['code'] === 'string' && { code: error.extensions['code'] }),
});

process.on('message', (request: PlannerRequest) => {
  void answer(request).catch(toFailure).then((reply) => process.send?.(reply));
});
// It lives as long as the process that it plans for, which may still have to drain after a signal to both.
process.on('disconnect', () => process.exit());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
