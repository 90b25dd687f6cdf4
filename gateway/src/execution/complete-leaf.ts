import { GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, GraphQLString, isEnumType, isNonNullType, type GraphQLLeafType, type GraphQLOutputType } from 'graphql';
import type { CollectedField } from './collect-fields.js';
import type { DataPath } from './data-path.js';
import type { JsonObject } from './merge.js';

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

/** Completes a value. Objects of classes, not closures: each kept operation has one for each of its fields that is no plain leaf. */
export interface Completer {
  /** Of the value at `key` of what is at `parent` (section 6.4.3 of the GraphQL specification). */
  complete(shaping: Shaping, value: unknown, parent: DataPath | undefined, key: string | number): unknown;
}

export const NEVER_NULL = 'The graph gave no value for a field that always has one.';
const MISFIT = 'The graph gave a value that does not fit its field.';

export class NeverNull implements Completer {
  constructor(readonly inner: Completer) {}

  complete(shaping: Shaping, value: unknown, parent: DataPath | undefined, key: string | number): unknown {
    const completed = this.inner.complete(shaping, value, parent, key);
    if (completed !== null) return completed;
    shaping.tell(NEVER_NULL, { prev: parent, key }, value === undefined);
    return NO_VALUE;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Most values are as they have to be, and need not go through the type's own serialisation. */
const FITS = new Map<GraphQLOutputType, (value: unknown) => boolean>([
  [GraphQLString, isText],
  [GraphQLID, isText],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
  [GraphQLFloat, (value) => Number.isFinite(value)],
  [GraphQLInt, (value) => typeof value === 'number' && (value | 0) === value],
]);

/** Whether any text is a value of the type as it is. */
export const takesText = (type: GraphQLOutputType): boolean => FITS.get(type) === isText;

class Leaf implements Completer {
  readonly #fits: (value: unknown) => boolean;

  constructor(readonly type: GraphQLLeafType) {
    this.#fits = FITS.get(type) ?? (isEnumType(type) ? (value) => isText(value) && type.getValue(value) !== undefined : () => false);
  }

  complete(shaping: Shaping, value: unknown, parent: DataPath | undefined, key: string | number): unknown {
    if (value === null || value === undefined) return null;
    if (this.#fits(value)) return value;
    try {
      const serialized: unknown = this.type.serialize(value);
      return serialized ?? tellMisfit(shaping, parent, key);
    } catch {
      return tellMisfit(shaping, parent, key);
    }
  }
}

const known = new WeakMap<GraphQLOutputType, Completer>();

/** Of a leaf, or of one that is never null. It depends on nothing but the type: operations share it. */
export function leafOf(type: GraphQLOutputType): Completer {
  const leaf = known.get(type) ?? (isNonNullType(type) ? new NeverNull(leafOf(type.ofType)) : new Leaf(type as GraphQLLeafType));
  known.set(type, leaf);
  return leaf;
}

/** What stands in the place of a value that is none of its type. */
export function tellMisfit({ tell }: Shaping, prev: DataPath | undefined, key: string | number): null {
  tell(MISFIT, { prev, key });
  return null;
}
