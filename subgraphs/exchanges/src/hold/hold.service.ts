import type { ItemHoldState } from '@secondlife/schema/events/exchanges';
import type { Change } from '../exchange/change.js';

/**
 * Promises the items to the exchange, all or none; answers those that can't be had, since they are withdrawn or promised.
 * The unique index on held items decides, in order of id; no look beforehand is trusted for it.
 */
export async function takeHolds(change: Change, exchangeId: string, itemIds: readonly string[]): Promise<string[]> {
  const { tx, now } = change;
  const taken: { id: string }[] = await tx.db.query(
    `INSERT INTO hold (exchange_id, item_id, created_at)
     SELECT $1, item_id, $3 FROM known_item WHERE item_id = ANY($2) AND listing = 'PUBLISHED' ORDER BY item_id
     ON CONFLICT (item_id) WHERE released_at IS NULL DO NOTHING
     RETURNING item_id AS id`,
    [exchangeId, itemIds, now],
  );
  const refused = itemIds.filter((itemId) => !taken.some(({ id }) => id === itemId));
  if (refused.length > 0) await tx.db.query('DELETE FROM hold WHERE exchange_id = $1', [exchangeId]);
  else await tellHolds(change, itemIds, 'RESERVED');
  return refused;
}

/** Gives the exchange's items free again. */
export async function releaseHolds(change: Change, exchangeId: string): Promise<void> {
  const [released]: [{ id: string }[], number] = await change.tx.db.query(
    'UPDATE hold SET released_at = $2 WHERE exchange_id = $1 AND released_at IS NULL RETURNING item_id AS id',
    [exchangeId, change.now],
  );
  await tellHolds(change, released.map(({ id }) => id), 'NONE');
}

/** Tells of each item's hold, under a version that rises with each change of that item's; its row is locked. */
export async function tellHolds({ tx }: Change, itemIds: readonly string[], hold: ItemHoldState['hold']): Promise<void> {
  const [items]: [{ id: string; version: number }[], number] = await tx.db.query(
    'UPDATE known_item SET hold_version = hold_version + 1 WHERE item_id = ANY($1) RETURNING item_id AS id, hold_version AS version',
    [itemIds],
  );
  for (const { id, version } of items) await tx.publish('item.hold_changed', version, { itemId: id, hold });
}

/** Which of the items are withdrawn or promised. */
export async function findUnavailable({ tx }: Change, itemIds: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.db.query(
    `SELECT item_id AS id FROM known_item WHERE item_id = ANY($1)
     AND (listing = 'WITHDRAWN' OR EXISTS (SELECT FROM hold WHERE hold.item_id = known_item.item_id AND released_at IS NULL))`,
    [itemIds],
  );
  return rows.map(({ id }) => id);
}
