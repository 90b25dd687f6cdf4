import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { toReputation, type Reputation, type TrackRecord } from './reputation.js';

export type ReputationLoader = DataLoader<string, Reputation>;

/**
 * Someone broke a promise when they called off what was accepted, or when it lapsed and they had not confirmed: an
 * accepted exchange that nobody called off was ended by the clock.
 */
const RECORDS = `
  SELECT person.id, reviewed.reviews, reviewed."meanRating", promised.completed, promised.broken
  FROM unnest($1::uuid[]) AS person (id),
    LATERAL (
      SELECT count(*)::integer AS reviews, round(avg(rating), 1)::double precision AS "meanRating" FROM review WHERE subject_id = person.id
    ) AS reviewed,
    LATERAL (
      SELECT
        count(*) FILTER (WHERE status = 'COMPLETED')::integer AS completed,
        count(*) FILTER (WHERE status = 'CANCELLED' AND accepted_at IS NOT NULL AND (ended_by = person.id OR (ended_by IS NULL AND EXISTS (
          SELECT FROM exchange_leg WHERE exchange_id = exchange.id AND receiver_id = person.id AND handed_over_at IS NULL
        ))))::integer AS broken
      FROM exchange
      WHERE id IN (SELECT exchange_id FROM exchange_leg WHERE giver_id = person.id UNION SELECT exchange_id FROM exchange_leg WHERE receiver_id = person.id)
    ) AS promised`;

/** Reputations by the person's id, in one query; that of a stranger is a blank one. */
export const createReputationLoader = (db: EntityManager): ReputationLoader =>
  new DataLoader(async (ids) => {
    const records: (TrackRecord & { id: string })[] = await db.query(RECORDS, [ids]);
    const byId = new Map(records.map((record) => [record.id, record]));
    return ids.map((id) => toReputation(byId.get(id)!));
  });
