import { notFound, type NotFound } from '@secondlife/platform/values/failures';
import { requireUserId } from '@secondlife/platform/viewer';
import type { Context } from '../context.js';
import type { Change } from './change.js';
import { Exchange } from './exchange.entity.js';
import { wrongState, type WrongState } from './exchange.failures.js';
import { findRule, type Turn } from './exchange.machine.js';
import type { LegRow } from './leg.entity.js';
import { isParticipant, readLegs } from './leg.service.js';
import { lockReach, readReach } from './locks.js';
import { lapseIfDue, move } from './move.js';
import { toRoles } from './people.js';

/** Someone's turn, with everything it may touch locked. */
export interface Table {
  change: Change & { actorId: string };
  exchange: Exchange;
  legs: LegRow[];
}

export interface TurnOptions<Refusal> {
  id: string;
  turn: Turn | ((table: Table) => Turn);
  /** Items that the turn brings in. */
  itemIds?: readonly string[];
  /** Does what belongs to the turn before the exchange moves; a failure keeps it from moving, and leaves nothing written. */
  prepare?(table: Table): Promise<Refusal | null>;
}

/**
 * The viewer's turn on an exchange that they take part in: by the rules, in one transaction, alone with it and its rivals.
 * One whose deadline has passed ends first.
 */
export async function takeTurn<Refusal = never>(context: Context, options: TurnOptions<Refusal>): Promise<Exchange | NotFound | WrongState | Refusal> {
  const { id, turn, itemIds, prepare } = options;
  const actorId = requireUserId(context);
  if (!(await isParticipant(context.db, id, actorId))) return notFound(context);
  const answer = await context.transaction(async (tx) => {
    await lockReach(tx.db, () => readReach(tx.db, id, itemIds));
    const change = { tx, now: context.now(), actorId };
    const exchange = await tx.db.findOneByOrFail(Exchange, { id });
    const table = { change, exchange, legs: await readLegs(tx.db, id) };
    await lapseIfDue(change, exchange);
    const rule = findRule(exchange.status, typeof turn === 'string' ? turn : turn(table), toRoles(exchange, table.legs, actorId));
    if (!rule) return wrongState(context, exchange.status);
    const refusal = await prepare?.(table);
    if (refusal) return refusal;
    await move(change, exchange, rule);
    return exchange;
  });
  // An operation may hold several turns on one exchange, and its fields have been read after the one before.
  context.loaders.legs.clear(id.toLowerCase());
  context.loaders.revisions.clear(id.toLowerCase());
  context.loaders.exchange.clear(id);
  return answer;
}
