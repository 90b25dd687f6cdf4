import type { EntityManager } from 'typeorm';
import { DEMO_EXCHANGES, type DemoExchange } from './exchanges.js';
import { daysBefore, toDemoId } from './ids.js';
import { DEMO_ITEMS } from './items.js';

const PROPOSED_DAYS = 7;
const ACCEPTED_DAYS = 14;
const HALF_CONFIRMED_DAYS = 3;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Rows by table, each a record of its columns. */
type Rows = Record<string, Record<string, unknown>[]>;

/** Exchanges in every state, with all that was on the table, who has confirmed, what is held, and reviews. */
export async function seedExchanges(db: EntityManager, now: Date): Promise<void> {
  const rows: Rows = { known_item: toKnownItems(), exchange: [], exchange_leg: [], revision: [], revision_item: [], hold: [], review: [] };
  for (const exchange of DEMO_EXCHANGES) {
    for (const [table, more] of Object.entries(toRows(exchange, now))) rows[table]!.push(...more);
  }
  await db.transaction(async (tx) => {
    for (const [table, values] of Object.entries(rows)) {
      // The database reads the records itself: one statement for each table, whatever its columns' types are.
      const columns = Object.keys(values[0]!).join(', ');
      await tx.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1) ON CONFLICT DO NOTHING`, [JSON.stringify(values)]);
    }
  });
}

function toKnownItems(): Record<string, unknown>[] {
  const ends = new Map(
    DEMO_EXCHANGES.flatMap(({ status, revisions }) => {
      const version = status === 'ACCEPTED' ? 1 : status === 'COMPLETED' ? 2 : 0;
      const { offered, requested } = revisions.at(-1)!;
      return version === 0 ? [] : [...offered, ...requested].map((key): [string, number] => [key, version]);
    }),
  );
  return DEMO_ITEMS.map(({ key, owner, withdrawn }) => ({
    item_id: toDemoId('item', key),
    owner_id: toDemoId('user', owner),
    listing: withdrawn ? 'WITHDRAWN' : 'PUBLISHED',
    version: 1,
    hold_version: ends.get(key) ?? 0,
  }));
}

function toRows(exchange: DemoExchange, now: Date): Rows {
  const { key, proposer, other, status, startedDaysAgo, revisions, acceptedDaysAgo, endedDaysAgo, handedOverBy, paused, reviews } = exchange;
  const id = toDemoId('exchange', key);
  const userId = (handle: string) => toDemoId('user', handle);
  const last = revisions.at(-1)!;
  const acceptedAt = acceptedDaysAgo === null ? null : daysBefore(now, acceptedDaysAgo);
  const endedAt = endedDaysAgo === null ? null : daysBefore(now, endedDaysAgo);
  const changedAt = endedAt ?? acceptedAt ?? daysBefore(now, last.daysAgo);
  const proposalEndsAt = daysBefore(now, last.daysAgo - PROPOSED_DAYS);
  const promiseEndsAt = acceptedAt && new Date(acceptedAt.getTime() + (ACCEPTED_DAYS + (handedOverBy.length > 0 ? HALF_CONFIRMED_DAYS : 0)) * DAY_MS);
  const expiresAt = status === 'PROPOSED' && !paused ? proposalEndsAt : status === 'ACCEPTED' ? promiseEndsAt : null;
  const confirmedAt = endedAt ?? daysBefore(now, (acceptedDaysAgo ?? 0) / 2);
  const isHeld = status === 'ACCEPTED' || status === 'COMPLETED';
  return {
    exchange: [
      {
        id,
        status,
        revision: revisions.length,
        proposer_id: userId(proposer),
        last_revised_by: userId(last.by),
        note: last.note,
        created_at: daysBefore(now, startedDaysAgo),
        updated_at: changedAt,
        accepted_at: acceptedAt,
        ended_by: status === 'DECLINED' ? userId(last.by === proposer ? other : proposer) : status === 'CANCELLED' ? userId(last.by) : null,
        expires_at: expiresAt,
        remaining_ms: paused ? proposalEndsAt.getTime() - now.getTime() : null,
        version: 1,
      },
    ],
    exchange_leg: [
      [proposer, other],
      [other, proposer],
    ].map(([giver, receiver], position) => ({
      exchange_id: id,
      position,
      giver_id: userId(giver!),
      receiver_id: userId(receiver!),
      handed_over_at: handedOverBy.includes(receiver!) ? confirmedAt : null,
    })),
    revision: revisions.map(({ by, note, daysAgo }, index) => ({ exchange_id: id, number: index + 1, author_id: userId(by), note, created_at: daysBefore(now, daysAgo) })),
    revision_item: revisions.flatMap(({ by, offered, requested }, index) => [
      ...offered.map((item, position) => ({ exchange_id: id, revision: index + 1, item_id: toDemoId('item', item), giver_id: userId(by), position })),
      ...requested.map((item, position) => ({ exchange_id: id, revision: index + 1, item_id: toDemoId('item', item), giver_id: userId(by === proposer ? other : proposer), position })),
    ]),
    hold: isHeld ? [...last.offered, ...last.requested].map((item) => ({ exchange_id: id, item_id: toDemoId('item', item), created_at: acceptedAt })) : [],
    review: reviews.map(({ by, of, rating, text }) => ({
      id: toDemoId('review', `${key} ${by}`),
      exchange_id: id,
      author_id: userId(by),
      subject_id: userId(of),
      rating,
      text,
      created_at: endedAt,
    })),
  };
}
