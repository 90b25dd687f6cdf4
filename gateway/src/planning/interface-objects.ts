import {
  Kind, isInterfaceType,
  type DirectiveNode, type DocumentNode, type FragmentDefinitionNode, type GraphQLInterfaceType, type GraphQLSchema, type InlineFragmentNode,
  type SelectionNode, type SelectionSetNode,
} from 'graphql';
import { toTooComplex } from '../execution/errors.js';
import { meetsCondition } from '../execution/type-conditions.js';

export interface InterfaceObjectFacts {
  apiSchema: GraphQLSchema;
  /** The interfaces that some subgraph has as an object type (`@interfaceObject`). */
  interfaceObjectNames: ReadonlySet<string>;
}

/** Reads them from the join directives of a supergraph. */
export function interfaceObjectNamesOf(supergraphSchema: GraphQLSchema): Set<string> {
  const isInterfaceObject = ({ name, arguments: args = [] }: DirectiveNode): boolean => (
    name.value === 'join__type'
    && args.some((argument) => argument.name.value === 'isInterfaceObject' && argument.value.kind === Kind.BOOLEAN && argument.value.value)
  );
  const interfaces = Object.values(supergraphSchema.getTypeMap()).filter((type) => isInterfaceType(type));
  return new Set(interfaces.filter((type) => type.astNode?.directives?.some(isInterfaceObject)).map((type) => type.name));
}

/** As many as one selection set may grow to. */
const MAX_SELECTIONS = 10_000;

/**
 * Puts the fragments of a selection set on such an interface into fragments on its object types, and leaves no other type condition
 * within them: Apollo's planner fails an assertion on some fragments on other interfaces and unions there. Throws when that
 * grows too complex.
 */
export function splitByObjectType(node: SelectionSetNode, parentType: GraphQLInterfaceType, schema: GraphQLSchema, document: DocumentNode): SelectionSetNode {
  let count = 0;

  const narrow = (selections: readonly SelectionNode[], typeName: string, spread: Set<string>): SelectionNode[] => {
    count += selections.length;
    if (count > MAX_SELECTIONS) throw toTooComplex();
    return selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      const narrowed = narrowFragment(selection, typeName, spread);
      if (!narrowed) return [];
      return narrowed.directives?.length ? [narrowed] : narrowed.selectionSet.selections;
    });
  };

  const narrowFragment = (selection: Exclude<SelectionNode, { kind: Kind.FIELD }>, typeName: string, spread: Set<string>): InlineFragmentNode | undefined => {
    const fragment = fragmentOf(selection, document);
    const condition = fragment?.typeCondition?.name.value;
    if (!fragment || (condition !== undefined && !meetsCondition(schema, typeName, condition))) return undefined;

    const { directives = [] } = selection;
    if (selection.kind === Kind.FRAGMENT_SPREAD && directives.length === 0) {
      if (spread.has(selection.name.value)) return undefined;
      spread.add(selection.name.value);
    }
    const selections = narrow(fragment.selectionSet.selections, typeName, directives.length === 0 ? spread : new Set(spread));
    return selections.length === 0 ? undefined : {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: typeName } },
      directives,
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    };
  };

  const selections = node.selections.flatMap((selection): readonly SelectionNode[] => {
    const condition = selection.kind === Kind.FIELD ? undefined : fragmentOf(selection, document)?.typeCondition?.name.value;
    if (selection.kind === Kind.FIELD || condition === undefined || condition === parentType.name) return [selection];
    return schema.getPossibleTypes(parentType).flatMap(({ name }) => narrowFragment(selection, name, new Set()) ?? []);
  });
  return { ...node, selections: selections.length > 0 ? selections : [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }] };
}

function fragmentOf(selection: Exclude<SelectionNode, { kind: Kind.FIELD }>, document: DocumentNode): InlineFragmentNode | FragmentDefinitionNode | undefined {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
  return document.definitions
    .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
    .find((definition) => definition.name.value === selection.name.value);
}
