import { Supergraph, operationFromDocument, type Operation } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import { parse, printSchema } from 'graphql';
import { toTooComplex } from '../execution/errors.js';
import { toRoot } from './apollo-plan.js';
import type { BuildPlan } from './loaded-supergraph.js';

/**
 * What the gateway keeps of the features that a supergraph can demand; one that it demands and that is not here is refused,
 * so that no directive for security is passed over in silence.
 */
const SUPPORTED_FEATURES = new Set([
  'core/v0.1', 'core/v0.2', 'join/v0.1', 'join/v0.2', 'join/v0.3', 'join/v0.4', 'join/v0.5',
  'tag/v0.1', 'tag/v0.2', 'tag/v0.3', 'inaccessible/v0.1', 'inaccessible/v0.2', 'context/v0.1', 'cost/v0.1', 'authenticated/v0.1', 'requiresScopes/v0.1',
].map((feature) => `https://specs.apollo.dev/${feature}`));

/**
 * Plans that are weighed against one another for one operation, where Apollo weighs 10,000: of 300 generated operations the slowest took 0.25 s
 * instead of 4.6 s, a tenth of the time in all, with 2,261 fetches instead of 2,257.
 */
const MOST_EVALUATED_PLANS = 500;

/** A supergraph as the federation's own library reads it. */
export interface ApolloSupergraph {
  /** What clients see. */
  apiSdl: string;
  /** By Apollo's planner, which knows all that supergraphs can say. It is made when it is first needed, since that takes long. */
  buildPlan: BuildPlan;
}

/** Throws when the supergraph is not a valid one, or demands what the gateway does not keep. */
export function readApolloSupergraph(supergraphSdl: string): ApolloSupergraph {
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: SUPPORTED_FEATURES });
  const schema = supergraph.apiSchema();
  let queryPlanner: QueryPlanner | undefined;
  return {
    apiSdl: printSchema(schema.toGraphQLJSSchema()),
    buildPlan(text, operationName) {
      queryPlanner ??= new QueryPlanner(supergraph, { reuseQueryFragments: false, debug: { maxEvaluatedPlans: MOST_EVALUATED_PLANS } });
      const operation = operationFromDocument(schema, parse(text, { noLocation: true }), { ...(operationName !== undefined && { operationName }), validate: false });
      return toRoot(plan(queryPlanner, operation).node);
    },
  };
}

function plan(queryPlanner: QueryPlanner, operation: Operation): QueryPlan {
  try {
    return queryPlanner.buildQueryPlan(operation);
  } catch (error) {
    // The planner says so by the message alone.
    if (error instanceof Error && error.message.startsWith('Exceeded maximum recursive selections')) throw toTooComplex();
    throw error;
  }
}
