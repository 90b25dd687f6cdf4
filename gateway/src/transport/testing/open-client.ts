import type { FormattedExecutionResult } from 'graphql';
import type { SignedViewer } from '@secondlife/platform/signed-viewer';
import { createHttpClient } from '@secondlife/platform/subgraph/http-client';
import type { SubgraphCall, SubgraphClient } from '@secondlife/platform/subgraph/subgraph-client';
import { createResilientClients } from '../resilient-clients.js';
import type { BreakerState, TransportSettings } from '../transport-policy.js';

export const VIEWER: SignedViewer = { userId: 'u1', sessionId: 's1', language: 'en', address: '10.0.0.1', requestId: 'request-1', service: null };

/** A client over HTTP with all that makes it resilient, and what its hooks were told. */
export interface OpenedClient {
  ask(query?: string, options?: AskOptions): Promise<FormattedExecutionResult>;
  states: BreakerState[];
  outcomes: string[];
  retries: string[];
  shares: string[];
}

export interface AskOptions {
  call?: Partial<SubgraphCall>;
  variables?: Record<string, unknown>;
}

const opened: SubgraphClient[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((client) => client.dispose()));
});

/** Waits little between tries; it is disposed after the test. */
export function openClient(urls: readonly string[], settings: TransportSettings = {}): OpenedClient {
  const [states, outcomes, retries, shares]: [BreakerState[], string[], string[], string[]] = [[], [], [], []];
  const plain = createHttpClient({ urls, viewerSecret: null });
  opened.push(plain);
  const client = createResilientClients(new Map([['things', plain]]), {
    getSettings: () => ({ retryDelayMs: 2, ...settings }),
    hooks: {
      onStateChange: (_, state) => states.push(state),
      onFetch: (_, outcome) => outcomes.push(outcome),
      onRetry: (_, retry, kind) => retries.push(`${retry} ${kind}`),
      onShare: (name) => shares.push(name),
    },
  }).get('things')!;
  return {
    ask: (query = '{ a }', { call, variables = {} } = {}) => client.execute({ query, variables }, { viewer: VIEWER, ...call }),
    states,
    outcomes,
    retries,
    shares,
  };
}
