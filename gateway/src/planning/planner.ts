import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import {
  GraphQLError, Kind, OperationTypeNode, isInterfaceType, isObjectType, print,
  type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode,
} from 'graphql';
import { toTooComplex } from '../execution/errors.js';
import type { JsonObject } from '../execution/merge.js';
import type { OperationPlan } from '../execution/plan.js';
import { conditionsOf, decideConditions, type Conditions } from './conditions.js';
import { toExpandedSize } from './expanded-size.js';
import { fragmentsOf } from './fragments.js';
import { gatherFetches } from './gather-fetches.js';
import { interfaceObjectNamesOf } from './interface-objects.js';
import type { LoadedSupergraph } from './loaded-supergraph.js';
import { toPlannable, type SchemaFacts } from './plannable.js';

/** Plans operations, each once. */
export interface Planner {
  /**
   * The plan of a valid operation with what its conditions say for these (coerced) variables, from the cache where it is there. Rejects with a
   * GraphQLError when it is none that can run: with code OPERATION_TOO_COMPLEX where it selects more than the planner takes on.
   * `onMiss` is called before it is made, where it is not in the cache.
   */
  plan(document: DocumentNode, operation: OperationDefinitionNode, variables: JsonObject, onMiss?: () => void): Promise<OperationPlan>;
  getCacheSize(): CacheSize;
}

/** How much is kept, and about what it takes in memory. */
export interface CacheSize {
  entries: number;
  bytes: number;
}

export interface PlannerOptions {
  /** What the kept plans may take together, the least recently used being dropped. Default 64 MiB. */
  cacheBytes?: number;
}

/** More than that, fragments spread, is not planned: it would take seconds. */
const MOST_SELECTIONS = 100_000;

/** Plans over a supergraph; what is asked for while it is being planned waits for the same plan. */
export function createPlanner({ apiSchema, supergraphSchema, buildPlan }: LoadedSupergraph, { cacheBytes = 64 * 1024 * 1024 }: PlannerOptions = {}): Planner {
  const facts: SchemaFacts = { apiSchema, fieldNames: fieldNamesOf(supergraphSchema), interfaceObjectNames: interfaceObjectNamesOf(supergraphSchema) };
  const plans = new LRUCache<string, OperationPlan | GraphQLError>({ maxSize: cacheBytes });
  const underWay = new Map<string, Promise<OperationPlan>>();
  const known = new WeakMap<OperationDefinitionNode, { text: string; conditions: Conditions }>();

  const read = (document: DocumentNode, operation: OperationDefinitionNode) => {
    const read = known.get(operation) ?? { text: toOnePiece(`${operation.name?.value ?? ''}\n${print(document)}`), conditions: conditionsOf(document) };
    known.set(operation, read);
    return read;
  };

  const createPlan = async (document: DocumentNode, operation: OperationDefinitionNode, decide: ((document: DocumentNode) => DocumentNode) | undefined): Promise<OperationPlan> => {
    const fragments = fragmentsOf(document);
    if (operation.operation === OperationTypeNode.SUBSCRIPTION && hasConditionalRoot(operation.selectionSet, fragments, new Set())) {
      throw new GraphQLError('The root field of a subscription cannot be under @skip or @include.');
    }
    if (toExpandedSize(operation.selectionSet, fragments) > MOST_SELECTIONS) throw toTooComplex();
    const alone: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] };
    const decided = decide ? decide(alone) : alone;
    const { document: plannable, ...names } = toPlannable(decided, facts);
    return {
      operation: decided.definitions[0] as OperationDefinitionNode,
      fragments: fragmentsOf(decided),
      root: gatherRoot(await buildPlan(print(plannable), operation.name?.value), operation.operation),
      ...names,
    };
  };

  /** A refusal is kept too: it was as much work as a plan. */
  const keep = async (key: string, creating: Promise<OperationPlan>): Promise<OperationPlan> => {
    try {
      const plan = await creating;
      plans.set(key, plan, { size: toBytes(key, plan) });
      return plan;
    } catch (error) {
      if (error instanceof GraphQLError) plans.set(key, error, { size: 2 * key.length + 500 });
      throw error;
    } finally {
      underWay.delete(key);
    }
  };

  return {
    async plan(document, operation, variables, onMiss) {
      // What is new was read and validated in this turn of the event loop: let others have theirs.
      if (!known.has(operation)) await setImmediate();
      const { text, conditions } = read(document, operation);
      const key = conditions.hasAny ? `${JSON.stringify(conditions.variableNames.map((name) => variables[name]))}${text}` : text;
      const kept = plans.get(key);
      if (kept instanceof GraphQLError) throw kept;
      if (kept) return kept;
      onMiss?.();
      const decide = conditions.hasAny ? (undecided: DocumentNode) => decideConditions(undecided, variables) : undefined;
      const created = underWay.get(key) ?? keep(key, createPlan(document, operation, decide));
      underWay.set(key, created);
      return created;
    },
    getCacheSize: () => ({ entries: plans.size, bytes: plans.calculatedSize }),
  };
}

/** What is printed is a tree of a thousand texts, and would be kept as that. */
const toOnePiece = (text: string): string => Buffer.from(text).toString();

/** About what a plan and the document that it belongs to take in memory, in bytes (a document's nodes take 31 for each character). */
const toBytes = (text: string, { root }: OperationPlan): number => 32 * text.length + 4 * JSON.stringify(root ?? null).length;

/** The fields of a mutation, with all that they bring, come one after the other. */
function gatherRoot(root: OperationPlan['root'], type: OperationTypeNode): OperationPlan['root'] {
  if (type === OperationTypeNode.MUTATION) return root;
  if (root?.kind === 'Subscription') return { ...root, rest: root.rest && gatherFetches(root.rest) };
  return root && gatherFetches(root);
}

function fieldNamesOf(schema: GraphQLSchema): Set<string> {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  return new Set(types.flatMap((type) => Object.keys(type.getFields())));
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
