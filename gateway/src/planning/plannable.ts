import {
  Kind, TypeInfo, isInterfaceType, print, visit, visitWithTypeInfo,
  type DocumentNode, type FieldNode, type SelectionSetNode, type ValueNode,
} from 'graphql';
import { splitByObjectType, type InterfaceObjectFacts } from './interface-objects.js';
import type { OperationPlan } from '../execution/plan.js';

/** What cannot be told from the operation alone. */
export interface SchemaFacts extends InterfaceObjectFacts {
  /** Of every type of the supergraph; none of them becomes the data key of another field. */
  fieldNames: ReadonlySet<string>;
}

export interface Plannable extends Pick<OperationPlan, 'dataKeys' | 'responseKeys' | 'variableNames'> { document: DocumentNode }

/**
 * Rewrites an operation so that what a client named can never meet what a planner adds.
 *
 * Planners select keys and required fields under their plain names and take any selection of that response key for the
 * same field: with `{ user { id: name } }` a name would be sent for an id. So a field that has an alias, or can have
 * arguments, is fetched under a key of its own, one for each response key, field and arguments; the fields that
 * GraphQL merges share it. A variable with a planner's name is renamed likewise.
 */
export function toPlannable(document: DocumentNode, { apiSchema, fieldNames, interfaceObjectNames }: SchemaFacts): Plannable {
  const dataKeys = new Map<FieldNode, string>();
  const responseKeys = new Map<string, string>();
  const variableNames = new Map<string, string>();
  const keyOf = new Map<string, string>();
  const typeInfo = new TypeInfo(apiSchema);

  const plannable = visit(document, visitWithTypeInfo(typeInfo, {
    SelectionSet(node) {
      if (node.selections.length === 0) return TYPE_NAME_ALONE;
      const parentType = typeInfo.getParentType();
      return isInterfaceType(parentType) && interfaceObjectNames.has(parentType.name) ? splitByObjectType(node, parentType, apiSchema, document) : undefined;
    },
    Field(node) {
      if (node.name.value === '__typename') return withoutAlias(node);
      const responseKey = node.alias?.value ?? node.name.value;
      const takesArguments = (typeInfo.getFieldDef()?.args.length ?? 0) > 0;
      if (responseKey === node.name.value && !takesArguments) return withoutAlias(node);

      const identity = `${responseKey}:${node.name.value}(${canonicalArguments(node)})`;
      let key = keyOf.get(identity);
      if (key === undefined) {
        key = freeName(node.name.value, keyOf.size, (name) => fieldNames.has(name) || responseKeys.has(name));
        keyOf.set(identity, key);
        responseKeys.set(key, responseKey);
      }
      dataKeys.set(node, key);
      return { ...node, alias: { kind: Kind.NAME, value: key } };
    },
    Variable(node) {
      if (!isPlannersVariable(node.name.value)) return undefined;
      const name = `client__${node.name.value}`;
      variableNames.set(name, node.name.value);
      return { ...node, name: { ...node.name, value: name } };
    },
  }));
  return { document: plannable, dataKeys, responseKeys, variableNames };
}

/** One planner takes a field whose alias is its own name for another field. */
function withoutAlias(node: FieldNode): FieldNode {
  const { alias: _, ...unaliased } = node;
  return unaliased;
}

/** Where all that was selected is left out by conditions: the object is fetched all the same. */
const TYPE_NAME_ALONE: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }] };

/** Names that planners give to variables of their own, and those that this file gives. */
function isPlannersVariable(name: string): boolean {
  return name === 'representations' || name.startsWith('contextualArgument_') || name.startsWith('client__');
}

function freeName(base: string, start: number, isTaken: (name: string) => boolean): string {
  for (let count = start; ; count += 1) {
    const name = `${base}__${count}`;
    if (!isTaken(name)) return name;
  }
}

function canonicalArguments(node: FieldNode): string {
  return (node.arguments ?? []).map((argument) => `${argument.name.value}:${canonicalValue(argument.value)}`).sort().join();
}

/** The order of an input object's fields makes no difference to whether two fields merge. */
function canonicalValue(value: ValueNode): string {
  switch (value.kind) {
    case Kind.OBJECT:
      return `{${value.fields.map((field) => `${field.name.value}:${canonicalValue(field.value)}`).sort().join()}}`;
    case Kind.LIST:
      return `[${value.values.map(canonicalValue).join()}]`;
    default:
      return print(value);
  }
}
