import type { Transaction } from '@secondlife/platform/database/transaction';
import type { EventEnvelope } from '@secondlife/platform/events/event-transport';
import { isId } from '@secondlife/platform/values/text';
import type { ItemHoldState } from '@secondlife/schema/events/exchanges';
import { Item } from './item.entity.js';

/** Keeps what exchanges says of an item's promise. Events may come twice and in any order: the highest version is the truth. */
export async function applyHold({ db }: Transaction, { version, data: { itemId, hold } }: EventEnvelope<ItemHoldState>): Promise<void> {
  if (!isId(itemId)) return;
  await db
    .createQueryBuilder()
    .update(Item)
    .set({ hold, holdVersion: version })
    .where('id = :itemId AND hold_version < :version', { itemId, version })
    .execute();
}
