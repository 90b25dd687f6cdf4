import DataLoader from 'dataloader';
import { In, type EntityManager } from 'typeorm';
import { ReadMark } from './read-mark.entity.js';
import { countUnreadByExchange } from './unread.js';

/** Read marks by exchange, in one query. */
export const createReadMarkLoader = (db: EntityManager): DataLoader<string, ReadMark[]> =>
  new DataLoader(async (exchangeIds) => {
    const marks = Map.groupBy(await db.find(ReadMark, { where: { exchangeId: In(exchangeIds) }, order: { userId: 'ASC' } }), ({ exchangeId }) => exchangeId);
    return exchangeIds.map((id) => marks.get(id) ?? []);
  });

/** How much the person has not read, by exchange, in one query. */
export const createUnreadLoader = (db: EntityManager, userId: string | null): DataLoader<string, number> =>
  new DataLoader(async (exchangeIds) => {
    const unread = userId === null ? new Map<string, number>() : await countUnreadByExchange(db, userId, exchangeIds);
    return exchangeIds.map((id) => unread.get(id) ?? 0);
  });
