import { Supergraph, operationFromDocument, type Operation } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import {
  GraphQLError, Kind, OperationTypeNode, getOperationAST, isInterfaceType, isObjectType, print,
  type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema, type SelectionSetNode,
} from 'graphql';
import { toRoot } from './apollo-plan.js';
import { toTooComplex } from './errors.js';
import { interfaceObjectNamesOf } from './interface-objects.js';
import type { OperationPlan } from './plan.js';
import { toPlannable, type SchemaFacts } from './plannable.js';

export interface Planner {
  /** What clients see. */
  apiSchema: GraphQLSchema;
  /** All of it, with what is inaccessible to clients and with the join directives. */
  supergraphSchema: GraphQLSchema;
  /**
   * The plan of a valid operation, from the cache where it is there. Synchronous, and blocks for milliseconds where it is not.
   * Throws a GraphQLError when the document has no such operation, or it is none that can run: with code OPERATION_TOO_COMPLEX where it
   * selects more than the planner takes on.
   */
  plan(document: DocumentNode, operationName: string | undefined): OperationPlan;
}

export interface PlannerOptions {
  /** How many plans are kept, the least recently used being dropped. Their size is not looked at. Default 1000. */
  cachedPlanCount?: number;
}

/**
 * What this executor keeps of the features that a supergraph can demand; one that it demands and that is not here is refused,
 * so that no directive for security is passed over in silence.
 */
const SUPPORTED_FEATURES = new Set([
  'core/v0.1', 'core/v0.2', 'join/v0.1', 'join/v0.2', 'join/v0.3', 'join/v0.4', 'join/v0.5',
  'tag/v0.1', 'tag/v0.2', 'tag/v0.3', 'inaccessible/v0.1', 'inaccessible/v0.2', 'context/v0.1', 'cost/v0.1',
].map((feature) => `https://specs.apollo.dev/${feature}`));

/** Apollo's planner over one supergraph. Throws when the supergraph is not a valid one. */
export function createPlanner(supergraphSdl: string, { cachedPlanCount = 1000 }: PlannerOptions = {}): Planner {
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: SUPPORTED_FEATURES });
  const queryPlanner = new QueryPlanner(supergraph, { reuseQueryFragments: false });
  const federationApiSchema = supergraph.apiSchema();
  const apiSchema = federationApiSchema.toGraphQLJSSchema();
  const supergraphSchema = supergraph.schema.toGraphQLJSSchema();
  const facts: SchemaFacts = { apiSchema, fieldNames: fieldNamesOf(supergraphSchema), interfaceObjectNames: interfaceObjectNamesOf(supergraphSchema) };

  const plans = new Map<string, OperationPlan>();
  const printed = new WeakMap<DocumentNode, string>();

  const toText = (document: DocumentNode): string => {
    const text = printed.get(document) ?? print(document);
    printed.set(document, text);
    return text;
  };

  const createPlan = (document: DocumentNode, operationName: string | undefined): OperationPlan => {
    const operation = getOperationAST(document, operationName);
    if (!operation) throw new GraphQLError('The document has no such operation.');
    const fragments = fragmentsOf(document);
    if (operation.operation === OperationTypeNode.SUBSCRIPTION && hasConditionalRoot(operation.selectionSet, fragments, new Set())) {
      throw new GraphQLError('The root field of a subscription cannot be under @skip or @include.');
    }
    const { document: plannable, ...names } = toPlannable(document, facts);
    const federationOperation = operationFromDocument(federationApiSchema, plannable, {
      ...(operationName === undefined ? {} : { operationName }),
      validate: false,
    });
    return { operation, fragments, root: toRoot(buildPlan(queryPlanner, federationOperation).node), ...names };
  };

  return {
    apiSchema,
    supergraphSchema,
    plan(document, operationName) {
      const key = `${operationName ?? ''}\n${toText(document)}`;
      const plan = plans.get(key) ?? createPlan(document, operationName);
      plans.delete(key);
      plans.set(key, plan);
      if (plans.size > cachedPlanCount) plans.delete(plans.keys().next().value ?? '');
      return plan;
    },
  };
}

function buildPlan(queryPlanner: QueryPlanner, operation: Operation): QueryPlan {
  try {
    return queryPlanner.buildQueryPlan(operation);
  } catch (error) {
    // The planner says so by the message alone.
    if (error instanceof Error && error.message.startsWith('Exceeded maximum recursive selections')) throw toTooComplex();
    throw error;
  }
}

function fieldNamesOf(schema: GraphQLSchema): Set<string> {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  return new Set(types.flatMap((type) => Object.keys(type.getFields())));
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** Section 6.2.3.1 of the GraphQL specification forbids it: there must be one field to subscribe to. */
function hasConditionalRoot({ selections }: SelectionSetNode, fragments: OperationPlan['fragments'], visited: Set<string>): boolean {
  return selections.some((selection) => {
    if (selection.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include')) return true;
    if (selection.kind === Kind.FIELD) return false;
    if (selection.kind === Kind.INLINE_FRAGMENT) return hasConditionalRoot(selection.selectionSet, fragments, visited);
    const fragment = fragments[selection.name.value];
    if (!fragment || visited.has(selection.name.value)) return false;
    visited.add(selection.name.value);
    return hasConditionalRoot(fragment.selectionSet, fragments, visited);
  });
}
