import {
  Kind, getNamedType, isAbstractType, isCompositeType, isInterfaceType, isObjectType, parse,
  type ConstDirectiveNode, type GraphQLCompositeType, type GraphQLSchema, type SelectionSetNode,
} from 'graphql';
import { interfaceObjectNamesOf } from './interface-objects.js';

/**
 * Whether Hive Router's planner may plan over a supergraph. It knows nothing of arguments that an object takes from those around it
 * (`@fromContext`); what a subgraph provides of a type within the same type it counts as provided at every depth; and no operation may need a type
 * beyond it unseen, for a key or for what a field requires.
 */
export function canHivePlan(supergraphSdl: string, supergraphSchema: GraphQLSchema): boolean {
  if (supergraphSdl.includes('https://specs.apollo.dev/context/')) return false;
  const beyond = typesBeyondHive(supergraphSchema);
  const isBeyond: IsReached = (type) => beyond.has(type.name);
  return !Object.values(supergraphSchema.getTypeMap()).some((type) => {
    if (!isObjectType(type) && !isInterfaceType(type)) return false;
    const fieldSets = (directives: readonly ConstDirectiveNode[] | undefined, name: string): SelectionSetNode[] => (directives ?? []).flatMap((directive) => toFieldSet(directive, name));
    if (fieldSets(type.astNode?.directives, 'key').some((keys) => reaches(supergraphSchema, keys, type, isBeyond))) return true;
    return Object.values(type.getFields()).some(({ type: fieldType, astNode }) => {
      const given = getNamedType(fieldType);
      return fieldSets(astNode?.directives, 'requires').some((required) => reaches(supergraphSchema, required, type, isBeyond))
        || (isCompositeType(given) && fieldSets(astNode?.directives, 'provides').some((provided) => reaches(supergraphSchema, provided, given, isWithinItself, [given])));
    });
  });
}

/** Types of which it plans some fragments wrongly: interfaces that a subgraph has as one object (`@interfaceObject`), and what overlaps with them. */
export function typesBeyondHive(schema: GraphQLSchema): ReadonlySet<string> {
  const interfaces = [...interfaceObjectNamesOf(schema)].map((name) => schema.getType(name)).filter((type) => isInterfaceType(type));
  const possible = new Set(interfaces.flatMap((type) => schema.getPossibleTypes(type)));
  const overlapping = Object.values(schema.getTypeMap()).filter((type) => isAbstractType(type) && schema.getPossibleTypes(type).some((member) => possible.has(member)));
  return new Set([...interfaces, ...possible, ...overlapping].map(({ name }) => name));
}

type IsReached = (type: GraphQLCompositeType, around: readonly GraphQLCompositeType[]) => boolean;
const isWithinItself: IsReached = (type, around) => around.includes(type);

/** Whether any object that a field set selects from is of such a type. */
function reaches(
  schema: GraphQLSchema, { selections }: SelectionSetNode, type: GraphQLCompositeType, isReached: IsReached, around: readonly GraphQLCompositeType[] = [],
): boolean {
  return selections.some((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet) return false;
    const condition = selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition : undefined;
    const field = selection.kind === Kind.FIELD && 'getFields' in type ? type.getFields()[selection.name.value] : undefined;
    const inner = field ? getNamedType(field.type) : condition ? schema.getType(condition.name.value) : type;
    if (!isCompositeType(inner)) return false;
    return (field !== undefined && isReached(inner, around)) || reaches(schema, selection.selectionSet, inner, isReached, [...around, inner]);
  });
}

function toFieldSet({ name, arguments: args = [] }: ConstDirectiveNode, argumentName: string): SelectionSetNode[] {
  const fieldSet = name.value.startsWith('join__') ? args.find((argument) => argument.name.value === argumentName)?.value : undefined;
  if (fieldSet?.kind !== Kind.STRING) return [];
  return parse(`{ ${fieldSet.value} }`, { noLocation: true }).definitions.flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? [definition.selectionSet] : []));
}
