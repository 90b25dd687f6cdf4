import type { SubgraphClient, SubgraphCall, SubgraphRequest } from '@secondlife/platform/subgraph/subgraph-client';

export interface OwnedItem {
  id: string;
  version: number;
  status: string;
  owner: { id: string } | null;
}

/** Stands where the items service is: answers `_entities` out of a map, and fails as a service can. */
export interface ItemOwner extends SubgraphClient {
  items: Map<string, OwnedItem>;
  mood: 'WELL' | 'DOWN' | 'SILENT' | 'CONFUSED';
  /** Each question that came, and who asked. */
  asked: { ids: string[]; call: SubgraphCall; request: SubgraphRequest }[];
}

export function createItemOwner(): ItemOwner {
  const owner: ItemOwner = {
    items: new Map(),
    mood: 'WELL',
    asked: [],
    async execute(request, call) {
      const representations = request.variables['representations'] as { id: string }[];
      owner.asked.push({ ids: representations.map(({ id }) => id), call, request });
      if (owner.mood === 'DOWN') throw new Error('connect ECONNREFUSED');
      if (owner.mood === 'SILENT') return new Promise(() => undefined);
      if (owner.mood === 'CONFUSED') return { data: null, errors: [{ message: 'Something went wrong.' }] };
      return { data: { _entities: representations.map(({ id }) => owner.items.get(id) ?? null) } };
    },
    subscribe: () => Promise.reject(new Error('items has no subscription here')),
    check: async () => undefined,
    dispose: async () => undefined,
  };
  return owner;
}
