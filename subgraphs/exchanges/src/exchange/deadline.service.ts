import type { Context } from '../context.js';
import { Exchange } from './exchange.entity.js';
import { lockReach, readReach } from './locks.js';
import { lapseIfDue } from './move.js';

/**
 * Ends every exchange whose deadline has passed, the longest overdue first, each in a transaction of its own: several
 * processes may do it at once, and one exchange that can't be ended keeps no other from it. Throws when there was such a one.
 */
export async function endDue({ db, transaction, now }: Pick<Context, 'db' | 'transaction' | 'now'>): Promise<void> {
  const due: { id: string }[] = await db.query('SELECT id FROM exchange WHERE expires_at <= $1 ORDER BY expires_at', [now()]);
  const errors: unknown[] = [];
  for (const { id } of due) {
    try {
      await transaction(async (tx) => {
        await lockReach(tx.db, () => readReach(tx.db, id));
        await lapseIfDue({ tx, now: now(), actorId: null }, await tx.db.findOneByOrFail(Exchange, { id }));
      });
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} of ${due.length} exchanges could not be ended`);
}
