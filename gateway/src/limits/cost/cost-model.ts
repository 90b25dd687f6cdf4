import { getOperationAST, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql';
import { codedError } from '@secondlife/platform/error-code';
import { createCostWeights } from './cost-weights.js';
import { createIntrospectionSizes } from './introspection-sizes.js';
import { costOfOperation } from './operation-cost.js';
import { createOperationValues } from './operation-values.js';

export interface CostModelOptions {
  /** The supergraph's schema as `buildSchema` makes it of its SDL: `@cost` and `@listSize` are read there, under the names that `@link` gives them. */
  schema: GraphQLSchema;
  /** Entries of a list of which nothing is declared. Default 10. */
  defaultListSize?: number;
  /** What one operation may cost. Default 20,000. */
  maxCost?: number;
}

/** Estimates what operations cost before they run. */
export interface CostModel {
  /**
   * The static cost of a validated operation; 0 when there is none of that name. Variables as the client sent them. What was found
   * is kept with the document for as long as the variables that it depends on stay the same.
   */
  estimate(document: DocumentNode, operationName?: string | null, variables?: Readonly<Record<string, unknown>> | null): { cost: number };
  /** OPERATION_TOO_COMPLEX, telling the cost and the most that is allowed, or null. */
  check(cost: number): GraphQLError | null;
}

interface Estimate {
  cost: number;
  /** On which it depends. */
  variables: ReadonlyMap<string, unknown>;
}

/** What one operation may cost, unless a setting says otherwise. */
export const DEFAULT_MAX_COST = 20_000;

/**
 * Costs by `@cost` and `@listSize` (https://specs.apollo.dev/cost/v0.1), counted as Apollo's demand control does, but over the operation
 * that the client sent, and with the dearest possible type of an interface or union where Apollo adds them all up. Several slicing
 * arguments, or none where one is required, are no error here: the largest counts.
 */
export function createCostModel({ schema, defaultListSize = 10, maxCost = DEFAULT_MAX_COST }: CostModelOptions): CostModel {
  const options = { schema, weights: createCostWeights(schema), introspectionSizes: createIntrospectionSizes(schema), defaultListSize };
  const estimates = new WeakMap<DocumentNode, Map<string, Estimate>>();

  return {
    estimate(document, operationName, variables) {
      const given = variables ?? {};
      const byOperation = estimates.get(document) ?? new Map<string, Estimate>();
      estimates.set(document, byOperation);
      const before = byOperation.get(operationName ?? '');
      if (before && isSame(before.variables, given)) return { cost: before.cost };

      const operation = getOperationAST(document, operationName);
      if (!operation) return { cost: 0 };
      const values = createOperationValues(operation, given);
      const cost = Math.round(costOfOperation(document, operation, values, options));
      byOperation.set(operationName ?? '', { cost, variables: values.readVariables });
      return { cost };
    },

    check: (cost) => (cost > maxCost ? codedError('OPERATION_TOO_COMPLEX', `This operation costs ${cost}; ${maxCost} is the most that one may.`) : null),
  };
}

const isSame = (known: ReadonlyMap<string, unknown>, given: Readonly<Record<string, unknown>>): boolean => {
  for (const [name, value] of known) {
    if (value !== (Object.hasOwn(given, name) ? given[name] : undefined)) return false;
    // An object may have been changed since.
    if (typeof value === 'object' && value !== null) return false;
  }
  return true;
};
