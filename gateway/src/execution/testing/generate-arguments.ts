import {
  astFromValue, isEnumType, isInputObjectType, isListType, isNonNullType, isRequiredArgument, isRequiredInputField, print,
  type GraphQLArgument, type GraphQLInputField, type GraphQLInputType,
} from 'graphql';
import type { Random } from './random.js';

/** Values to choose from, by coordinate: `Type.field(argument:)` or `Input.field`. */
export type ValuePools = Readonly<Record<string, readonly unknown[]>>;

export interface ArgumentWriter {
  /** With their parentheses; empty where none is given. */
  writeArguments(coordinate: string, args: readonly GraphQLArgument[]): string;
  /** `@skip`, `@include` or, most often, nothing. */
  writeCondition(): string;
  /** Of the variables that a text uses. */
  writeVariableDefinitions(text: string): string;
  variables: Record<string, unknown>;
}

/** Writes arguments by literal and by variable, at any depth of their value, and keeps the variables. */
export function createArgumentWriter(random: Random, pools: ValuePools): ArgumentWriter {
  const definitions = new Map<string, string>();
  const conditions: string[] = [];
  const variables: Record<string, unknown> = {};

  const toValue = (type: GraphQLInputType, coordinate: string, depth = 0): unknown => {
    if (isNonNullType(type)) return toValue(type.ofType, coordinate, depth);
    const pool = pools[coordinate];
    if (pool) return random.pick(pool);
    if (isListType(type)) return Array.from({ length: random.integer(0, 2) }, () => toValue(type.ofType, coordinate, depth));
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isRequiredInputField(field) || (depth < 2 && random.chance(0.6)));
      return Object.fromEntries(fields.map((field) => [field.name, toValue(field.type, `${type.name}.${field.name}`, depth + 1)]));
    }
    switch (type.name) {
      case 'Int': return random.integer(0, 4);
      case 'Float': return random.integer(0, 40) / 4;
      case 'Boolean': return random.chance(0.5);
      default: return random.pick(['a', 'S', '1', '']);
    }
  };

  const writeValue = (type: GraphQLInputType, coordinate: string, hasDefault: boolean): string => {
    if (random.chance(0.35)) return `$${newVariable(type, coordinate, hasDefault)}`;
    const nullableType = isNonNullType(type) ? type.ofType : type;
    if (isInputObjectType(nullableType) && !pools[coordinate]) {
      const fields = Object.values(nullableType.getFields()).filter((field) => isRequiredInputField(field) || random.chance(0.4));
      return `{ ${fields.map((field) => writeNamed(field, `${nullableType.name}.${field.name}`)).join(', ')} }`;
    }
    const literal = astFromValue(toValue(type, coordinate), type);
    return literal ? print(literal) : 'null';
  };

  const writeNamed = ({ name, type, defaultValue }: GraphQLArgument | GraphQLInputField, coordinate: string): string => (
    `${name}: ${writeValue(type, coordinate, defaultValue !== undefined)}`
  );

  /** Where the position allows it, a variable is nullable, has a default, or is left out. */
  const newVariable = (type: GraphQLInputType, coordinate: string, hasDefault: boolean): string => {
    const name = `v${definitions.size}`;
    const nullableType = isNonNullType(type) ? type.ofType : type;
    const takesDefault = random.chance(0.3);
    const isNullable = !isNonNullType(type) || takesDefault || (hasDefault && random.chance(0.5));
    const defaultLiteral = takesDefault ? astFromValue(toValue(type, coordinate), type) : undefined;
    definitions.set(name, `${String(nullableType)}${isNullable ? '' : '!'}${defaultLiteral ? ` = ${print(defaultLiteral)}` : ''}`);
    if (!isNullable || random.chance(0.6)) variables[name] = toValue(type, coordinate);
    else if (!isNonNullType(type) && random.chance(0.2)) variables[name] = null;
    return name;
  };

  const conditionVariable = (): string => {
    if (conditions.length > 0 && random.chance(0.6)) return random.pick(conditions);
    const name = `if${conditions.length}`;
    conditions.push(name);
    const hasDefault = random.chance(0.3);
    definitions.set(name, `Boolean! ${hasDefault ? `= ${String(random.chance(0.5))}` : ''}`);
    if (!hasDefault || random.chance(0.5)) variables[name] = random.chance(0.5);
    return name;
  };

  return {
    variables,
    writeArguments(coordinate, args) {
      const given = args.filter((argument) => isRequiredArgument(argument) || random.chance(0.5));
      const written = given.map((argument) => writeNamed(argument, `${coordinate}(${argument.name}:)`));
      return written.length === 0 ? '' : `(${written.join(', ')})`;
    },
    writeCondition() {
      if (random.chance(0.85)) return '';
      const value = random.chance(0.8) ? `$${conditionVariable()}` : String(random.chance(0.5));
      return `${random.pick(['@skip', '@include'])}(if: ${value})`;
    },
    writeVariableDefinitions(text) {
      const used = new Set(text.match(/\$\w+/g));
      const written = [...definitions].filter(([name]) => used.has(`$${name}`)).map(([name, definition]) => `$${name}: ${definition}`);
      return written.length === 0 ? '' : `(${written.join(', ')})`;
    },
  };
}
