import {
  Kind, getNamedType, isAbstractType, isInterfaceType, isObjectType,
  type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLNamedType, type GraphQLOutputType, type GraphQLSchema,
  type OperationDefinitionNode, type SelectionSetNode,
} from 'graphql';

/** Where an answer has an object, or a list of them. */
export interface Place {
  /** What may stand there, by each type that the object around it may have. */
  types: readonly GraphQLOutputType[];
  /** The places within, by their keys. */
  inner(): ReadonlyMap<string, Place>;
}

interface Selected {
  type: GraphQLNamedType;
  selectionSet: SelectionSetNode;
}

/** The places of an operation's answers. They are found once, when they are first asked for, whatever type an object then has. */
export function createPlaces(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Place {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);

  const toPlace = (types: readonly GraphQLOutputType[], selected: readonly Selected[]): Place => {
    let found: ReadonlyMap<string, Place> | undefined;
    return { types, inner: () => (found ??= collect(selected)) };
  };

  const collect = (selected: readonly Selected[]): ReadonlyMap<string, Place> => {
    const fields = new Map<string, { types: GraphQLOutputType[]; selected: Selected[] }>();
    const spread = new Set<string>();

    const collectFrom = ({ type, selectionSet: { selections } }: Selected): void => {
      for (const selection of selections) {
        if (selection.kind === Kind.FIELD) addField(type, selection);
        else if (selection.kind === Kind.INLINE_FRAGMENT) collectFrom({ type: typeOf(selection.typeCondition?.name.value, type), selectionSet: selection.selectionSet });
        else if (!spread.has(selection.name.value)) {
          spread.add(selection.name.value);
          const { typeCondition, selectionSet } = fragments.get(selection.name.value)!;
          collectFrom({ type: typeOf(typeCondition.name.value, type), selectionSet });
        }
      }
    };

    const addField = (parent: GraphQLNamedType, { alias, name, selectionSet }: FieldNode): void => {
      const types = fieldTypesOf(schema, parent, name.value);
      if (!selectionSet || !types[0]) return;
      const key = alias?.value ?? name.value;
      const field = fields.get(key) ?? { types: [], selected: [] };
      field.types.push(...types);
      field.selected.push({ type: getNamedType(types[0]), selectionSet });
      fields.set(key, field);
    };

    for (const one of selected) collectFrom(one);
    return new Map([...fields].map(([key, field]) => [key, toPlace(field.types, field.selected)]));
  };

  const typeOf = (name: string | undefined, otherwise: GraphQLNamedType): GraphQLNamedType => (name === undefined ? undefined : schema.getType(name)) ?? otherwise;

  const root = schema.getRootType(operation.operation)!;
  return toPlace([root], [{ type: root, selectionSet: operation.selectionSet }]);
}

/** The types that a field may have: of an interface also those of its types, which may never be null where the interface's may. */
export function fieldTypesOf(schema: GraphQLSchema, parent: GraphQLNamedType | undefined, fieldName: string): GraphQLOutputType[] {
  const types = isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent];
  return types.flatMap((type) => (isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName]?.type ?? [] : []));
}
