import {
  getNamedType, isAbstractType, isCompositeType, isUnionType,
  type GraphQLCompositeType, type GraphQLFormattedError, type GraphQLSchema,
} from 'graphql';
import type { CollectedField, FieldCollector } from './collect-fields.js';
import { getOwn, isJsonObject, type JsonObject } from './merge.js';
import { toRuntimeType } from './type-conditions.js';

/**
 * Cuts an error's path where it leaves what the client asked for. A plan fetches keys and required fields besides, whose names may
 * not even be in the API schema; what they fail with is told of the object that needed them.
 */
export function withAskedPath(
  schema: GraphQLSchema, rootType: GraphQLCompositeType, collector: FieldCollector, data: JsonObject, error: GraphQLFormattedError,
): GraphQLFormattedError {
  const { path = [], ...pathless } = error;

  const countAsked = (type: GraphQLCompositeType, value: unknown, fieldsOf: (type: GraphQLCompositeType) => CollectedField[], index: number): number => {
    const key = path[index];
    if (key === undefined) return index;
    if (typeof key === 'number') return countAsked(type, Array.isArray(value) ? value[key] : undefined, fieldsOf, index + 1);
    for (const candidate of toCandidates(schema, type, value)) {
      const field = fieldsOf(candidate).find(({ responseKey }) => responseKey === key);
      const fieldType = isUnionType(candidate) || !field ? undefined : getNamedType(candidate.getFields()[field.fieldName]?.type);
      if (!field || !fieldType) continue;
      if (!isCompositeType(fieldType)) return path.length;
      const inner = isJsonObject(value) ? getOwn(value, field.dataKey) : undefined;
      return countAsked(fieldType, inner, (innerType) => collector.subfields(innerType, field), index + 1);
    }
    return index;
  };

  const count = countAsked(rootType, data, collector.rootFields, 0);
  if (count === path.length) return error;
  return count === 0 ? pathless : { ...error, path: path.slice(0, count) };
}

/** Of what came back as null, no more is known than what it may have been. */
function toCandidates(schema: GraphQLSchema, type: GraphQLCompositeType, value: unknown): readonly GraphQLCompositeType[] {
  const runtimeType = isJsonObject(value) ? toRuntimeType(schema, type, value) : undefined;
  if (runtimeType) return [runtimeType];
  return isAbstractType(type) ? [type, ...schema.getPossibleTypes(type)] : [type];
}
