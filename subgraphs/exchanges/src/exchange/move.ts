import { releaseHolds, tellHolds } from '../hold/hold.service.js';
import { cancelRivals, pauseRivals, resumeRivals } from '../hold/rival.service.js';
import { record, type Change } from './change.js';
import type { Exchange } from './exchange.entity.js';
import { getHouseRule, isDue, type Rule } from './exchange.machine.js';
import { readItemIds } from './locks.js';

/** Moves an exchange by a rule, and its items' holds and its rivals with it; all of them are locked. Holds have been taken before: that may fail. */
export async function move(change: Change, exchange: Exchange, rule: Rule): Promise<void> {
  await record(change, exchange, rule);
  if (rule.holds === 'TAKEN') await pauseRivals(change, exchange.id);
  if (rule.holds === 'RELEASED') {
    await releaseHolds(change, exchange.id);
    await resumeRivals(change, exchange.id);
  }
  if (rule.holds === 'KEPT') {
    await tellHolds(change, await readItemIds(change.tx.db, exchange.id), 'EXCHANGED');
    await cancelRivals(change, exchange.id);
  }
}

/** Ends a locked exchange whose deadline has passed. */
export async function lapseIfDue(change: Change, exchange: Exchange): Promise<void> {
  if (isDue(exchange, change.now)) await move({ ...change, actorId: null }, exchange, getHouseRule(exchange.status, 'LAPSE'));
}
