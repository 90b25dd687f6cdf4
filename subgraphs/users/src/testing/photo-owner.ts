import type { SubgraphCall, SubgraphClient } from '@secondlife/platform/subgraph/subgraph-client';

/** Stands where the items service is: answers `_entities` out of a map from a photo's id to its owner's, and fails as a service can. */
export interface PhotoOwner extends SubgraphClient {
  photos: Map<string, string>;
  mood: 'WELL' | 'DOWN';
  /** Each question that came, and who asked. */
  asked: { ids: string[]; call: SubgraphCall }[];
}

export function createPhotoOwner(): PhotoOwner {
  const owner: PhotoOwner = {
    photos: new Map(),
    mood: 'WELL',
    asked: [],
    async execute({ variables }, call) {
      const ids = (variables['representations'] as { id: string }[]).map(({ id }) => id);
      owner.asked.push({ ids, call });
      if (owner.mood === 'DOWN') throw new Error('connect ECONNREFUSED');
      return { data: { _entities: ids.map((id) => (owner.photos.has(id) ? { id, ownerId: owner.photos.get(id) } : null)) } };
    },
    subscribe: () => Promise.reject(new Error('items has no subscription here')),
    check: async () => undefined,
    dispose: async () => undefined,
  };
  return owner;
}
