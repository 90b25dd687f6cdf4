import { In, type EntityManager } from 'typeorm';
import type { EventEnvelope } from '@secondlife/platform/events/event-transport';
import type { ItemState } from '@secondlife/schema/events/items';
import type { Context } from '../context.js';
import { KnownItemRow } from './known-item.entity.js';

/** What items answers of an item. */
export interface OwnersItem {
  id: string;
  version: number;
  status: string;
  owner: { id: string } | null;
}

/** What `OwnersItem` is read with. */
export const OWNERS_ITEM = 'version status owner { id }';

/**
 * Asks items about those of the ids that no event has told of yet, and keeps the answer; what items does not know either
 * stays unknown. Throws SUBGRAPH_UNAVAILABLE when it can't be asked. Outside of any transaction: it may take a second.
 */
export async function learnItems({ db, readItems }: Pick<Context, 'db' | 'readItems'>, ids: readonly string[]): Promise<void> {
  const known = new Set((await db.findBy(KnownItemRow, { itemId: In(ids) })).map(({ itemId }) => itemId));
  const answers = await readItems(ids.filter((id) => !known.has(id)));
  await keepItems(db, answers.flatMap((item) => (item ? toKnownItem(item) : [])));
}

/** An item that nobody owns any more can't be swapped: it is as good as unknown. Whether it is promised is ours to know. */
const toKnownItem = ({ id, version, status, owner }: OwnersItem): KnownItemRow[] =>
  owner ? [{ itemId: id, ownerId: owner.id, listing: status === 'WITHDRAWN' ? 'WITHDRAWN' : 'PUBLISHED', version }] : [];

/** On `item.published`. */
export const onItemPublished = (db: EntityManager, event: EventEnvelope<ItemState>): Promise<void> => keepItems(db, [toRow(event)]);

export const toRow = ({ version, data: { id, ownerId, listing } }: EventEnvelope<ItemState>): KnownItemRow => ({ itemId: id, ownerId, listing, version });

/** Writes what is new: a row with a higher version stays as it is. */
export async function keepItems(db: EntityManager, items: readonly KnownItemRow[]): Promise<void> {
  if (items.length === 0) return;
  await db.query(
    `INSERT INTO known_item (item_id, owner_id, listing, version)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::integer[]) AS item (id) ORDER BY id
     ON CONFLICT (item_id) DO UPDATE SET owner_id = excluded.owner_id, listing = excluded.listing, version = excluded.version
     WHERE known_item.version < excluded.version`,
    [items.map(({ itemId }) => itemId), items.map(({ ownerId }) => ownerId), items.map(({ listing }) => listing), items.map(({ version }) => version)],
  );
}

/** The items, in order of id; nobody accepts an exchange with one of them until this transaction ends. */
export const lockItemsShared = (db: EntityManager, ids: readonly string[]): Promise<KnownItemRow[]> =>
  db.find(KnownItemRow, { where: { itemId: In(ids) }, order: { itemId: 'ASC' }, lock: { mode: 'pessimistic_read' } });
