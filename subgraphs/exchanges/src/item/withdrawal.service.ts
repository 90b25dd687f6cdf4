import { In, type EntityManager } from 'typeorm';
import type { Transaction } from '@secondlife/platform/database/transaction';
import type { EventEnvelope } from '@secondlife/platform/events/event-transport';
import type { ExchangesEvents } from '@secondlife/schema/events/exchanges';
import type { ItemState } from '@secondlife/schema/events/items';
import { Exchange } from '../exchange/exchange.entity.js';
import { getHouseRule } from '../exchange/exchange.machine.js';
import { ExchangeStatus } from '../exchange/exchange-status.js';
import { findOpenWith, lockReach, type Reach } from '../exchange/locks.js';
import { move } from '../exchange/move.js';
import { KnownItemRow } from './known-item.entity.js';
import { keepItems, toRow } from './known-item.service.js';

/**
 * On `item.withdrawn`: every open exchange with the item is called off in its owner's name, accepted or not; what else was
 * promised in it is free again. An acceptance under way is waited for; a later one finds the exchange cancelled.
 */
export async function onItemWithdrawn(tx: Transaction<ExchangesEvents>, now: Date, event: EventEnvelope<ItemState>): Promise<void> {
  const { id, ownerId } = event.data;
  // A row to lock: unlike the update below, this waits for nobody who has locked one.
  await tx.db.createQueryBuilder().insert().into(KnownItemRow).values(toRow(event)).orIgnore().execute();
  await lockReach(tx.db, () => readWithdrawalReach(tx.db, id));
  await keepItems(tx.db, [toRow(event)]);
  // Asking items may have told of the withdrawal before this event did, so the row says whether it holds, not the version.
  const { listing } = await tx.db.findOneByOrFail(KnownItemRow, { itemId: id });
  if (listing !== 'WITHDRAWN') return;
  const exchanges = await tx.db.findBy(Exchange, { id: In(await findOpenWith(tx.db, [id])) });
  // The accepted one last: its end resumes its rivals, and those with this item must be gone by then.
  const isAccepted = ({ status }: Exchange) => Number(status === ExchangeStatus.ACCEPTED);
  for (const exchange of exchanges.toSorted((a, b) => isAccepted(a) - isAccepted(b))) {
    await move({ tx, now, actorId: ownerId }, exchange, getHouseRule(exchange.status, 'CANCEL'));
  }
}

/** The exchanges with the item; what the accepted one among them holds; and the rivals that wait for that. */
async function readWithdrawalReach(db: EntityManager, itemId: string): Promise<Reach> {
  const held: { id: string }[] = await db.query(
    `SELECT item_id AS id FROM hold WHERE released_at IS NULL AND exchange_id IN (SELECT exchange_id FROM hold WHERE item_id = $1 AND released_at IS NULL)`,
    [itemId],
  );
  const itemIds = [...new Set([itemId, ...held.map(({ id }) => id)])];
  return { itemIds, exchangeIds: await findOpenWith(db, itemIds) };
}
