import { GraphQLError, getOperationAST, parse, validate, type DocumentNode, type OperationTypeNode } from 'graphql';
import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';
import type { Executor, Refused } from '../execution/executor.js';
import type { Graph } from './graph.js';

/** An operation as a client sends it. */
export interface OperationPayload {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
  extensions?: Record<string, unknown> | null | undefined;
}

/** An operation that is valid in the schema of the executor that is to run it. */
export interface ReadOperation {
  executor: Executor<SubgraphCall>;
  document: DocumentNode;
  operationName: string | undefined;
  variables: Record<string, unknown> | undefined;
  type: OperationTypeNode;
}

/** Reads what a client sent by the newest schema; what is wrong with it comes back as coded errors. The same text gives the same document. */
export type ReadOperationOf = (payload: OperationPayload) => Promise<ReadOperation | Refused>;

type Parsed = { document: DocumentNode } | Refused;

/** Documents of one schema that are kept, the least recently used being dropped. */
const KEPT_DOCUMENTS = 1_000;

/** Parses and validates each text once for each schema. */
export function createOperationReader(graph: Pick<Graph, 'getExecutor' | 'validationRules'>): ReadOperationOf {
  const known = new WeakMap<Executor<SubgraphCall>, Map<string, Parsed>>();

  const readText = (executor: Executor<SubgraphCall>, text: string): Parsed => {
    const documents = known.get(executor) ?? new Map<string, Parsed>();
    known.set(executor, documents);
    const parsed = documents.get(text) ?? parseAndValidate(executor, text);
    documents.delete(text);
    documents.set(text, parsed);
    if (documents.size > KEPT_DOCUMENTS) documents.delete(documents.keys().next().value!);
    return parsed;
  };

  const parseAndValidate = ({ apiSchema }: Executor<SubgraphCall>, text: string): Parsed => {
    try {
      const document = parse(text);
      const errors = validate(apiSchema, document, graph.validationRules);
      return errors.length > 0 ? { errors: errors.map((error) => ({ ...error.toJSON(), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } })) } : { document };
    } catch (error) {
      // Too deep a document exhausts the stack of the parser or of the validation.
      const told = error instanceof GraphQLError ? error : new GraphQLError('Too deep.');
      return { errors: [{ ...told.toJSON(), extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] };
    }
  };

  return async ({ query, operationName, variables }) => {
    const executor = graph.getExecutor();
    const parsed = readText(executor, query);
    if ('errors' in parsed) return parsed;
    const { document } = parsed;
    const operation = getOperationAST(document, operationName);
    if (!operation) return { errors: [{ message: 'Name one operation of this document.', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] };
    return { executor, document, operationName: operationName ?? undefined, variables: variables ?? undefined, type: operation.operation };
  };
}
