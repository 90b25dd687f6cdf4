import type { SubgraphClient } from '@secondlife/platform/subgraph/subgraph-client';
import { createResilientClient, type ResilientClient } from './resilient-client.js';
import { toTransportPolicy, type TransportHooks, type TransportSettings } from './transport-policy.js';

export interface ResilientClientsOptions {
  /** What differs from the defaults, for the subgraph of that name. */
  getSettings?: ((subgraph: string) => TransportSettings | undefined) | undefined;
  hooks?: TransportHooks | undefined;
}

/** The clients of all subgraphs by name, each with its own limits and circuit; what they are made of is the caller's to dispose of. */
export interface ResilientClients {
  get(name: string): ResilientClient | undefined;
  /** From now on this one is asked. */
  set(name: string, client: SubgraphClient): void;
  delete(name: string): void;
}

/**
 * Whatever any of them writes, or tells by an event, ends the sharing of queries that are under way at all of them: events carry writes on.
 */
export function createResilientClients(clients: ReadonlyMap<string, SubgraphClient>, { getSettings, hooks = {} }: ResilientClientsOptions = {}): ResilientClients {
  const resilient = new Map<string, ResilientClient>();
  const onWrite = (): void => {
    for (const { seal } of resilient.values()) seal();
  };
  const set = (name: string, client: SubgraphClient): void => {
    resilient.set(name, createResilientClient({ name, client, policy: toTransportPolicy(getSettings?.(name)), hooks, onWrite }));
  };
  for (const [name, client] of clients) set(name, client);
  return { get: (name) => resilient.get(name), set, delete: (name) => void resilient.delete(name) };
}
