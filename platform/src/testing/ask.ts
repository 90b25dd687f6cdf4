import { randomUUID } from 'node:crypto';
import type { FormattedExecutionResult } from 'graphql';
import { createLogger } from '../log.js';
import { createLocalPubSub } from '../pubsub/local-pubsub.js';
import type { SignedViewer } from '../signed-viewer.js';
import type { SubgraphDeps } from '../subgraph/service.js';
import type { Subgraph } from '../subgraph/subgraph.js';
import type { SubgraphCall } from '../subgraph/subgraph-client.js';
import type { TestDatabase } from './test-database.js';

/** A subgraph's surroundings in a test: its database, pub/sub in memory, no log. */
export function createTestDeps(database: TestDatabase, schema: string): SubgraphDeps {
  return { databaseUrl: database.toUrl(schema), pubsub: createLocalPubSub(), log: createLogger({ name: 'test', level: process.env['TEST_LOG_LEVEL'] ?? 'silent' }) };
}

/** Who asks in a test; nobody, in English, unless said otherwise. */
export interface Asker extends Partial<SignedViewer>, Pick<SubgraphCall, 'cookie' | 'onSetCookie'> {}

export function toCall({ cookie, onSetCookie, ...viewer }: Asker = {}): SubgraphCall {
  return {
    viewer: { userId: null, sessionId: null, language: 'en', address: '127.0.0.1', requestId: 'test', service: null, ...viewer },
    ...(cookie !== undefined && { cookie }),
    ...(onSetCookie && { onSetCookie }),
  };
}

/** The whole answer of a subgraph to one operation. */
export function ask(subgraph: Subgraph, query: string, variables: Record<string, unknown> = {}, asker?: Asker): Promise<FormattedExecutionResult> {
  return subgraph.execute({ query, variables }, toCall(asker));
}

/** The root field's value of an operation that must succeed; its shape is the test's to know. */
export async function read<T = Record<string, unknown>>(subgraph: Subgraph, query: string, variables: Record<string, unknown> = {}, asker?: Asker): Promise<T> {
  const { data, errors } = await ask(subgraph, query, variables, asker);
  if (errors) throw new Error(`The operation failed: ${JSON.stringify(errors)}`);
  return Object.values(data ?? {})[0] as T;
}

/** A person who exists nowhere yet. */
export const someone = (): string => randomUUID();
