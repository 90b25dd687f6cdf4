import DataLoader from 'dataloader';
import type { Context } from '../context.js';
import { learnItems } from './known-item.service.js';

export type OpenProposalsLoader = DataLoader<string, number | null>;

const COUNTS = `
  SELECT known_item.item_id AS id, count(exchange.id)::integer AS count
  FROM known_item
  LEFT JOIN revision_item ON revision_item.item_id = known_item.item_id
  LEFT JOIN exchange ON exchange.id = revision_item.exchange_id AND exchange.revision = revision_item.revision AND exchange.status = 'PROPOSED'
  WHERE known_item.item_id = ANY($1) AND known_item.owner_id = $2
  GROUP BY known_item.item_id`;

/** How many proposals have the item in their current revision, in one query; null for who does not own it. */
export const createOpenProposalsLoader = (context: Pick<Context, 'viewer' | 'db' | 'readItems'>): OpenProposalsLoader =>
  new DataLoader(async (ids) => {
    const { viewer, db } = context;
    if (!viewer.userId) return ids.map(() => null);
    await learnItems(context, ids);
    const counts: { id: string; count: number }[] = await db.query(COUNTS, [ids, viewer.userId]);
    const byId = new Map(counts.map(({ id, count }) => [id, count]));
    return ids.map((id) => byId.get(id) ?? null);
  });
