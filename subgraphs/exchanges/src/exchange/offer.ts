import { z } from 'zod';
import { invalid, type InvalidInput } from '@secondlife/platform/values/failures';
import { isId, text, words } from '@secondlife/platform/values/text';
import type { Context } from '../context.js';
import type { KnownItemRow } from '../item/known-item.entity.js';
import type { Change } from './change.js';
import type { Exchange } from './exchange.entity.js';
import { ExchangeRevision, RevisionItemRow } from './revision.entity.js';

/** Items on one side at most. */
const MOST_ITEMS = 20;

const MESSAGES = {
  count: { fr: `Entre 1 et ${MOST_ITEMS} objets.`, en: `Between 1 and ${MOST_ITEMS} items.` },
  twice: { fr: 'Chaque objet une seule fois.', en: 'Each item only once.' },
  own: { fr: 'Ce que vous offrez doit être à vous.', en: 'What you offer must be yours.' },
  theirs: { fr: 'Ce que vous demandez doit être à une seule autre personne.', en: 'What you ask for must belong to one other person.' },
  partners: { fr: 'Ce que vous demandez doit être à la personne avec qui vous échangez.', en: 'What you ask for must belong to the person you swap with.' },
};

/** A malformed id is an unknown item, and an unknown item is nobody's. */
const itemIds = (nobodys: string) =>
  z
    .array(z.string())
    .refine((ids) => ids.length >= 1 && ids.length <= MOST_ITEMS, { error: words(MESSAGES.count), abort: true })
    .refine((ids) => ids.every(isId), { error: nobodys, abort: true })
    .transform((ids) => ids.map((id) => id.toLowerCase()))
    .refine((ids) => new Set(ids).size === ids.length, { error: words(MESSAGES.twice) });

/** What is on the table: what its author would give, what they ask for, and a word with it. */
export const offerShape = z.object({
  offeredItemIds: itemIds(words(MESSAGES.own)),
  requestedItemIds: itemIds(words(MESSAGES.theirs)),
  note: text({ min: 0, max: 500, isMultiline: true })
    .nullish()
    .transform((note) => note || null),
});
export type Offer = z.infer<typeof offerShape>;

export const toItemIds = ({ offeredItemIds, requestedItemIds }: Offer): string[] => [...offeredItemIds, ...requestedItemIds];

/** Whether the author owns what they offer, and one other person what they ask for: `partnerId`, where that is settled. */
export function checkOwners(
  context: Context,
  offer: Offer,
  items: readonly KnownItemRow[],
  authorId: string,
  partnerId?: string,
): { partnerId: string } | { failure: InvalidInput } {
  const owners = new Map(items.map(({ itemId, ownerId }) => [itemId, ownerId]));
  const isOf = (personId: string | undefined) => (itemId: string) => personId !== undefined && owners.get(itemId) === personId;
  if (!offer.offeredItemIds.every(isOf(authorId))) return { failure: invalid(context, ['offeredItemIds'], MESSAGES.own) };
  const otherId = partnerId ?? owners.get(offer.requestedItemIds[0]!);
  if (otherId !== undefined && otherId !== authorId && offer.requestedItemIds.every(isOf(otherId))) return { partnerId: otherId };
  return { failure: invalid(context, ['requestedItemIds'], partnerId ? MESSAGES.partners : MESSAGES.theirs) };
}

/** Keeps the exchange's current revision, with its items. */
export async function writeRevision({ tx, now }: Change, { id, revision, lastRevisedBy, note }: Exchange, offer: Offer, partnerId: string): Promise<void> {
  const given = [
    ...offer.offeredItemIds.map((itemId) => ({ itemId, giverId: lastRevisedBy })),
    ...offer.requestedItemIds.map((itemId) => ({ itemId, giverId: partnerId })),
  ];
  await tx.db.insert(ExchangeRevision, { exchangeId: id, number: revision, authorId: lastRevisedBy, note, createdAt: now });
  await tx.db.insert(RevisionItemRow, given.map((item, position) => ({ ...item, exchangeId: id, revision, position })));
}
