import { readApolloSupergraph } from './apollo-planner.js';
import { toSchemas, type LoadedSupergraph } from './loaded-supergraph.js';

/** Loads a supergraph with Apollo's planner on this thread: for measurements and tests. Throws when it is not a valid one. */
export function loadInProcess(supergraphSdl: string): LoadedSupergraph {
  const { apiSdl, buildPlan } = readApolloSupergraph(supergraphSdl);
  return {
    ...toSchemas({ supergraphSdl, apiSdl }),
    buildPlan: async (text, operationName) => buildPlan(text, operationName),
    dispose: () => undefined,
  };
}
