import {
  getNamedType, isAbstractType, isCompositeType, isUnionType, Kind, SchemaMetaFieldDef, TypeMetaFieldDef,
  type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLField, type GraphQLSchema,
  type OperationDefinitionNode, type SelectionNode, type SelectionSetNode,
} from 'graphql';
import type { CostWeights } from './cost-weights.js';
import { costOfInput } from './input-cost.js';
import { findExpectedSize, toKnownSizes, type KnownSizes } from './list-size.js';
import type { OperationValues } from './operation-values.js';

export interface OperationCostOptions {
  schema: GraphQLSchema;
  weights: CostWeights;
  /** From the root's `__schema` and `__type` on. */
  introspectionSizes: KnownSizes;
  /** Entries of a list of which nothing is declared. */
  defaultListSize: number;
}

const MOST = Number.MAX_SAFE_INTEGER;
/** Deeper than operations are let in. */
const MOST_DEPTH = 200;
/**
 * What introspection costs: each field that graphql-js answers, nulls, values and `__typename` among them, times the real sizes of the
 * schema's lists. It takes about 1 µs, and what costs 1 elsewhere about 5 (a page of the feed 215, in 1 ms): a CPU costs the same either way.
 */
const META_FIELD_COST = 0.2;
const OPERATION_COSTS = { query: 0, mutation: 10, subscription: 0 };

/**
 * The static cost of a validated operation, at most `Number.MAX_SAFE_INTEGER`. Each selection set is counted once for each type and size
 * that it is reached with, so that time does not multiply by fragments.
 */
export function costOfOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  values: OperationValues,
  { schema, weights, introspectionSizes, defaultListSize }: OperationCostOptions,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const known = new Map<SelectionSetNode, Map<string, number>>();

  const costOfSet = (selectionSet: SelectionSetNode, type: GraphQLCompositeType, sizes: KnownSizes | null, depth: number): number => {
    if (depth > MOST_DEPTH) return MOST;
    const byPlace = known.get(selectionSet) ?? new Map<string, number>();
    known.set(selectionSet, byPlace);
    const place = sizes ? `${type.name} ${sizes.key}` : type.name;
    const before = byPlace.get(place);
    if (before !== undefined) return before;
    // A fragment inside itself adds nothing; validation refuses it.
    byPlace.set(place, 0);
    const cost = isAbstractType(type) && narrows(selectionSet, type)
      ? Math.max(0, ...schema.getPossibleTypes(type).map((possible) => costOfSet(selectionSet, possible, sizes, depth + 1)))
      : selectionSet.selections.reduce((sum, selection) => sum + costOfSelection(selection, type, sizes, depth), 0);
    byPlace.set(place, Math.min(cost, MOST));
    return Math.min(cost, MOST);
  };

  const costOfSelection = (selection: SelectionNode, type: GraphQLCompositeType, sizes: KnownSizes | null, depth: number): number => {
    if (!values.isIncluded(selection)) return 0;
    if (selection.kind === Kind.FIELD) return costOfField(selection, type, sizes, depth);
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (!fragment || !covers(fragment.typeCondition?.name.value, type)) return 0;
    return costOfSet(fragment.selectionSet, type, sizes, depth + 1);
  };

  const costOfField = (node: FieldNode, parent: GraphQLCompositeType, sizes: KnownSizes | null, depth: number): number => {
    const name = node.name.value;
    if (isMeta(parent)) return costOfMetaField(node, findField(parent, name), sizes, depth);
    const definition = findField(parent, name);
    if (!definition) return 0;
    if (definition === SchemaMetaFieldDef || definition === TypeMetaFieldDef) return costOfMetaField(node, definition, introspectionSizes, depth);
    const field = weights.getField(parent, definition);
    const expected = findExpectedSize(node, field, values);
    const entries = !field.isList ? 1 : (sizes?.of.get(name)?.entries ?? expected ?? defaultListSize);
    const below = field.listSize && expected !== null && field.listSize.sizedFields.length > 0 ? toKnownSizes(field.listSize.sizedFields, expected) : null;
    const selected = field.type && node.selectionSet ? costOfSet(node.selectionSet, field.type, below, depth + 1) : 0;
    return Math.min(MOST, entries * (field.weight + selected) + costOfArguments(node, field.arguments));
  };

  const costOfMetaField = ({ name, selectionSet }: FieldNode, definition: GraphQLField<unknown, unknown> | undefined, sizes: KnownSizes | null, depth: number): number => {
    const { entries, below } = sizes?.of.get(name.value) ?? { entries: 1, below: null };
    const type = definition && getNamedType(definition.type);
    const selected = selectionSet && isCompositeType(type) ? costOfSet(selectionSet, type, below, depth + 1) : 0;
    return Math.min(MOST, META_FIELD_COST + entries * selected);
  };

  const costOfArguments = ({ arguments: given = [] }: FieldNode, inputs: ReturnType<CostWeights['getField']>['arguments']): number =>
    given.reduce((sum, { name, value }) => {
      const input = inputs.get(name.value);
      // Unread, what costs nothing makes no difference between two requests.
      return input && (input.fields ?? input.weight) !== null ? sum + costOfInput(values.read(value), input) : sum;
    }, 0);

  /** Whether a selection stands on some of the type's objects only. */
  const narrows = ({ selections }: SelectionSetNode, type: GraphQLCompositeType): boolean =>
    selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return false;
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      return fragment !== undefined && !covers(fragment.typeCondition?.name.value, type);
    });

  const covers = (condition: string | undefined, type: GraphQLCompositeType): boolean => {
    if (condition === undefined || condition === type.name) return true;
    const wanted = schema.getType(condition);
    return isAbstractType(wanted) && !isUnionType(type) && schema.isSubType(wanted, type);
  };

  const findField = (parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined => {
    if (parent === schema.getQueryType()) {
      if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
      if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    }
    return isUnionType(parent) ? undefined : parent.getFields()[name];
  };

  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  return Math.max(0, Math.min(MOST, OPERATION_COSTS[operation.operation] + costOfSet(operation.selectionSet, root, null, 0)));
}

/** Introspection is answered here: nothing is fetched. */
const isMeta = ({ name }: GraphQLCompositeType): boolean => name.startsWith('__');
