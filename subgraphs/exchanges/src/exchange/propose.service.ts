import { createId } from '@secondlife/platform/database/create-id';
import { claimKey, findEarlierResult, toKeyedRequest, type KeyedRequest } from '@secondlife/platform/database/idempotency';
import { invalid, rateLimited, type InvalidInput } from '@secondlife/platform/values/failures';
import { checkInput, text } from '@secondlife/platform/values/text';
import { requireUserId } from '@secondlife/platform/viewer';
import type { Context } from '../context.js';
import { findUnavailable } from '../hold/hold.service.js';
import { learnItems, lockItemsShared } from '../item/known-item.service.js';
import { tell, type Change } from './change.js';
import { Exchange } from './exchange.entity.js';
import { itemUnavailable, type ProposeExchangeResult } from './exchange.failures.js';
import type { ProposeExchangeInput } from './exchange.inputs.js';
import { startClock } from './exchange.machine.js';
import { ExchangeStatus } from './exchange-status.js';
import { LegRow } from './leg.entity.js';
import { checkOwners, offerShape, toItemIds, writeRevision, type Offer } from './offer.js';

const proposeShape = offerShape.extend({ idempotencyKey: text({ min: 1, max: 200 }).nullish().transform((key) => key ?? null) });

/** Puts a swap on the table; a repeated key gives the exchange that it made before, as it is now. */
export async function proposeExchange(context: Context, input: ProposeExchangeInput): Promise<typeof ProposeExchangeResult> {
  const actorId = requireUserId(context);
  const checked = checkInput(context, proposeShape, input);
  if (!checked.ok) return checked.failure;
  const { idempotencyKey, ...offer } = checked.value;
  const request = toKeyedRequest(actorId, idempotencyKey, offer);
  const earlier = await findEarlierAnswer(context, request);
  if (earlier) return earlier;

  const waitSeconds = await context.limits.proposals.consume(actorId);
  if (waitSeconds !== null) return rateLimited(context, waitSeconds);
  await learnItems(context, toItemIds(offer));
  const proposed = await context.transaction((tx) => propose(context, { tx, now: context.now(), actorId }, offer, request));
  const answer = proposed ?? (await findEarlierAnswer(context, request));
  if (!answer) throw new Error('The exchange of an idempotency key is gone');
  return answer;
}

/** Null when another request took the key a moment ago. */
async function propose(
  context: Context,
  change: Change & { actorId: string },
  offer: Offer,
  request: KeyedRequest | null,
): Promise<typeof ProposeExchangeResult | null> {
  const { tx, now, actorId } = change;
  // Shared by all who propose, refused while someone accepts: that one then sees this proposal, or this one its promise.
  const items = await lockItemsShared(tx.db, toItemIds(offer));
  const owners = checkOwners(context, offer, items, actorId);
  if ('failure' in owners) return owners.failure;
  const unavailable = await findUnavailable(change, toItemIds(offer));
  if (unavailable.length > 0) return itemUnavailable(context, unavailable);

  const { partnerId } = owners;
  const id = await createId(tx.db);
  if (request && !(await claimKey(tx.db, request, id, now))) return null;
  const exchange = await tx.db.save(
    tx.db.create(Exchange, {
      id,
      ...startClock(now),
      status: ExchangeStatus.PROPOSED,
      revision: 1,
      proposerId: actorId,
      lastRevisedBy: actorId,
      note: offer.note,
      createdAt: now,
      updatedAt: now,
      version: 1,
    }),
  );
  await tx.db.insert(LegRow, [
    { exchangeId: exchange.id, position: 0, giverId: actorId, receiverId: partnerId },
    { exchangeId: exchange.id, position: 1, giverId: partnerId, receiverId: actorId },
  ]);
  await writeRevision(change, exchange, offer, partnerId);
  await tell(change, exchange, 'PROPOSED');
  return exchange;
}

async function findEarlierAnswer(context: Context, request: KeyedRequest | null): Promise<Exchange | InvalidInput | null> {
  const earlier = await findEarlierResult(context.db, request, context.now());
  if (!earlier) return null;
  if (earlier.isSameInput) return context.db.findOneBy(Exchange, { id: earlier.resultId });
  return invalid(context, ['idempotencyKey'], {
    fr: 'Cette clé a déjà servi pour une autre proposition.',
    en: 'This key has been used for another proposal already.',
  });
}
