import { OperationTypeNode, type DocumentNode, type FormattedExecutionResult, type OperationDefinitionNode } from 'graphql';
import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';
import type { Authorizer } from '../authorization/authorizer.js';
import type { Access } from '../authorization/requirements.js';
import type { Executor } from '../execution/executor.js';
import type { Identity } from '../identity/access-token.js';
import type { CostModel } from '../limits/cost/cost-model.js';
import type { OperationLimitsCheck } from '../limits/operation/operation-limits.js';
import { findOperation, type OperationReader } from './operations.js';
import type { DocumentPayload, TextResolver } from './persisted-queries.js';
import { refuse, toRefusal, type Refusal } from './refusal.js';

/** One operation as a client sends it, by whichever door. */
export interface OperationPayload extends DocumentPayload {
  operationName?: string | undefined;
  variables?: Readonly<Record<string, unknown>> | undefined;
}

/** What a client may do, as far as that is decided before its operation runs. */
export interface Rights extends Access {
  /** Whether its token is good for queries alone. */
  readsOnly: boolean;
}

/** By whom an operation can be run, and who decides what of it: both of one supergraph. */
export interface ServedGraph {
  executor: Executor<SubgraphCall>;
  /** Null where the supergraph asks nothing of viewers. */
  authorizer: Authorizer | null;
  /** Null where nobody is limited. */
  costModel: CostModel | null;
}

/** An operation that may run, with the executor of the schema that it is valid for. What this client may not see is no longer in it. */
export interface ReadyOperation {
  executor: Executor<SubgraphCall>;
  text: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
  /** What it may cost; null where nobody is limited. */
  cost: number | null;
  /** To be called with each of the executor's answers: it puts in, as null with an error, what this client may not see. */
  complete(result: FormattedExecutionResult): FormattedExecutionResult;
}

export interface PrepareOptions {
  getGraph(): ServedGraph;
  texts: TextResolver;
  reader: OperationReader;
  limits: OperationLimitsCheck | null;
}

/** Everything between a client's words and the executor, for every door alike: which text, whether it is valid, which operation, and whether this client may run it. */
export type Prepare = (payload: OperationPayload, rights: Rights) => ReadyOperation | Refusal;

export function createPrepare({ getGraph, texts, reader, limits }: PrepareOptions): Prepare {
  const estimate = (costModel: CostModel, document: DocumentNode, { operationName, variables }: OperationPayload): number | Refusal => {
    const { cost } = costModel.estimate(document, operationName, variables);
    const tooMuch = costModel.check(cost);
    return tooMuch ? toRefusal(tooMuch, 'OPERATION_TOO_COMPLEX') : cost;
  };

  return (payload, rights) => {
    const resolved = texts.resolve(payload);
    if ('errors' in resolved) return resolved;
    const { executor, authorizer, costModel } = getGraph();
    const read = reader.read(executor.apiSchema, resolved.text);
    if ('errors' in read) return read;
    const operation = findOperation(read.document, payload.operationName);
    if ('errors' in operation) return operation;
    const tooMuch = limits?.checkVariables(read.document, payload.variables);
    if (tooMuch) return toRefusal(tooMuch, 'OPERATION_TOO_COMPLEX');
    const cost = costModel && estimate(costModel, read.document, payload);
    if (typeof cost === 'object' && cost !== null) return cost;
    resolved.remember?.();
    if (rights.readsOnly && operation.operation !== OperationTypeNode.QUERY) return refuse('FORBIDDEN', 'This token is for queries alone.');
    const ready = { executor, text: read.text, variables: payload.variables ?? {}, cost };
    if (!authorizer) return { ...ready, document: read.document, operation, complete: asItIs };
    const authorized = authorizer.authorize(read.document, payload.operationName, rights);
    if ('errors' in authorized) return authorized;
    const seen = findOperation(authorized.document, payload.operationName);
    return 'errors' in seen ? seen : { ...ready, ...authorized, operation: seen };
  };
}

/** Completes what is complete. */
export const asItIs = (result: FormattedExecutionResult): FormattedExecutionResult => result;

const NO_SCOPES: ReadonlySet<string> = new Set();

/** Of who has no token. */
export const NOBODYS_RIGHTS: Rights = { readsOnly: false, isAuthenticated: false, scopes: NO_SCOPES };

/** The rights of who a token speaks for; null: of nobody. */
export const toRights = (identity: Identity | null): Rights =>
  identity ? { readsOnly: identity.readsOnly, isAuthenticated: true, scopes: identity.scopes } : NOBODYS_RIGHTS;
