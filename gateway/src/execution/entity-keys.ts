import {
  Kind, isEnumType, parse,
  type ConstDirectiveNode, type GraphQLSchema, type SelectionSetNode,
} from 'graphql';
import { getOwn, isJsonObject, type JsonObject } from './merge.js';

/** Whether a subgraph can tell an entity by a representation: it has all of one of the keys that the type has there. */
export type IsIdentifying = (serviceName: string, representation: JsonObject) => boolean;

/** Reads the keys from the join directives of a supergraph. */
export function createIsIdentifying(supergraphSchema: GraphQLSchema): IsIdentifying {
  const serviceNames = serviceNamesOf(supergraphSchema);
  const keys = new Map<string, Map<unknown, SelectionSetNode[]>>();
  for (const type of Object.values(supergraphSchema.getTypeMap())) {
    for (const directive of type.astNode?.directives ?? []) {
      const { graph, key, resolvable } = directive.name.value === 'join__type' ? argumentsOf(directive) : {};
      const serviceName = serviceNames.get(String(graph));
      if (serviceName === undefined || typeof key !== 'string' || resolvable === false) continue;
      const ofService = keys.get(serviceName) ?? new Map<unknown, SelectionSetNode[]>();
      keys.set(serviceName, ofService.set(type.name, [...ofService.get(type.name) ?? [], toSelectionSet(key)]));
    }
  }
  return (serviceName, representation) => (
    keys.get(serviceName)?.get(representation['__typename'])?.some((key) => hasAll(representation, key)) ?? false
  );
}

/** By the names that the join directives have for subgraphs. */
function serviceNamesOf(supergraphSchema: GraphQLSchema): Map<string, string> {
  const graphs = supergraphSchema.getType('join__Graph');
  const values = isEnumType(graphs) ? graphs.getValues() : [];
  return new Map(values.flatMap(({ name, astNode }) => {
    const directive = astNode?.directives?.find((candidate) => candidate.name.value === 'join__graph');
    return directive ? [[name, String(argumentsOf(directive).name)]] : [];
  }));
}

function argumentsOf(directive: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries((directive.arguments ?? []).map(({ name, value }) => [name.value, 'value' in value ? value.value : undefined]));
}

function toSelectionSet(fieldSet: string): SelectionSetNode {
  const [definition] = parse(`{ ${fieldSet} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`"${fieldSet}" is no field set.`);
  return definition.selectionSet;
}

function hasAll(value: unknown, selectionSet: SelectionSetNode): boolean {
  if (Array.isArray(value)) return value.every((item) => hasAll(item, selectionSet));
  if (!isJsonObject(value)) return value !== undefined;
  return selectionSet.selections.every((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return hasAll(value, selection.selectionSet);
    if (selection.kind !== Kind.FIELD) return false;
    const part = getOwn(value, selection.name.value);
    return part !== undefined && (!selection.selectionSet || hasAll(part, selection.selectionSet));
  });
}
