import {
  Kind, getNamedType, isCompositeType, isInterfaceType, isObjectType, parse,
  type ConstDirectiveNode, type GraphQLCompositeType, type GraphQLSchema, type SelectionSetNode,
} from 'graphql';
import { interfaceObjectNamesOf } from './interface-objects.js';

/**
 * Whether Hive Router's planner may plan over a supergraph. It knows nothing of arguments that an object takes from those around it
 * (`@fromContext`); some fragments on types that a subgraph has as one object (`@interfaceObject`) it plans wrongly; and what a subgraph
 * provides of a type within the same type it counts as provided at every depth.
 */
export const canHivePlan = (supergraphSdl: string, supergraphSchema: GraphQLSchema): boolean => (
  !supergraphSdl.includes('https://specs.apollo.dev/context/')
  && interfaceObjectNamesOf(supergraphSchema).size === 0
  && !providesWithinItself(supergraphSchema)
);

function providesWithinItself(schema: GraphQLSchema): boolean {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  return types.flatMap((type) => Object.values(type.getFields())).some(({ type, astNode }) => {
    const provided = getNamedType(type);
    if (!isCompositeType(provided)) return false;
    return (astNode?.directives ?? []).flatMap(toProvided).some((selectionSet) => nests(schema, selectionSet, provided, [provided]));
  });
}

function nests(schema: GraphQLSchema, { selections }: SelectionSetNode, type: GraphQLCompositeType, around: readonly GraphQLCompositeType[]): boolean {
  return selections.some((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet) return false;
    const condition = selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition : undefined;
    const field = selection.kind === Kind.FIELD && 'getFields' in type ? type.getFields()[selection.name.value] : undefined;
    const inner = field ? getNamedType(field.type) : condition ? schema.getType(condition.name.value) : type;
    if (!isCompositeType(inner)) return false;
    return (field !== undefined && around.includes(inner)) || nests(schema, selection.selectionSet, inner, [...around, inner]);
  });
}

function toProvided({ name, arguments: args = [] }: ConstDirectiveNode): SelectionSetNode[] {
  const provides = name.value === 'join__field' ? args.find((argument) => argument.name.value === 'provides')?.value : undefined;
  if (provides?.kind !== Kind.STRING) return [];
  return parse(`{ ${provides.value} }`, { noLocation: true }).definitions.flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? [definition.selectionSet] : []));
}
