import { takeHolds } from '../hold/hold.service.js';
import type { Context } from '../context.js';
import { itemUnavailable, wrongState, type ExchangeActionResult } from './exchange.failures.js';
import { toConfirmation } from './exchange.machine.js';
import { LegRow } from './leg.entity.js';
import { readItemIds } from './locks.js';
import { takeTurn } from './take-turn.js';

type Answer = Promise<typeof ExchangeActionResult>;

const REVISED = { fr: 'La proposition a changé entre-temps : relisez-la.', en: 'The proposal has changed in the meantime: read it again.' };

/** Accepts the current revision, or, with `revision`, that one if it is still the current one; its items are promised from then on. */
export const acceptExchange = (context: Context, id: string, revision: number | null): Answer =>
  takeTurn(context, {
    id,
    turn: 'ACCEPT',
    async prepare({ change, exchange }) {
      if (revision !== null && revision !== exchange.revision) return wrongState(context, exchange.status, REVISED);
      const refused = await takeHolds(change, exchange.id, await readItemIds(change.tx.db, exchange.id));
      return refused.length > 0 ? itemUnavailable(context, refused) : null;
    },
  });

export const declineExchange = (context: Context, id: string): Answer => takeTurn(context, { id, turn: 'DECLINE' });

/** Calls off one's own proposal, or an accepted exchange. */
export const cancelExchange = (context: Context, id: string): Answer => takeTurn(context, { id, turn: 'CANCEL' });

/** The viewer has what they were to receive, once; the last one completes the exchange. */
export const confirmHandover = (context: Context, id: string): Answer =>
  takeTurn<never>(context, {
    id,
    turn: ({ legs }) => toConfirmation(legs.filter(({ handedOverAt }) => handedOverAt).length, legs.length),
    async prepare({ change, exchange }) {
      await change.tx.db.update(LegRow, { exchangeId: exchange.id, receiverId: change.actorId }, { handedOverAt: change.now });
      return null;
    },
  });
