import {
  Kind,
  type FieldNode, type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLSchema,
  type InlineFragmentNode, type SelectionSetNode,
} from 'graphql';
import type { OperationPlan } from './plan.js';
import { meetsCondition } from './type-conditions.js';

/** A field of the answer, with every place of the operation that selects it. */
export interface CollectedField {
  fieldName: string;
  responseKey: string;
  dataKey: string;
  nodes: FieldNode[];
}

export interface FieldCollector {
  rootFields(type: GraphQLCompositeType): CollectedField[];
  subfields(type: GraphQLCompositeType, field: CollectedField): CollectedField[];
}

/**
 * Finds the fields of an object, in the order of the operation (section 6.3.2 of the GraphQL specification). `type` may be an interface, for an
 * object of which no more is known.
 */
export function createFieldCollector(schema: GraphQLSchema, plan: OperationPlan): FieldCollector {
  const collectAll = (type: GraphQLCompositeType, selectionSets: readonly (SelectionSetNode | undefined)[]): CollectedField[] => {
    const fields = new Map<string, CollectedField>();
    const visited = new Set<string>();

    const collect = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (selection.kind === Kind.FIELD) addField(selection);
        else if (selection.kind === Kind.INLINE_FRAGMENT) collectFragment(selection);
        else if (!visited.has(selection.name.value)) {
          visited.add(selection.name.value);
          collectFragment(plan.fragments[selection.name.value]);
        }
      }
    };

    const collectFragment = (fragment: InlineFragmentNode | FragmentDefinitionNode | undefined): void => {
      const condition = fragment?.typeCondition?.name.value;
      if (fragment && (condition === undefined || meetsCondition(schema, type.name, condition))) collect(fragment.selectionSet);
    };

    const addField = (node: FieldNode): void => {
      const responseKey = node.alias?.value ?? node.name.value;
      const field = fields.get(responseKey);
      if (field) field.nodes.push(node);
      else fields.set(responseKey, { fieldName: node.name.value, responseKey, dataKey: plan.dataKeys.get(node) ?? responseKey, nodes: [node] });
    };

    for (const selectionSet of selectionSets) if (selectionSet) collect(selectionSet);
    return [...fields.values()];
  };

  return {
    rootFields: (type) => collectAll(type, [plan.operation.selectionSet]),
    subfields: (type, field) => collectAll(type, field.nodes.map((node) => node.selectionSet)),
  };
}

/** Keeps what the collector found, for who comes back to the same fields. */
export function keepFields({ rootFields, subfields }: FieldCollector): FieldCollector {
  const ofRoot = new Map<GraphQLCompositeType, CollectedField[]>();
  const ofFields = new Map<CollectedField, Map<GraphQLCompositeType, CollectedField[]>>();
  const find = (known: Map<GraphQLCompositeType, CollectedField[]>, type: GraphQLCompositeType, collect: () => CollectedField[]): CollectedField[] => {
    const fields = known.get(type) ?? collect();
    known.set(type, fields);
    return fields;
  };
  return {
    rootFields: (type) => find(ofRoot, type, () => rootFields(type)),
    subfields(type, field) {
      const byType = ofFields.get(field) ?? new Map<GraphQLCompositeType, CollectedField[]>();
      ofFields.set(field, byType);
      return find(byType, type, () => subfields(type, field));
    },
  };
}
