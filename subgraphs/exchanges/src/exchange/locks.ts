import type { EntityManager } from 'typeorm';

/** All that a change may touch. */
export interface Reach {
  itemIds: readonly string[];
  exchangeIds: readonly string[];
}

/**
 * Locks what `read` names: items first, then exchanges, each in order of id, so that changes do not wait for each other in a ring.
 * It may have changed before it was locked, so it is read again until all of it is; the rare second round may lock out of
 * order, and a change that loses a deadlock by it runs again.
 */
export async function lockReach(db: EntityManager, read: () => Promise<Reach>): Promise<void> {
  const locked = new Set<string>();
  for (;;) {
    const { itemIds, exchangeIds } = await read();
    const ids = [...itemIds, ...exchangeIds];
    if (ids.every((id) => locked.has(id))) return;
    await db.query('SELECT FROM known_item WHERE item_id = ANY($1) ORDER BY item_id FOR UPDATE', [itemIds]);
    await db.query('SELECT FROM exchange WHERE id = ANY($1) ORDER BY id FOR UPDATE', [exchangeIds]);
    for (const id of ids) locked.add(id);
  }
}

/** The exchange with its items, and its rivals; `moreItemIds` are about to come to it. */
export async function readReach(db: EntityManager, exchangeId: string, moreItemIds: readonly string[] = []): Promise<Reach> {
  const itemIds = await readItemIds(db, exchangeId);
  return { itemIds: [...itemIds, ...moreItemIds], exchangeIds: [exchangeId, ...(await findOpenWith(db, itemIds))] };
}

/** The items of the exchange's current revision. */
export async function readItemIds(db: EntityManager, exchangeId: string): Promise<string[]> {
  const rows: { id: string }[] = await db.query(
    `SELECT item_id AS id FROM revision_item JOIN exchange ON exchange.id = exchange_id AND exchange.revision = revision_item.revision WHERE exchange.id = $1`,
    [exchangeId],
  );
  return rows.map(({ id }) => id);
}

/** The open exchanges whose current revision has any of the items. */
export async function findOpenWith(db: EntityManager, itemIds: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await db.query(
    `SELECT DISTINCT exchange.id FROM revision_item JOIN exchange ON exchange.id = exchange_id AND exchange.revision = revision_item.revision
     WHERE item_id = ANY($1) AND status IN ('PROPOSED', 'ACCEPTED')`,
    [itemIds],
  );
  return rows.map(({ id }) => id);
}
