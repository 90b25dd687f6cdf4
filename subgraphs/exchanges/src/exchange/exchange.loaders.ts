import DataLoader from 'dataloader';
import { In, type EntityManager } from 'typeorm';
import { isId } from '@secondlife/platform/values/text';
import { Exchange } from './exchange.entity.js';
import { LegRow } from './leg.entity.js';
import { ExchangeRevision, RevisionItemRow } from './revision.entity.js';

export type ExchangeLoaders = ReturnType<typeof createExchangeLoaders>;

/** One revision of one exchange; an exchange itself stands for its current one. */
export type RevisionKey = Pick<Exchange, 'id' | 'revision'>;
const toKey = ({ id, revision }: RevisionKey): string => `${id} ${revision}`;

/** Exchanges and what hangs on them, one query of each kind for all that a request asks for. */
export const createExchangeLoaders = (db: EntityManager) => ({
  /** By id; null for an unknown or malformed one. Whether the viewer may see it is not asked here. */
  exchange: new DataLoader<string, Exchange | null>(async (ids) => {
    const byId = new Map((await db.findBy(Exchange, { id: In(ids.filter(isId)) })).map((exchange) => [exchange.id, exchange]));
    return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
  }),
  /** By the exchange's id, in order. */
  legs: new DataLoader<string, LegRow[]>(async (ids) => {
    const legs = Map.groupBy(await db.find(LegRow, { where: { exchangeId: In(ids) }, order: { position: 'ASC' } }), ({ exchangeId }) => exchangeId);
    return ids.map((id) => legs.get(id) ?? []);
  }),
  /** By the exchange's id, oldest first. */
  revisions: new DataLoader<string, ExchangeRevision[]>(async (ids) => {
    const revisions = Map.groupBy(await db.find(ExchangeRevision, { where: { exchangeId: In(ids) }, order: { number: 'ASC' } }), ({ exchangeId }) => exchangeId);
    return ids.map((id) => revisions.get(id) ?? []);
  }),
  /** The items of a revision, in order. */
  items: new DataLoader<RevisionKey, RevisionItemRow[], string>(
    async (keys) => {
      const where = keys.map(({ id, revision }) => ({ exchangeId: id, revision }));
      const items = Map.groupBy(await db.find(RevisionItemRow, { where, order: { position: 'ASC' } }), ({ exchangeId, revision }) => toKey({ id: exchangeId, revision }));
      return keys.map((key) => items.get(toKey(key)) ?? []);
    },
    { cacheKeyFn: toKey },
  ),
});
