import {
  GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, GraphQLString, isEnumType, isLeafType, isListType, isNonNullType, isObjectType, getNullableType, isUnionType,
  type GraphQLCompositeType, type GraphQLField, type GraphQLLeafType, type GraphQLOutputType, type GraphQLSchema,
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

/** Completes a value. Objects of classes, not closures: each kept operation has one for each of its fields. */
interface Completer {
  /** Of the value at `key` of what is at `parent` (section 6.4.3 of the GraphQL specification). */
  complete(shaping: Shaping, value: unknown, parent: DataPath | undefined, key: string | number): unknown;
}

const NEVER_NULL = 'The graph gave no value for a field that always has one.';
/** Apollo's planner leaves out what no subgraph can give: a field that only an `@interfaceObject` has which nothing leads to. */
const NOT_ASKED = 'No part of the graph gives a value for this field.';
const MISFIT = 'The graph gave a value that does not fit its field.';

/** Completes an operation's objects. What it makes of selections is made once it is first needed; a list's items share it. */
export class ShapeCompiler {
  readonly #rootTypes: ReadonlySet<unknown>;

  constructor(readonly schema: GraphQLSchema, readonly collector: FieldCollector) {
    this.#rootTypes = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  }

  /** What the type has no such field for is left out. */
  compileObject(type: GraphQLCompositeType, collected: readonly CollectedField[]): ObjectCompleter {
    const fields = isUnionType(type) ? {} : type.getFields();
    const isQuery = type === this.schema.getQueryType();
    const isThere = ({ fieldName }: CollectedField) => fieldName === '__typename' || (isQuery && fieldName.startsWith('__')) || Object.hasOwn(fields, fieldName);
    const toReader = (field: CollectedField): FieldReader => {
      const { fieldName, responseKey, dataKey } = field;
      if (fieldName === '__typename') return new TypeNameReader(responseKey, isObjectType(type) ? type.name : null);
      const definition = fields[fieldName];
      if (!definition) return new IntrospectionReader(responseKey, field);
      const create = () => new DataReader(responseKey, dataKey, definition.type, this.#compileValue(definition.type, field), this.#rootTypes.has(type));
      if (responseKey !== fieldName || dataKey !== fieldName || !isLeafType(getNullableType(definition.type))) return create();
      const shared = PLAIN_LEAVES.get(definition) ?? create();
      PLAIN_LEAVES.set(definition, shared);
      return shared;
    };
    return new ObjectCompleter(collected.filter(isThere).map(toReader));
  }

  #compileValue(type: GraphQLOutputType, field: CollectedField): Completer {
    if (isLeafType(getNullableType(type))) return leafOf(type);
    if (isNonNullType(type)) return new NeverNull(this.#compileValue(type.ofType, field));
    if (isListType(type)) return new ListCompleter(this.#compileValue(type.ofType, field));
    return new CompositeCompleter(this, type as GraphQLCompositeType, field);
  }
}

/** Of objects of one type, as they are selected in one place. */
export class ObjectCompleter {
  constructor(readonly fields: readonly FieldReader[]) {}

  /** Null: a field of it has no value and must have one. */
  complete(shaping: Shaping, source: JsonObject, path: DataPath | undefined): JsonObject | null {
    const object: JsonObject = {};
    for (const field of this.fields) {
      const completed = field.read(shaping, source, path);
      if (completed === NO_VALUE) return null;
      setOwn(object, field.key, completed);
    }
    return object;
  }
}

/** A field of an object of one type. */
interface FieldReader {
  /** Under which the answer has it. */
  readonly key: string;
  /** NO_VALUE: it has none and must have one. */
  read(shaping: Shaping, source: JsonObject, path: DataPath | undefined): unknown;
}

/** A field that was fetched. */
class DataReader implements FieldReader {
  readonly #mayBeInherited: boolean;
  readonly #isNeverNull: boolean;
  /** Most fields are leaves, and most leaves texts. */
  readonly #isText: boolean;

  constructor(
    readonly key: string,
    readonly dataKey: string,
    type: GraphQLOutputType,
    readonly completer: Completer,
    readonly isOfRoot: boolean,
  ) {
    this.#mayBeInherited = dataKey in Object.prototype;
    this.#isNeverNull = isNonNullType(type);
    this.#isText = TEXTS.has(getNullableType(type));
  }

  read(shaping: Shaping, source: JsonObject, path: DataPath | undefined): unknown {
    const value = this.#mayBeInherited && !Object.hasOwn(source, this.dataKey) ? undefined : source[this.dataKey];
    if (this.#isText && typeof value === 'string') return value;
    if (value === undefined && this.#isNeverNull && shaping.gone.has(source)) return NO_VALUE;
    if (value === undefined && this.isOfRoot && !this.#isNeverNull && path === undefined) shaping.tell(NOT_ASKED, { prev: path, key: this.key }, true);
    return this.completer.complete(shaping, value, path, this.key);
  }
}

/** Most fields are leaves under their own names, the same in all operations: they share what reads them. */
const PLAIN_LEAVES = new WeakMap<GraphQLField<unknown, unknown>, DataReader>();

class TypeNameReader implements FieldReader {
  /** @param name null: no more is known of the object than its interface */
  constructor(readonly key: string, readonly name: string | null) {}

  read({ tell }: Shaping, _source: JsonObject, path: DataPath | undefined): unknown {
    if (this.name !== null) return this.name;
    tell(NEVER_NULL, { prev: path, key: this.key });
    return NO_VALUE;
  }
}

/** A field of the schema itself. */
class IntrospectionReader implements FieldReader {
  constructor(readonly key: string, readonly field: CollectedField) {}

  read({ introspect, variables }: Shaping): unknown {
    return introspect(this.field, variables);
  }
}

class CompositeCompleter implements Completer {
  /** Most places have objects of one type. */
  #first: { typeName: unknown; completer: ObjectCompleter } | undefined = undefined;
  #others: Map<unknown, ObjectCompleter> | undefined = undefined;

  constructor(readonly compiler: ShapeCompiler, readonly type: GraphQLCompositeType, readonly field: CollectedField) {}

  complete(shaping: Shaping, value: unknown, parent: DataPath | undefined, key: string | number): unknown {
    if (value === null || value === undefined) return null;
    const completer = isJsonObject(value) ? this.#completerOf(value) : undefined;
    return completer ? completer.complete(shaping, value as JsonObject, { prev: parent, key }) : misfit(shaping, parent, key);
  }

  /** Undefined: it is of no type that can be here. */
  #completerOf(value: JsonObject): ObjectCompleter | undefined {
    const typeName = value['__typename'];
    if (this.#first && this.#first.typeName === typeName) return this.#first.completer;
    const known = this.#others?.get(typeName);
    if (known) return known;
    const type = toRuntimeType(this.compiler.schema, this.type, value);
    if (!type) return undefined;
    const completer = this.compiler.compileObject(type, this.compiler.collector.subfields(type, this.field));
    if (this.#first) (this.#others ??= new Map()).set(typeName, completer);
    else this.#first = { typeName, completer };
    return completer;
  }
}

class ListCompleter implements Completer {
  constructor(readonly item: Completer) {}

  complete(shaping: Shaping, value: unknown, parent: DataPath | undefined, key: string | number): unknown {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) return misfit(shaping, parent, key);
    const path: DataPath = { prev: parent, key };
    const items: unknown[] = [];
    for (let index = 0; index < value.length; index += 1) {
      const completed = this.item.complete(shaping, value[index], path, index);
      if (completed === NO_VALUE) return null;
      items.push(completed);
    }
    return items;
  }
}

class NeverNull implements Completer {
  constructor(readonly inner: Completer) {}

  complete(shaping: Shaping, value: unknown, parent: DataPath | undefined, key: string | number): unknown {
    const completed = this.inner.complete(shaping, value, parent, key);
    if (completed !== null) return completed;
    shaping.tell(NEVER_NULL, { prev: parent, key }, value === undefined);
    return NO_VALUE;
  }
}

class Leaf implements Completer {
  readonly #fits: (value: unknown) => boolean;

  constructor(readonly type: GraphQLLeafType) {
    this.#fits = FITS.get(type) ?? (isEnumType(type) ? (value) => typeof value === 'string' && type.getValue(value) !== undefined : () => false);
  }

  complete(shaping: Shaping, value: unknown, parent: DataPath | undefined, key: string | number): unknown {
    if (value === null || value === undefined) return null;
    if (this.#fits(value)) return value;
    try {
      const serialized: unknown = this.type.serialize(value);
      return serialized ?? misfit(shaping, parent, key);
    } catch {
      return misfit(shaping, parent, key);
    }
  }
}

const TEXTS: ReadonlySet<GraphQLOutputType> = new Set([GraphQLString, GraphQLID]);

/** Most values are as they have to be, and need not go through the type's own serialisation. */
const FITS = new Map<GraphQLOutputType, (value: unknown) => boolean>([
  [GraphQLString, (value) => typeof value === 'string'],
  [GraphQLID, (value) => typeof value === 'string'],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
  [GraphQLFloat, (value) => Number.isFinite(value)],
  [GraphQLInt, (value) => typeof value === 'number' && (value | 0) === value],
]);

/** What completes a leaf depends on nothing but its type: operations share it. */
const LEAVES = new WeakMap<GraphQLOutputType, Completer>();

function leafOf(type: GraphQLOutputType): Completer {
  const known = LEAVES.get(type) ?? (isNonNullType(type) ? new NeverNull(leafOf(type.ofType)) : new Leaf(type as GraphQLLeafType));
  LEAVES.set(type, known);
  return known;
}

function misfit({ tell }: Shaping, prev: DataPath | undefined, key: string | number): null {
  tell(MISFIT, { prev, key });
  return null;
}
