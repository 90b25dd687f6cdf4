import type { SubgraphClient } from '@secondlife/platform/subgraph/subgraph-client';
import { createResilientClient, type ResilientClient } from './resilient-client.js';
import { toTransportPolicy, type TransportHooks, type TransportSettings } from './transport-policy.js';

export interface ResilientClientsOptions {
  /** What differs from the defaults, for the subgraph of that name. */
  getSettings?: ((subgraph: string) => TransportSettings | undefined) | undefined;
  hooks?: TransportHooks | undefined;
}

/**
 * The clients of all subgraphs by name, each with its own limits and circuit; made once, since they outlive a supergraph. Whatever
 * any of them writes, or tells by an event, ends the sharing of queries that are under way at all of them: events carry writes on.
 */
export function createResilientClients(clients: ReadonlyMap<string, SubgraphClient>, { getSettings, hooks = {} }: ResilientClientsOptions = {}): Map<string, SubgraphClient> {
  const resilient = new Map<string, ResilientClient>();
  const onWrite = (): void => {
    for (const { seal } of resilient.values()) seal();
  };
  for (const [name, client] of clients) resilient.set(name, createResilientClient({ name, client, policy: toTransportPolicy(getSettings?.(name)), hooks, onWrite }));
  return resilient;
}
