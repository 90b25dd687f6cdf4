import {
  isAbstractType, isLeafType, isListType, isNonNullType, isObjectType, getNullableType, isUnionType,
  type FieldNode, type GraphQLAbstractType, type GraphQLCompositeType, type GraphQLField, type GraphQLOutputType, type GraphQLSchema,
} from 'graphql';
import type { CollectedField, FieldCollector } from './collect-fields.js';
import { leafOf, NEVER_NULL, NeverNull, NO_VALUE, takesText, tellMisfit, type Completer, type Shaping } from './complete-leaf.js';
import type { DataPath } from './data-path.js';
import { isJsonObject, setOwn, type JsonObject } from './merge.js';
import { toRuntimeType } from './type-conditions.js';

/** Apollo's planner leaves out what no subgraph can give: a field that only an `@interfaceObject` has which nothing leads to. */
const NOT_ASKED = 'No part of the graph gives a value for this field.';

/** Completes an operation's objects. What it makes of selections is made once it is first needed; a list's items share it. */
export class ShapeCompiler {
  readonly #rootTypes: ReadonlySet<unknown>;
  /**
   * Where objects of several types may be, by the first node that selects it: one for the same nodes, so that where such objects lead to
   * one another there are not as many as there are sequences of types.
   */
  readonly #abstracts = new Map<FieldNode, CompositeCompleter[]>();

  constructor(readonly schema: GraphQLSchema, readonly collector: FieldCollector) {
    this.#rootTypes = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  }

  /** What the type has no such field for is left out. */
  compileObject(type: GraphQLCompositeType, collected: readonly CollectedField[]): ObjectCompleter {
    return new ObjectCompleter(collected.flatMap((field) => this.#compileField(type, field) ?? []));
  }

  #compileField(type: GraphQLCompositeType, field: CollectedField): FieldReader | undefined {
    const { fieldName, responseKey, dataKey } = field;
    if (fieldName === '__typename') return new TypeNameReader(responseKey, isObjectType(type) ? type.name : null);
    if (fieldName.startsWith('__')) return type === this.schema.getQueryType() ? new IntrospectionReader(responseKey, field) : undefined;
    const fields = isUnionType(type) ? {} : type.getFields();
    if (!Object.hasOwn(fields, fieldName)) return undefined;
    const definition = fields[fieldName]!;
    const create = () => new DataReader(responseKey, dataKey, definition.type, this.#compileValue(definition.type, field), this.#rootTypes.has(type));
    if (responseKey !== fieldName || dataKey !== fieldName || !isLeafType(getNullableType(definition.type))) return create();
    const shared = PLAIN_LEAVES.get(definition) ?? create();
    PLAIN_LEAVES.set(definition, shared);
    return shared;
  }

  #compileValue(type: GraphQLOutputType, field: CollectedField): Completer {
    if (isLeafType(getNullableType(type))) return leafOf(type);
    if (isNonNullType(type)) return new NeverNull(this.#compileValue(type.ofType, field));
    if (isListType(type)) return new ListCompleter(this.#compileValue(type.ofType, field));
    return isAbstractType(type) ? this.#abstractOf(type, field) : new CompositeCompleter(this, type as GraphQLCompositeType, field);
  }

  #abstractOf(type: GraphQLAbstractType, field: CollectedField): CompositeCompleter {
    const kept = this.#abstracts.get(field.nodes[0]!) ?? [];
    this.#abstracts.set(field.nodes[0]!, kept);
    const found = kept.find((other) => other.type === type && areSame(other.field.nodes, field.nodes));
    if (found) return found;
    const completer = new CompositeCompleter(this, type, field);
    kept.push(completer);
    return completer;
  }
}

const areSame = (some: readonly FieldNode[], others: readonly FieldNode[]): boolean => some.length === others.length && some.every((node, index) => node === others[index]);

/** Most fields are leaves under their own names, the same in all operations: they share what reads them. */
const PLAIN_LEAVES = new WeakMap<GraphQLField<unknown, unknown>, DataReader>();

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
    this.#isText = takesText(getNullableType(type));
  }

  read(shaping: Shaping, source: JsonObject, path: DataPath | undefined): unknown {
    const value = this.#mayBeInherited && !Object.hasOwn(source, this.dataKey) ? undefined : source[this.dataKey];
    if (this.#isText && typeof value === 'string') return value;
    if (value === undefined && this.#isNeverNull && shaping.gone.has(source)) return NO_VALUE;
    if (value === undefined && this.isOfRoot && !this.#isNeverNull && path === undefined) shaping.tell(NOT_ASKED, { prev: path, key: this.key }, true);
    return this.completer.complete(shaping, value, path, this.key);
  }
}

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
    return completer ? completer.complete(shaping, value as JsonObject, { prev: parent, key }) : tellMisfit(shaping, parent, key);
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
    if (!Array.isArray(value)) return tellMisfit(shaping, parent, key);
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
