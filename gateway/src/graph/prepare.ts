import { OperationTypeNode, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';
import type { Executor } from '../execution/executor.js';
import { findOperation, type OperationReader } from './operations.js';
import type { DocumentPayload, TextResolver } from './persisted-queries.js';
import { refuse, type Refusal } from './refusal.js';

/** One operation as a client sends it, by whichever door. */
export interface OperationPayload extends DocumentPayload {
  operationName?: string | undefined;
  variables?: Readonly<Record<string, unknown>> | undefined;
}

/** What a client may do, as far as that is decided before its operation runs. */
export interface Rights {
  /** Whether its token is good for queries alone. */
  readsOnly: boolean;
}

/** An operation that may run, with the executor of the schema that it is valid for. */
export interface ReadyOperation {
  executor: Executor<SubgraphCall>;
  text: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
}

export interface PrepareOptions {
  getExecutor(): Executor<SubgraphCall>;
  texts: TextResolver;
  reader: OperationReader;
}

/** Everything between a client's words and the executor, for every door alike: which text, whether it is valid, which operation, and whether this client may run it. */
export type Prepare = (payload: OperationPayload, rights: Rights) => ReadyOperation | Refusal;

export function createPrepare({ getExecutor, texts, reader }: PrepareOptions): Prepare {
  return (payload, { readsOnly }) => {
    const resolved = texts.resolve(payload);
    if ('errors' in resolved) return resolved;
    const executor = getExecutor();
    const read = reader.read(executor.apiSchema, resolved.text);
    if ('errors' in read) return read;
    const operation = findOperation(read.document, payload.operationName);
    if ('errors' in operation) return operation;
    resolved.remember?.();
    if (readsOnly && operation.operation !== OperationTypeNode.QUERY) return refuse('FORBIDDEN', 'This token is for queries alone.');
    return { executor, text: resolved.text, document: read.document, operation, variables: payload.variables ?? {} };
  };
}
