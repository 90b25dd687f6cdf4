import { In } from 'typeorm';
import { checkInput } from '@secondlife/platform/values/text';
import { requireUserId } from '@secondlife/platform/viewer';
import type { Context } from '../context.js';
import { findUnavailable } from '../hold/hold.service.js';
import { KnownItemRow } from '../item/known-item.entity.js';
import { learnItems } from '../item/known-item.service.js';
import { itemUnavailable, type CounterExchangeResult } from './exchange.failures.js';
import type { CounterExchangeInput } from './exchange.inputs.js';
import { checkOwners, offerShape, toItemIds, writeRevision } from './offer.js';
import { takeTurn } from './take-turn.js';
import { toParticipantIds } from './people.js';

/** Answers a proposal with another one, between the same two people: a new revision, and 7 days again. */
export async function counterExchange(context: Context, input: CounterExchangeInput): Promise<typeof CounterExchangeResult> {
  requireUserId(context);
  const checked = checkInput(context, offerShape, input);
  if (!checked.ok) return checked.failure;
  const offer = checked.value;
  const itemIds = toItemIds(offer);
  await learnItems(context, itemIds);
  return takeTurn(context, {
    id: input.exchangeId,
    turn: 'COUNTER',
    itemIds,
    async prepare({ change, exchange, legs }) {
      const partnerId = toParticipantIds(legs).find((id) => id !== change.actorId)!;
      const owners = checkOwners(context, offer, await change.tx.db.findBy(KnownItemRow, { itemId: In(itemIds) }), change.actorId, partnerId);
      if ('failure' in owners) return owners.failure;
      const unavailable = await findUnavailable(change, itemIds);
      if (unavailable.length > 0) return itemUnavailable(context, unavailable);
      Object.assign(exchange, { revision: exchange.revision + 1, lastRevisedBy: change.actorId, note: offer.note });
      await writeRevision(change, exchange, offer, partnerId);
      return null;
    },
  });
}
