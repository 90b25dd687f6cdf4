import {
  isAbstractType, isUnionType, Kind, SchemaMetaFieldDef, TypeMetaFieldDef,
  type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLField, type GraphQLSchema,
  type OperationDefinitionNode, type SelectionNode, type SelectionSetNode,
} from 'graphql';
import type { CostWeights } from './cost-weights.js';
import { costOfInput } from './input-cost.js';
import { findExpectedSize } from './list-size.js';
import type { OperationValues } from './operation-values.js';

export interface OperationCostOptions {
  schema: GraphQLSchema;
  weights: CostWeights;
  /** Entries of a list of which nothing is declared. */
  defaultListSize: number;
}

/** Lists of an object whose length a field round it says. */
interface Sized {
  fields: readonly string[];
  size: number;
}

const MOST = Number.MAX_SAFE_INTEGER;
/** Deeper than operations are let in. */
const MOST_DEPTH = 200;
const OPERATION_COSTS = { query: 0, mutation: 10, subscription: 0 };

/**
 * The static cost of a validated operation, at most `Number.MAX_SAFE_INTEGER`. Each selection set is counted once for each type and size
 * that it is reached with, so that time does not multiply by fragments.
 */
export function costOfOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  values: OperationValues,
  { schema, weights, defaultListSize }: OperationCostOptions,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const known = new Map<SelectionSetNode, Map<string, number>>();

  const costOfSet = (selectionSet: SelectionSetNode, type: GraphQLCompositeType, sized: Sized | null, depth: number): number => {
    if (depth > MOST_DEPTH) return MOST;
    const byPlace = known.get(selectionSet) ?? new Map<string, number>();
    known.set(selectionSet, byPlace);
    const place = sized ? `${type.name} ${sized.size} ${sized.fields.join()}` : type.name;
    const before = byPlace.get(place);
    if (before !== undefined) return before;
    // A fragment inside itself adds nothing; validation refuses it.
    byPlace.set(place, 0);
    const cost = isAbstractType(type) && narrows(selectionSet, type)
      ? Math.max(0, ...schema.getPossibleTypes(type).map((possible) => costOfSet(selectionSet, possible, sized, depth + 1)))
      : selectionSet.selections.reduce((sum, selection) => sum + costOfSelection(selection, type, sized, depth), 0);
    byPlace.set(place, Math.min(cost, MOST));
    return Math.min(cost, MOST);
  };

  const costOfSelection = (selection: SelectionNode, type: GraphQLCompositeType, sized: Sized | null, depth: number): number => {
    if (!values.isIncluded(selection)) return 0;
    if (selection.kind === Kind.FIELD) return costOfField(selection, type, sized, depth);
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (!fragment || !covers(fragment.typeCondition?.name.value, type)) return 0;
    return costOfSet(fragment.selectionSet, type, sized, depth + 1);
  };

  const costOfField = (node: FieldNode, parent: GraphQLCompositeType, sized: Sized | null, depth: number): number => {
    const definition = findField(parent, node.name.value);
    if (!definition) return 0;
    const field = weights.getField(parent, definition);
    const expected = findExpectedSize(node, field, values);
    const entries = !field.isList ? 1 : sized?.fields.includes(node.name.value) ? sized.size : (expected ?? (isMeta(parent) ? 1 : defaultListSize));
    const below = field.listSize && expected !== null && field.listSize.sizedFields.length > 0 ? { fields: field.listSize.sizedFields, size: expected } : null;
    const selected = field.type && node.selectionSet ? costOfSet(node.selectionSet, field.type, below, depth + 1) : 0;
    return Math.min(MOST, entries * (field.weight + selected) + costOfArguments(node, field.arguments));
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

/** Introspection is answered here, and its lists are short of nothing that is fetched. */
const isMeta = ({ name }: GraphQLCompositeType): boolean => name.startsWith('__');
