import type { RunTransaction, Transaction } from '../database/transaction.js';
import type { EventEnvelope, EventMap } from './event-transport.js';

/**
 * Handles an event in one transaction with its id: delivered twice, or to two processes at once, it is applied once.
 * A failure rolls the id back too, so that the event may come again.
 */
export function handleOnce<Events extends EventMap, Data>(
  transaction: RunTransaction<Events>,
  handle: (tx: Transaction<Events>, event: EventEnvelope<Data>) => Promise<void>,
): (event: EventEnvelope<Data>) => Promise<void> {
  return (event) =>
    transaction(async (tx) => {
      const first: unknown[] = await tx.db.query('INSERT INTO handled_event (event_id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING event_id', [event.id]);
      if (first.length > 0) await handle(tx, event);
    });
}
