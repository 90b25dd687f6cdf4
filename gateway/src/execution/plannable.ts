import {
  Kind, TypeInfo, isInterfaceType, print, visit, visitWithTypeInfo,
  type DirectiveNode, type DocumentNode, type FieldNode, type InlineFragmentNode, type ValueNode,
} from 'graphql';
import { splitByObjectType, type InterfaceObjectFacts } from './interface-objects.js';
import type { OperationPlan } from './plan.js';

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
      const parentType = typeInfo.getParentType();
      return isInterfaceType(parentType) && interfaceObjectNames.has(parentType.name) ? splitByObjectType(node, parentType, apiSchema, document) : undefined;
    },
    Field: {
      enter(node) {
        if (node.name.value === '__typename') {
          const { alias: _, ...unaliased } = node;
          return unaliased;
        }
        const responseKey = node.alias?.value ?? node.name.value;
        const takesArguments = (typeInfo.getFieldDef()?.args.length ?? 0) > 0;
        if (responseKey === node.name.value && !takesArguments) return undefined;

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
      leave: withConditionsAround,
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

/**
 * Apollo's planner takes a field that is under a condition for one that is not wanted at all when everything within it is under another one,
 * and would not fetch `{ a @include(if: $x) { b @include(if: $y) } }` for `{ a: {} }`. It reads a fragment's condition rightly.
 */
function withConditionsAround(node: FieldNode): InlineFragmentNode | undefined {
  const isCondition = ({ name }: DirectiveNode): boolean => name.value === 'skip' || name.value === 'include';
  const conditions = node.directives?.filter(isCondition) ?? [];
  if (!node.selectionSet || conditions.length === 0) return undefined;
  const unconditional: FieldNode = { ...node, directives: node.directives?.filter((directive) => !isCondition(directive)) ?? [] };
  return { kind: Kind.INLINE_FRAGMENT, directives: conditions, selectionSet: { kind: Kind.SELECTION_SET, selections: [unconditional] } };
}

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
