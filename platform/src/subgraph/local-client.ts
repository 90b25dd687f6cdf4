import type { Subgraph } from './subgraph.js';
import type { SubgraphClient } from './subgraph-client.js';

/** The way to a subgraph in this process: no port, no signature. */
export function createLocalClient(subgraph: Subgraph): SubgraphClient {
  return {
    execute: (request, call) => subgraph.execute(request, call),
    subscribe: (request, call) => subgraph.subscribe(request, call),
    check: async () => {
      await Promise.all(Object.values(subgraph.checks).map((check) => check()));
    },
    dispose: async () => undefined,
  };
}
