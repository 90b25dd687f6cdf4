import { fail, notFound } from '@secondlife/platform/values/failures';
import { isId } from '@secondlife/platform/values/text';
import { forbid, requireUserId } from '@secondlife/platform/viewer';
import type { Context } from '../context.js';
import { Item } from './item.entity.js';
import { ItemUnavailable, type WithdrawItemResult } from './item.failures.js';

/** Takes an item back, once; what is promised or gone stays. */
export function withdrawItem(context: Context, id: string): Promise<typeof WithdrawItemResult> {
  const viewerId = requireUserId(context);
  return context.transaction(async (tx) => {
    // The row is locked against a hold that arrives at the same moment.
    const item = isId(id) ? await tx.db.findOne(Item, { where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
    if (!item) return notFound(context);
    if (item.ownerId !== viewerId) return forbid(context);
    if (item.listing === 'WITHDRAWN') return item;
    if (item.hold !== 'NONE') return fail(context, ItemUnavailable, UNAVAILABLE[item.hold], { itemIds: [item.id] });
    item.listing = 'WITHDRAWN';
    await tx.db.save(item);
    await tx.publish('item.withdrawn', item.version, { id: item.id, ownerId: item.ownerId, listing: item.listing });
    return item;
  });
}

const UNAVAILABLE = {
  RESERVED: { fr: 'Cet objet est promis dans un échange : annulez d’abord l’échange.', en: 'This item is promised in an exchange: cancel the exchange first.' },
  EXCHANGED: { fr: 'Cet objet a été échangé.', en: 'This item has been exchanged.' },
};
