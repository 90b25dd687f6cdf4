import { Kind, type OperationDefinitionNode, type SelectionNode, type ValueNode } from 'graphql';

/** Reads an operation's arguments, and remembers which variables were read. */
export interface OperationValues {
  /** Undefined for a variable that is not given. */
  read(node: ValueNode): unknown;
  /** Whether `@skip` and `@include` let a selection stand; one that is wrong does. */
  isIncluded(node: SelectionNode): boolean;
  /** By name. What is made of the operation is the same wherever these are the same. */
  readVariables: ReadonlyMap<string, unknown>;
}

/** Variables are as the client sent them: what they leave out takes its default. */
export function createOperationValues({ variableDefinitions = [] }: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): OperationValues {
  const readVariables = new Map<string, unknown>();

  const readVariable = (name: string): unknown => {
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
    readVariables.set(name, given);
    const byDefault = given === undefined ? variableDefinitions.find(({ variable }) => variable.name.value === name)?.defaultValue : undefined;
    return byDefault ? read(byDefault) : given;
  };

  const read = (node: ValueNode): unknown => {
    switch (node.kind) {
      case Kind.VARIABLE:
        return readVariable(node.name.value);
      case Kind.NULL:
        return null;
      case Kind.INT:
      case Kind.FLOAT:
        return Number(node.value);
      case Kind.LIST:
        return node.values.map(read);
      case Kind.OBJECT:
        return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, read(value)]));
      default:
        return node.value;
    }
  };

  return {
    read,
    readVariables,
    isIncluded({ directives = [] }) {
      for (const { name, arguments: given } of directives) {
        const excludes = name.value === 'skip' ? true : name.value === 'include' ? false : null;
        const condition = excludes === null ? undefined : given?.find((argument) => argument.name.value === 'if');
        if (condition && read(condition.value) === excludes) return false;
      }
      return true;
    },
  };
}
