import {
  GraphQLInt, Kind, getNamedType, getNullableType, isInterfaceType, isListType, isNonNullType, isObjectType, print, valueFromAST, visit,
  type ArgumentNode, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLInputType, type GraphQLObjectType,
  type OperationDefinitionNode, type SelectionSetNode,
} from 'graphql';
import type { JsonObject } from './merge.js';

const NUMBER_FIELD = 'seq';
const NUMBER_ARGUMENT = 'after';

/** How a subscription goes on from a number, and where its events have theirs. */
export interface ResumePoint {
  /** Asks for the same, with the number of each event, and from the number on that `toVariables` says. */
  document: DocumentNode;
  /** To be given beside the client's variables; null: from now on. */
  toVariables(after: number | null): JsonObject;
  /** The client's variable that says nothing but the number; null where there is none. */
  clientVariable: string | null;
  /** Where an answer has its number, which the client did not ask for. */
  rootKey: string;
  numberKey: string;
  /** The number that the client has; null: from now on. */
  readAfter(variables: JsonObject): number | null;
}

/**
 * Makes a subscription resumable, where it can be: its root field takes `after: Int`, and its type has `seq: Int!`. The document has this
 * operation alone. Null where it can't be.
 */
export function toResumePoint(subscriptionType: GraphQLObjectType, document: DocumentNode, operation: OperationDefinitionNode): ResumePoint | null {
  const [root] = rootFieldsOf(document, operation.selectionSet);
  const field = root && subscriptionType.getFields()[root.name.value];
  const argument = field?.args.find(({ name }) => name === NUMBER_ARGUMENT);
  if (!root || !field || !argument || !isInt(argument.type) || !hasNumber(field.type)) return null;

  const text = print(document);
  const afterVariable = freeName('gateway__after', text);
  const numberKey = freeName('gateway__seq', text);
  const given = root.arguments?.find(({ name }) => name.value === NUMBER_ARGUMENT);
  const rewritten = rewrite(document, operation, { afterVariable, numberKey, argumentType: argument.type });
  const clientVariable = given?.value.kind === Kind.VARIABLE ? given.value.name.value : null;
  return {
    document: rewritten,
    // Where the argument has a default, to leave it out is not to say null.
    toVariables: (after) => (after === null && argument.defaultValue === undefined ? {} : { [afterVariable]: after }),
    clientVariable: clientVariable !== null && !usesVariable(rewritten, clientVariable) ? clientVariable : null,
    rootKey: root.alias?.value ?? root.name.value,
    numberKey,
    readAfter(variables) {
      const value: unknown = given && isGiven(given, variables) ? valueFromAST(given.value, argument.type, variables) : argument.defaultValue;
      return typeof value === 'number' ? value : null;
    },
  };
}

const isInt = (type: GraphQLInputType): boolean => getNullableType(type) === GraphQLInt;

function hasNumber(type: Parameters<typeof getNullableType>[0]): boolean {
  if (isListType(getNullableType(type))) return false;
  const named = getNamedType(type);
  const number = isObjectType(named) || isInterfaceType(named) ? named.getFields()[NUMBER_FIELD] : undefined;
  return number !== undefined && number.args.length === 0 && isNonNullType(number.type) && number.type.ofType === GraphQLInt;
}

/** A variable that is left out is as if the argument were. */
const isGiven = ({ value }: ArgumentNode, variables: JsonObject): boolean => value.kind !== Kind.VARIABLE || Object.hasOwn(variables, value.name.value);

function usesVariable(document: DocumentNode, name: string): boolean {
  let isUsed = false;
  visit(document, {
    VariableDefinition: () => false,
    Variable(node) {
      if (node.name.value === name) isUsed = true;
    },
  });
  return isUsed;
}

function freeName(base: string, text: string): string {
  let name = base;
  for (let count = 1; text.includes(name); count += 1) name = `${base}${count}`;
  return name;
}

function fragmentOf(document: DocumentNode, name: string): FragmentDefinitionNode | undefined {
  return document.definitions.find((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name);
}

/** The root field, at every place where the operation selects it. */
function rootFieldsOf(document: DocumentNode, { selections }: SelectionSetNode, visited = new Set<string>()): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFieldsOf(document, selection.selectionSet, visited);
    const fragment = fragmentOf(document, selection.name.value);
    if (!fragment || visited.has(selection.name.value)) return [];
    visited.add(selection.name.value);
    return rootFieldsOf(document, fragment.selectionSet, visited);
  });
}

interface Names { afterVariable: string; numberKey: string; argumentType: GraphQLInputType }

function rewrite(document: DocumentNode, operation: OperationDefinitionNode, { afterVariable, numberKey, argumentType }: Names): DocumentNode {
  const spread = new Set<string>();
  const toName = (value: string) => ({ kind: Kind.NAME, value }) as const;
  const after: ArgumentNode = { kind: Kind.ARGUMENT, name: toName(NUMBER_ARGUMENT), value: { kind: Kind.VARIABLE, name: toName(afterVariable) } };
  const number: FieldNode = { kind: Kind.FIELD, alias: toName(numberKey), name: toName(NUMBER_FIELD) };

  const rewriteRoots = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections.map((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) return { ...selection, selectionSet: rewriteRoots(selection.selectionSet) };
      if (selection.kind === Kind.FIELD) {
        return {
          ...selection,
          arguments: [...(selection.arguments ?? []).filter(({ name }) => name.value !== NUMBER_ARGUMENT), after],
          ...(selection.selectionSet && { selectionSet: { ...selection.selectionSet, selections: [...selection.selectionSet.selections, number] } }),
        };
      }
      spread.add(selection.name.value);
      return selection;
    }),
  });

  const int = { kind: Kind.NAMED_TYPE, name: toName(GraphQLInt.name) } as const;
  const rewritten: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: [
      ...(operation.variableDefinitions ?? []),
      {
        kind: Kind.VARIABLE_DEFINITION,
        variable: { kind: Kind.VARIABLE, name: toName(afterVariable) },
        type: isNonNullType(argumentType) ? { kind: Kind.NON_NULL_TYPE, type: int } : int,
      },
    ],
    selectionSet: rewriteRoots(operation.selectionSet),
  };
  const fragments = new Map<string, FragmentDefinitionNode>();
  // The set grows while it is walked: a fragment at the root may spread another one there.
  for (const name of spread) {
    const fragment = fragmentOf(document, name);
    if (fragment) fragments.set(name, { ...fragment, selectionSet: rewriteRoots(fragment.selectionSet) });
  }
  return {
    ...document,
    definitions: document.definitions.map((definition) => {
      if (definition === operation) return rewritten;
      return (definition.kind === Kind.FRAGMENT_DEFINITION && fragments.get(definition.name.value)) || definition;
    }),
  };
}
