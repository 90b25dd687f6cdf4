import {
  Kind, OperationTypeNode, executeSync, isLeafType, isListType, isNonNullType, isObjectType, isUnionType,
  type DocumentNode, type FormattedExecutionResult, type GraphQLCompositeType, type GraphQLFormattedError, type GraphQLLeafType,
  type GraphQLOutputType, type GraphQLSchema, type OperationDefinitionNode,
} from 'graphql';
import { createFieldCollector, type CollectedField } from './collect-fields.js';
import { toKeys, type DataPath } from './data-path.js';
import { createToldErrors, toCodedError } from './errors.js';
import { withAskedPath } from './error-path.js';
import { getOwn, isJsonObject, type JsonObject } from './merge.js';
import type { OperationPlan } from './plan.js';
import { toRuntimeType } from './type-conditions.js';

export interface Gathered {
  data: JsonObject;
  /** With paths of response keys, though they may lead to what only the plan asked for. */
  errors: readonly GraphQLFormattedError[];
  /** Objects of which their subgraph said that there is no such thing: they are null where they lack what is never null. */
  gone: ReadonlySet<JsonObject>;
}

/** What a field is completed with when it must not be null and is: its parent becomes null. */
const NO_VALUE = Symbol('no value');

/**
 * Gives an operation's answer from what its fetches gathered: the fields that were asked for and no others, in their order and
 * under their names, each of its type (section 6.4 of the GraphQL specification). A null that cannot stand goes up
 * to where it can; it gets an error of its own only where no fetch has told of one at, within or around that place.
 */
export function shapeResponse(schema: GraphQLSchema, plan: OperationPlan, variables: JsonObject, { data, errors, gone }: Gathered): FormattedExecutionResult {
  const collector = createFieldCollector(schema, plan);
  const rootType = schema.getRootType(plan.operation.operation);
  if (!rootType) throw new TypeError(`The schema has no ${plan.operation.operation}.`);
  const fetchErrors = errors.map((error) => withAskedPath(schema, rootType, collector, data, error));
  const told = createToldErrors(fetchErrors);
  const ownErrors: GraphQLFormattedError[] = [];

  const tell = (message: string, path: DataPath, isMissing = false): void => {
    const keys = toKeys(path);
    if (told.explain(keys, isMissing)) return;
    const error = toCodedError('INTERNAL_SERVER_ERROR', message, keys);
    told.add(error);
    ownErrors.push(error);
  };

  const completeValue = (type: GraphQLOutputType, value: unknown, field: CollectedField, path: DataPath): unknown => {
    if (isNonNullType(type)) {
      const completed = completeValue(type.ofType, value, field, path);
      if (completed !== null) return completed;
      tell('The graph gave no value for a field that always has one.', path, value === undefined);
      return NO_VALUE;
    }
    if (value === null || value === undefined) return null;
    if (isListType(type)) return completeList(type.ofType, value, field, path);
    if (isLeafType(type)) return completeLeaf(type, value, path);

    const objectType = toRuntimeType(schema, type, value);
    if (objectType && isJsonObject(value)) return completeObject(objectType, value, collector.subfields(objectType, field), path);
    return misfit(path);
  };

  const completeList = (itemType: GraphQLOutputType, value: unknown, field: CollectedField, path: DataPath): unknown[] | null => {
    if (!Array.isArray(value)) return misfit(path);
    const items: unknown[] = [];
    for (const [key, item] of value.entries()) {
      const completed = completeValue(itemType, item, field, { prev: path, key });
      if (completed === NO_VALUE) return null;
      items.push(completed);
    }
    return items;
  };

  const completeLeaf = (type: GraphQLLeafType, value: unknown, path: DataPath): unknown => {
    try {
      const serialized: unknown = type.serialize(value);
      return serialized ?? misfit(path);
    } catch {
      return misfit(path);
    }
  };

  const misfit = (path: DataPath): null => {
    tell('The graph gave a value that does not fit its field.', path);
    return null;
  };

  const completeObject = (type: GraphQLCompositeType, source: JsonObject, fields: readonly CollectedField[], path: DataPath | undefined): JsonObject | null => {
    const object = Object.create(null) as JsonObject;
    for (const field of fields) {
      const completed = completeField(type, source, field, { prev: path, key: field.responseKey });
      if (completed === NO_VALUE) return null;
      if (completed !== undefined) object[field.responseKey] = completed;
    }
    return object;
  };

  /** Undefined: the type has no such field. */
  const completeField = (type: GraphQLCompositeType, source: JsonObject, field: CollectedField, path: DataPath): unknown => {
    if (field.fieldName === '__typename') return completeTypename(type, path);
    if (type === schema.getQueryType() && field.fieldName.startsWith('__')) return introspect(schema, plan, variables, field);

    const fieldType = isUnionType(type) ? undefined : type.getFields()[field.fieldName]?.type;
    if (!fieldType) return undefined;
    const value = getOwn(source, field.dataKey);
    if (value === undefined && isNonNullType(fieldType) && gone.has(source)) return NO_VALUE;
    return completeValue(fieldType, value, field, path);
  };

  const completeTypename = (type: GraphQLCompositeType, path: DataPath): string | typeof NO_VALUE => {
    if (isObjectType(type)) return type.name;
    tell('The graph gave no value for a field that always has one.', path);
    return NO_VALUE;
  };

  const shaped = completeObject(rootType, data, collector.rootFields(rootType), undefined);
  const allErrors = [...fetchErrors, ...ownErrors];
  return allErrors.length === 0 ? { data: shaped } : { errors: allErrors, data: shaped };
}

/** The schema's own fields are answered from the API schema; no subgraph is asked. */
function introspect(schema: GraphQLSchema, { operation, fragments }: OperationPlan, variables: JsonObject, field: CollectedField): unknown {
  const introspection: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    variableDefinitions: operation.variableDefinitions ?? [],
    selectionSet: { kind: Kind.SELECTION_SET, selections: field.nodes },
  };
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [introspection, ...Object.values(fragments)] };
  return executeSync({ schema, document, variableValues: variables }).data?.[field.responseKey] ?? null;
}
