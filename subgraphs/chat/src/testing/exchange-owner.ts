import type { SubgraphClient } from '@secondlife/platform/subgraph/subgraph-client';
import type { ExchangeEntity } from '../conversation/conversation.service.js';

/** Stands where the exchanges service is: answers `_entities` out of a map, and fails when it is down. */
export interface ExchangeOwner extends SubgraphClient {
  exchanges: Map<string, ExchangeEntity>;
  isDown: boolean;
}

export function createExchangeOwner(): ExchangeOwner {
  const owner: ExchangeOwner = {
    exchanges: new Map(),
    isDown: false,
    async execute({ variables }) {
      if (owner.isDown) throw new Error('connection refused at 10.0.0.7');
      const representations = variables['representations'] as { id: string }[];
      return { data: { _entities: representations.map(({ id }) => owner.exchanges.get(id) ?? null) } };
    },
    subscribe: () => Promise.reject(new Error('not asked for')),
    check: async () => undefined,
    dispose: async () => undefined,
  };
  return owner;
}
