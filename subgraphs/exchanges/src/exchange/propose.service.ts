import { createHash } from 'node:crypto';
import { isUniqueViolation } from '@secondlife/platform/database/transaction';
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

/** How long an idempotency key is remembered. */
const KEY_LIFETIME_MS = 24 * 60 * 60 * 1000;

const proposeShape = offerShape.extend({ idempotencyKey: text({ min: 1, max: 200 }).nullish().transform((key) => key ?? null) });

/** Which of a person's proposals this is, when it is sent again. */
interface Idempotency {
  idempotencyKey: string | null;
  /** Of all the rest of the input. */
  idempotencyHash: Buffer;
}

/** Puts a swap on the table. The database decides which of two proposals with one key came first; the other is given that one. */
export async function proposeExchange(context: Context, input: ProposeExchangeInput): Promise<typeof ProposeExchangeResult> {
  const actorId = requireUserId(context);
  const checked = checkInput(context, proposeShape, input);
  if (!checked.ok) return checked.failure;
  const { idempotencyKey, ...offer } = checked.value;
  const idempotency = { idempotencyKey, idempotencyHash: createHash('sha256').update(JSON.stringify(offer)).digest() };
  const first = await findFirst(context, actorId, idempotency);
  if (first) return first;

  const waitSeconds = await context.limits.proposals.consume(actorId);
  if (waitSeconds !== null) return rateLimited(context, waitSeconds);
  await learnItems(context, toItemIds(offer));
  try {
    return await context.transaction((tx) => propose(context, { tx, now: context.now(), actorId }, offer, idempotency));
  } catch (error) {
    const winner = isUniqueViolation(error, 'exchange_idempotency_key') && (await findFirst(context, actorId, idempotency));
    if (winner) return winner;
    throw error;
  }
}

async function propose(context: Context, change: Change & { actorId: string }, offer: Offer, idempotency: Idempotency): Promise<typeof ProposeExchangeResult> {
  const { tx, now, actorId } = change;
  // Shared by all who propose, refused while someone accepts: that one then sees this proposal, or this one its promise.
  const items = await lockItemsShared(tx.db, toItemIds(offer));
  const owners = checkOwners(context, offer, items, actorId);
  if ('failure' in owners) return owners.failure;
  const unavailable = await findUnavailable(change, toItemIds(offer));
  if (unavailable.length > 0) return itemUnavailable(context, unavailable);

  const { partnerId } = owners;
  await forgetKey(change, idempotency);
  const exchange = await tx.db.save(
    tx.db.create(Exchange, {
      ...idempotency,
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

/** What the same key made before: the exchange as it is now, or a failure when it was for other input; null for a new key. */
async function findFirst(context: Context, proposerId: string, { idempotencyKey, idempotencyHash }: Idempotency): Promise<Exchange | InvalidInput | null> {
  if (idempotencyKey === null) return null;
  const first = await context.db
    .createQueryBuilder(Exchange, 'exchange')
    .addSelect('exchange.idempotencyHash')
    .where({ proposerId, idempotencyKey })
    .andWhere('exchange.createdAt > :from', { from: toOldest(context.now()) })
    .getOne();
  if (!first) return null;
  if (first.idempotencyHash?.equals(idempotencyHash)) return first;
  return invalid(context, ['idempotencyKey'], {
    fr: 'Cette clé a déjà servi pour une autre proposition.',
    en: 'This key has been used for another proposal already.',
  });
}

/** Makes room for a key that was last used longer ago than it is remembered. */
async function forgetKey({ tx, now, actorId }: Change, { idempotencyKey }: Idempotency): Promise<void> {
  if (idempotencyKey === null) return;
  await tx.db.query('UPDATE exchange SET idempotency_key = NULL WHERE proposer_id = $1 AND idempotency_key = $2 AND created_at <= $3', [
    actorId,
    idempotencyKey,
    toOldest(now),
  ]);
}

const toOldest = (now: Date): Date => new Date(now.getTime() - KEY_LIFETIME_MS);
