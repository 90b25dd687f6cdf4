import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { JsonObject } from './merge.js';
import type { OperationPlan } from './plan.js';
import type { SubgraphTransport } from './transport.js';

/** One run of a plan: what is given to it, and what it gathers. */
export interface Execution<Context> {
  plan: OperationPlan;
  supergraphSchema: GraphQLSchema;
  getTransport: (serviceName: string) => SubgraphTransport<Context> | undefined;
  onSubgraphFailure: (serviceName: string, error: unknown) => void;
  /** Coerced, defaults filled in, under the names that they have in the plan. */
  variables: JsonObject;
  context: Context;

  data: JsonObject;
  errors: GraphQLFormattedError[];
  /** Objects into which something was to be fetched that did not come. */
  lacking: Set<JsonObject>;
  /** Those of them of which the subgraph said that there is no such thing. */
  gone: Set<JsonObject>;
}
