import {
  GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, GraphQLString, isEnumType, isLeafType, isListType, isNonNullType, isObjectType, getNullableType, isUnionType,
  type GraphQLCompositeType, type GraphQLLeafType, type GraphQLOutputType, type GraphQLSchema,
} from 'graphql';
import type { CollectedField, FieldCollector } from './collect-fields.js';
import type { DataPath } from './data-path.js';
import { isJsonObject, setOwn, type JsonObject } from './merge.js';
import { toRuntimeType } from './type-conditions.js';

/** What a field is completed with when it must not be null and is: its parent becomes null. */
export const NO_VALUE = Symbol('no value');

/** One run of a shape: what it is given beside the data, and whom it tells what does not fit. */
export interface Shaping {
  variables: JsonObject;
  /** Objects of which their subgraph said that there is no such thing: they are null where they lack what is never null. */
  gone: ReadonlySet<unknown>;
  tell(message: string, path: DataPath, isMissing?: boolean): void;
  introspect(field: CollectedField, variables: JsonObject): unknown;
}

/** Completes the value of a field, at `key` of what is at `parent` (section 6.4.3 of the GraphQL specification). */
type Complete = (shaping: Shaping, value: unknown, parent: DataPath | undefined, key: string | number) => unknown;
/** Null: a field of it has no value and must have one. */
export type CompleteObject = (shaping: Shaping, source: JsonObject, path: DataPath | undefined) => JsonObject | null;

const NEVER_NULL = 'The graph gave no value for a field that always has one.';
/** Apollo's planner leaves out what no subgraph can give: a field that only an `@interfaceObject` has which nothing leads to. */
const NOT_ASKED = 'No part of the graph gives a value for this field.';
const MISFIT = 'The graph gave a value that does not fit its field.';

/** Makes closures of an operation's selections, each once it is first needed; a list's items share them. */
export function createCompleter(schema: GraphQLSchema, collector: FieldCollector): (type: GraphQLCompositeType, fields: readonly CollectedField[]) => CompleteObject {
  const rootTypes = new Set<unknown>([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);

  const compileValue = (type: GraphQLOutputType, field: CollectedField): Complete => {
    if (isLeafType(getNullableType(type))) return leafOf(type);
    if (isNonNullType(type)) return neverNull(compileValue(type.ofType, field));
    if (isListType(type)) return list(compileValue(type.ofType, field));
    return composite(type as GraphQLCompositeType, field);
  };

  const composite = (type: GraphQLCompositeType, field: CollectedField): Complete => {
    const byTypeName = new Map<unknown, CompleteObject>();
    const find = (value: JsonObject): CompleteObject | undefined => {
      const objectType = toRuntimeType(schema, type, value);
      return objectType && compileObject(objectType, collector.subfields(objectType, field));
    };
    return (shaping, value, parent, key) => {
      if (value === null || value === undefined) return null;
      if (!isJsonObject(value)) return misfit(shaping, parent, key);
      const typeName = value['__typename'];
      const known = byTypeName.get(typeName);
      const complete = known ?? find(value);
      if (complete && !known) byTypeName.set(typeName, complete);
      return complete ? complete(shaping, value, { prev: parent, key }) : misfit(shaping, parent, key);
    };
  };

  /** Undefined: the type has no such field. */
  const compileField = (type: GraphQLCompositeType, field: CollectedField): ((shaping: Shaping, source: JsonObject, path: DataPath | undefined) => unknown) | undefined => {
    const { fieldName, responseKey, dataKey } = field;
    if (fieldName === '__typename') return typeName(type, responseKey);
    if (type === schema.getQueryType() && fieldName.startsWith('__')) return ({ introspect, variables }) => introspect(field, variables);
    const fieldType = isUnionType(type) ? undefined : type.getFields()[fieldName]?.type;
    if (!fieldType) return undefined;
    const complete = compileValue(fieldType, field);
    const mayBeInherited = dataKey in Object.prototype;
    const mayBeGone = isNonNullType(fieldType);
    const isNullableOfRoot = rootTypes.has(type) && !mayBeGone;
    const fits = mayBeInherited ? undefined : FITS.get(getNullableType(fieldType));
    return (shaping, source, path) => {
      // Most fields are leaves, and most leaves as they have to be.
      if (fits?.(source[dataKey])) return source[dataKey];
      const value = mayBeInherited && !Object.hasOwn(source, dataKey) ? undefined : source[dataKey];
      if (isNullableOfRoot && value === undefined && path === undefined) shaping.tell(NOT_ASKED, { prev: path, key: responseKey }, true);
      return value === undefined && mayBeGone && shaping.gone.has(source) ? NO_VALUE : complete(shaping, value, path, responseKey);
    };
  };

  const compileObject = (type: GraphQLCompositeType, collected: readonly CollectedField[]): CompleteObject => {
    const fields = collected.flatMap((field) => {
      const complete = compileField(type, field);
      return complete ? [{ key: field.responseKey, complete }] : [];
    });
    return (shaping, source, path) => {
      const object: JsonObject = {};
      for (const { key, complete } of fields) {
        const completed = complete(shaping, source, path);
        if (completed === NO_VALUE) return null;
        setOwn(object, key, completed);
      }
      return object;
    };
  };
  return compileObject;
}

function misfit({ tell }: Shaping, prev: DataPath | undefined, key: string | number): null {
  tell(MISFIT, { prev, key });
  return null;
}

const neverNull = (complete: Complete): Complete => (shaping, value, parent, key) => {
  const completed = complete(shaping, value, parent, key);
  if (completed !== null) return completed;
  shaping.tell(NEVER_NULL, { prev: parent, key }, value === undefined);
  return NO_VALUE;
};

const list = (complete: Complete): Complete => (shaping, value, parent, key) => {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) return misfit(shaping, parent, key);
  const path: DataPath = { prev: parent, key };
  const items: unknown[] = [];
  for (let index = 0; index < value.length; index += 1) {
    const completed = complete(shaping, value[index], path, index);
    if (completed === NO_VALUE) return null;
    items.push(completed);
  }
  return items;
};

/** Most values are as they have to be, and need not go through the type's own serialisation. */
const FITS = new Map<GraphQLOutputType, (value: unknown) => boolean>([
  [GraphQLString, (value) => typeof value === 'string'],
  [GraphQLID, (value) => typeof value === 'string'],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
  [GraphQLFloat, (value) => Number.isFinite(value)],
  [GraphQLInt, (value) => typeof value === 'number' && (value | 0) === value],
]);

/** Most fields are leaves, and what completes one depends on nothing but its type: operations share it. */
const LEAVES = new WeakMap<GraphQLOutputType, Complete>();

function leafOf(type: GraphQLOutputType): Complete {
  const known = LEAVES.get(type) ?? (isNonNullType(type) ? neverNull(leafOf(type.ofType)) : leaf(type as GraphQLLeafType));
  LEAVES.set(type, known);
  return known;
}

function leaf(type: GraphQLLeafType): Complete {
  const fits = FITS.get(type) ?? (isEnumType(type) ? (value: unknown) => typeof value === 'string' && type.getValue(value) !== undefined : () => false);
  return (shaping, value, parent, key) => {
    if (value === null || value === undefined) return null;
    if (fits(value)) return value;
    try {
      const serialized: unknown = type.serialize(value);
      return serialized ?? misfit(shaping, parent, key);
    } catch {
      return misfit(shaping, parent, key);
    }
  };
}

function typeName(type: GraphQLCompositeType, key: string) {
  if (isObjectType(type)) return () => type.name;
  return ({ tell }: Shaping, _source: JsonObject, path: DataPath | undefined) => {
    tell(NEVER_NULL, { prev: path, key });
    return NO_VALUE;
  };
}
