import type { Transaction } from '@secondlife/platform/database/transaction';
import type { ExchangeChange, ExchangesEvents } from '@secondlife/schema/events/exchanges';
import type { Exchange } from './exchange.entity.js';
import { isOpen, type Rule } from './exchange.machine.js';
import { readLegs } from './leg.service.js';
import { toParticipantIds } from './people.js';

/** What happens in one transaction, at one instant. */
export interface Change {
  tx: Transaction<ExchangesEvents>;
  now: Date;
  /** Who does it; null when the clock or another exchange does. */
  actorId: string | null;
}

/** The channel on which a person's changed exchanges are hinted. */
export const toUserChannel = (userId: string): string => `exchanges.user.${userId}`;

/** A hint that the exchange has changed. */
export interface ExchangeHint {
  exchangeId: string;
}

/** Writes what `rule` makes of a locked exchange, with whatever else was set on it, and tells it; holds and rivals are for `move`. */
export async function record(change: Change, exchange: Exchange, rule: Rule): Promise<void> {
  const { tx, now, actorId } = change;
  Object.assign(exchange, { ...rule.clock(exchange, now), status: rule.to, updatedAt: now, version: exchange.version + 1 });
  if (rule.change === 'ACCEPTED') exchange.acceptedAt = now;
  if (!isOpen(rule.to)) exchange.endedBy = actorId;
  await tx.db.save(exchange);
  await tell(change, exchange, rule.change);
}

/** Tells the other services in the transaction, and everyone who takes part once it has committed. */
export async function tell({ tx, actorId }: Change, { id, status, version }: Exchange, change: ExchangeChange): Promise<void> {
  const participantIds = toParticipantIds(await readLegs(tx.db, id));
  await tx.publish('exchange.changed', version, { id, status, participantIds, change, actorId });
  for (const personId of participantIds) tx.hint(toUserChannel(personId), { exchangeId: id } satisfies ExchangeHint);
}
