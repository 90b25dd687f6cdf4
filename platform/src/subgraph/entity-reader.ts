import { randomUUID } from 'node:crypto';
import { codedError } from '../error-code.js';
import { toServiceViewer } from '../signed-viewer.js';
import { within } from '../within.js';
import type { SubgraphClient } from './subgraph-client.js';

export interface EntityReaderOptions {
  /** The service that asks; the owner sees it as the viewer. */
  service: string;
  owner: SubgraphClient;
  typeName: string;
  /** What is read of each entity, in GraphQL, such as `version owner { id }`. */
  selection: string;
}

/** Asks the owner of things about ids that the service has not heard of yet. */
export type ReadEntities<Entity> = (ids: readonly string[]) => Promise<(Entity | null)[]>;

const TIMEOUT_MS = 1_000;

/**
 * One request to the owner's `_entities`, 1 s at most; null for an id that the owner does not know.
 * A failed look-up throws SUBGRAPH_UNAVAILABLE: it is never taken for "not found".
 */
export function createEntityReader<Entity>({ service, owner, typeName, selection }: EntityReaderOptions): ReadEntities<Entity> {
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${typeName} { id ${selection} } } }`;
  return async (ids) => {
    if (ids.length === 0) return [];
    const variables = { representations: ids.map((id) => ({ __typename: typeName, id })) };
    const viewer = toServiceViewer(service, randomUUID());
    try {
      // An owner in this process can't be aborted, only no longer waited for.
      const { data, errors } = await within(TIMEOUT_MS, owner.execute({ query, variables }, { viewer }, AbortSignal.timeout(TIMEOUT_MS)));
      const entities = data?.['_entities'];
      if (errors || !Array.isArray(entities)) throw new Error(errors?.[0]?.message ?? 'no entities in the answer');
      return entities as (Entity | null)[];
    } catch (error) {
      throw Object.assign(codedError('SUBGRAPH_UNAVAILABLE', 'A part of the platform did not answer. Try again.'), { cause: error });
    }
  };
}
