import { In } from 'typeorm';
import { record, type Change } from '../exchange/change.js';
import { Exchange } from '../exchange/exchange.entity.js';
import { getHouseRule, type Turn } from '../exchange/exchange.machine.js';
import { ExchangeStatus } from '../exchange/exchange-status.js';
import { findOpenWith, readItemIds } from '../exchange/locks.js';

/** Rivals are the other proposals whose current revision has one of the exchange's items. They are locked with it: see `readReach`. */
async function findRivals({ tx }: Change, exchangeId: string): Promise<Exchange[]> {
  const ids = await findOpenWith(tx.db, await readItemIds(tx.db, exchangeId));
  return tx.db.find(Exchange, { where: { id: In(ids.filter((id) => id !== exchangeId)), status: ExchangeStatus.PROPOSED }, order: { id: 'ASC' } });
}

/** No person does this to them. */
async function moveEach(change: Change, rivals: readonly Exchange[], turn: Turn): Promise<void> {
  for (const rival of rivals) await record({ ...change, actorId: null }, rival, getHouseRule(rival.status, turn));
}

/** The exchange's items are promised: its rivals' clocks stand still. */
export async function pauseRivals(change: Change, exchangeId: string): Promise<void> {
  const rivals = await findRivals(change, exchangeId);
  await moveEach(change, rivals.filter(({ isPaused }) => !isPaused), 'PAUSE');
}

/** The exchange's items are free: those of its rivals that wait for no other item go on with the time they had left. */
export async function resumeRivals(change: Change, exchangeId: string): Promise<void> {
  const rivals = (await findRivals(change, exchangeId)).filter(({ isPaused }) => isPaused);
  const stuck: { id: string }[] = await change.tx.db.query(
    `SELECT DISTINCT exchange.id FROM exchange
     JOIN revision_item ON exchange_id = exchange.id AND revision_item.revision = exchange.revision
     JOIN hold ON hold.item_id = revision_item.item_id AND released_at IS NULL
     WHERE exchange.id = ANY($1)`,
    [rivals.map(({ id }) => id)],
  );
  const stuckIds = new Set(stuck.map(({ id }) => id));
  await moveEach(change, rivals.filter(({ id }) => !stuckIds.has(id)), 'RESUME');
}

/** The exchange's items are gone for good. */
export async function cancelRivals(change: Change, exchangeId: string): Promise<void> {
  await moveEach(change, await findRivals(change, exchangeId), 'CANCEL');
}
