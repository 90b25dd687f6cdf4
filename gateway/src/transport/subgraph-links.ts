import type { SubgraphClient } from '@secondlife/platform/subgraph/subgraph-client';
import { readSubgraphs, type NamedSubgraph } from '../supergraph/subgraph-names.js';

/** Makes the way to a subgraph that a supergraph names; whoever calls it disposes of that. Throws where there can be none. */
export type ConnectSubgraph = (subgraph: NamedSubgraph) => SubgraphClient;

export interface SubgraphLinksOptions {
  connect: ConnectSubgraph;
  /** A subgraph is named for the first time, or at another address. */
  onOpen(name: string, client: SubgraphClient): void;
  /** A subgraph is named no more: only operations that began before still ask it. */
  onLeave(name: string): void;
  /** Nobody asks it any more. */
  onGone(name: string): void;
  /** How long operations that began before a change may still ask by the old way; default 60 s. */
  graceMs?: number;
}

/** The ways to the subgraphs of a supergraph that changes. */
export interface SubgraphLinks {
  /** Opens what a supergraph names anew, and leaves what it names no more. Throws what `connect` throws; then nothing has changed. */
  follow(supergraphSdl: string): void;
  dispose(): Promise<void>;
}

interface Link extends NamedSubgraph {
  client: SubgraphClient;
}

export function createSubgraphLinks({ connect, onOpen, onLeave, onGone, graceMs = 60_000 }: SubgraphLinksOptions): SubgraphLinks {
  const links = new Map<string, Link>();
  const leaving = new Map<SubgraphClient, NodeJS.Timeout>();

  const open = (named: readonly NamedSubgraph[]): Link[] => {
    const opened: Link[] = [];
    try {
      for (const subgraph of named) if (links.get(subgraph.name)?.url !== subgraph.url) opened.push({ ...subgraph, client: connect(subgraph) });
      return opened;
    } catch (error) {
      for (const { client } of opened) void client.dispose();
      throw error;
    }
  };

  const leave = ({ name, client }: Link): void => {
    const timer = setTimeout(() => {
      leaving.delete(client);
      if (!links.has(name)) onGone(name);
      void client.dispose();
    }, graceMs).unref();
    leaving.set(client, timer);
  };

  return {
    follow(supergraphSdl) {
      const named = readSubgraphs(supergraphSdl);
      for (const link of open(named)) {
        const before = links.get(link.name);
        links.set(link.name, link);
        onOpen(link.name, link.client);
        if (before) leave(before);
      }
      const names = new Set(named.map(({ name }) => name));
      for (const link of [...links.values()].filter(({ name }) => !names.has(name))) {
        links.delete(link.name);
        onLeave(link.name);
        leave(link);
      }
    },
    async dispose() {
      for (const timer of leaving.values()) clearTimeout(timer);
      await Promise.all([...leaving.keys(), ...[...links.values()].map(({ client }) => client)].map((client) => client.dispose()));
    },
  };
}
