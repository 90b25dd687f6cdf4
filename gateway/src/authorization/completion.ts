import {
  getNullableType, isListType, isNonNullType,
  type FormattedExecutionResult, type GraphQLFormattedError, type GraphQLOutputType, type GraphQLSchema,
} from 'graphql';
import { fieldTypesOf, type Place } from './places.js';

/** By the key that stands in an answer where a field was refused: the field. */
export type RefusedFields = ReadonlyMap<string, { responseKey: string; fieldName: string }>;

export interface CompletionOptions {
  apiSchema: GraphQLSchema;
  /** Of the operation with the keys in it. */
  places: Place;
  refused: RefusedFields;
  /** What is told of each refused field, but for its path. */
  error: GraphQLFormattedError;
}

type Json = Record<string, unknown>;
type Path = readonly (string | number)[];

/** A null that cannot stand where it is. */
const NO_VALUE = Symbol('no value');

/** Gives the function that puts null and an error into answers where fields were refused; null goes up to where it may be (section 6.4.4 of the GraphQL specification). */
export function createCompletion({ apiSchema, places, refused, error }: CompletionOptions): (result: FormattedExecutionResult) => FormattedExecutionResult {
  return (result) => {
    if (!result.data) return result;
    const errors: GraphQLFormattedError[] = [];

    const completeObject = (object: Json, place: Place, path: Path): Json | typeof NO_VALUE => {
      const completed = Object.create(null) as Json;
      for (const [key, value] of Object.entries(object)) {
        const field = refused.get(key);
        const inner = place.inner().get(key);
        if (!field) {
          const kept = inner ? completeValue(value, inner, inner.types, [...path, key]) : value;
          if (kept === NO_VALUE) return NO_VALUE;
          completed[key] = kept;
        } else if (!Object.hasOwn(object, field.responseKey)) {
          // Where the key is there too, another selection of the field was not refused.
          errors.push({ ...error, path: [...path, field.responseKey] });
          const types = fieldTypesOf(apiSchema, apiSchema.getType(String(value)), field.fieldName);
          if (types.some(isNonNullType)) return NO_VALUE;
          completed[field.responseKey] = null;
        }
      }
      return completed;
    };

    const completeValue = (value: unknown, place: Place, types: readonly GraphQLOutputType[], path: Path): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      const completed = Array.isArray(value) ? completeList(value, place, types, path) : completeObject(value as Json, place, path);
      if (completed !== NO_VALUE) return completed;
      return types.some(isNonNullType) ? NO_VALUE : null;
    };

    const completeList = (items: readonly unknown[], place: Place, types: readonly GraphQLOutputType[], path: Path): unknown[] | typeof NO_VALUE => {
      const itemTypes = types.map(getNullableType).flatMap((type) => (isListType(type) ? [type.ofType as GraphQLOutputType] : []));
      const completed: unknown[] = [];
      for (const [index, item] of items.entries()) {
        const kept = completeValue(item, place, itemTypes, [...path, index]);
        if (kept === NO_VALUE) return NO_VALUE;
        completed.push(kept);
      }
      return completed;
    };

    const data = completeObject(result.data, places, []);
    return { ...result, data: data === NO_VALUE ? null : data, ...(errors.length > 0 && { errors: [...(result.errors ?? []), ...errors] }) };
  };
}
