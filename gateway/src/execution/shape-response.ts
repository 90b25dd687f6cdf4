import {
  Kind, OperationTypeNode, executeSync,
  type DocumentNode, type FormattedExecutionResult, type GraphQLFormattedError, type GraphQLSchema, type OperationDefinitionNode,
} from 'graphql';
import { createFieldCollector, keepFields, type CollectedField } from './collect-fields.js';
import type { Shaping } from './complete-leaf.js';
import { ShapeCompiler } from './complete-value.js';
import { toKeys } from './data-path.js';
import { createToldErrors, toCodedError } from './errors.js';
import { withAskedPath } from './error-path.js';
import type { JsonObject } from './merge.js';
import type { OperationPlan } from './plan.js';

export interface Gathered {
  data: JsonObject;
  /** With paths of response keys, though they may lead to what only the plan asked for. */
  errors: readonly GraphQLFormattedError[];
  /** Objects of which their subgraph said that there is no such thing. */
  gone: ReadonlySet<JsonObject>;
}

/** Gives an operation's answer from what its fetches gathered; `variables` are the client's. */
export type ShapeResponse = (variables: JsonObject, gathered: Gathered) => FormattedExecutionResult;

/**
 * The answer has the fields that were asked for and no others, in their order and under their names, each of its type (section 6.4 of
 * the GraphQL specification). A null that cannot stand goes up to where it can; it gets an error of its own only where no fetch has
 * told of one at, within or around that place.
 */
export function compileShape(schema: GraphQLSchema, plan: OperationPlan): ShapeResponse {
  const collector = createFieldCollector(schema, plan);
  const rootType = schema.getRootType(plan.operation.operation);
  if (!rootType) throw new TypeError(`The schema has no ${plan.operation.operation}.`);
  const root = new ShapeCompiler(schema, collector).compileObject(rootType, collector.rootFields(rootType));
  const introspect = (field: CollectedField, variables: JsonObject) => executeIntrospection(schema, plan, variables, field);
  const toAskedErrors = (errors: readonly GraphQLFormattedError[], data: JsonObject): GraphQLFormattedError[] => {
    const asked = keepFields(collector);
    return errors.map((error) => withAskedPath(schema, rootType, asked, data, error));
  };

  return (variables, { data, errors, gone }) => {
    const fetchErrors = errors.length > 0 ? toAskedErrors(errors, data) : [];
    const ownErrors: GraphQLFormattedError[] = [];
    let told: ReturnType<typeof createToldErrors> | undefined;
    const tell: Shaping['tell'] = (message, path, isMissing = false) => {
      told ??= createToldErrors(fetchErrors);
      const keys = toKeys(path);
      if (told.explain(keys, isMissing)) return;
      const error = toCodedError('INTERNAL_SERVER_ERROR', message, keys);
      told.add(error);
      ownErrors.push(error);
    };
    const shaped = root.complete({ variables, gone, tell, introspect }, data, undefined);
    const allErrors = [...fetchErrors, ...ownErrors];
    return allErrors.length === 0 ? { data: shaped } : { errors: allErrors, data: shaped };
  };
}

/** The schema's own fields are answered from the API schema; no subgraph is asked. */
function executeIntrospection(schema: GraphQLSchema, { operation, fragments }: OperationPlan, variables: JsonObject, field: CollectedField): unknown {
  const introspection: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    variableDefinitions: operation.variableDefinitions ?? [],
    selectionSet: { kind: Kind.SELECTION_SET, selections: field.nodes },
  };
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [introspection, ...Object.values(fragments)] };
  return executeSync({ schema, document, variableValues: variables }).data?.[field.responseKey] ?? null;
}
