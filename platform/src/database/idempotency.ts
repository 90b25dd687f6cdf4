import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** A request that its sender may repeat without doing the thing twice. */
export interface KeyedRequest {
  ownerId: string;
  key: string;
  inputHash: Buffer;
}

/** What an earlier request under the same key made. */
export interface EarlierResult {
  /** The id of the thing. */
  resultId: string;
  isSameInput: boolean;
}

const KEPT_FOR_MS = 24 * 60 * 60 * 1000;
const toOldest = (now: Date): Date => new Date(now.getTime() - KEPT_FOR_MS);

/** The request that a person sends with `key` and the rest of the input; null without a key. */
export function toKeyedRequest(ownerId: string, key: string | null | undefined, input: object): KeyedRequest | null {
  return key ? { ownerId, key, inputHash: createHash('sha256').update(JSON.stringify(input)).digest() } : null;
}

/** Null without a key, and when the person did not use it within 24 hours. */
export async function findEarlierResult(db: EntityManager, request: KeyedRequest | null, now: Date): Promise<EarlierResult | null> {
  if (!request) return null;
  const { ownerId, key, inputHash } = request;
  const rows: EarlierResult[] = await db.query(
    `SELECT result_id AS "resultId", input_hash = $3 AS "isSameInput" FROM idempotency_key WHERE owner_id = $1 AND key = $2 AND created_at > $4`,
    [ownerId, key, inputHash, toOldest(now)],
  );
  return rows[0] ?? null;
}

/**
 * Takes the key for the thing of id `resultId`, to be called in the transaction that makes it: of two at once the second waits
 * for the first. False when the key was taken within 24 hours. Forgets the person's older keys.
 */
export async function claimKey(db: EntityManager, { ownerId, key, inputHash }: KeyedRequest, resultId: string, now: Date): Promise<boolean> {
  await db.query('DELETE FROM idempotency_key WHERE owner_id = $1 AND created_at <= $2', [ownerId, toOldest(now)]);
  const claimed: unknown[] = await db.query(
    `INSERT INTO idempotency_key (owner_id, key, input_hash, result_id, created_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (owner_id, key) DO NOTHING RETURNING key`,
    [ownerId, key, inputHash, resultId, now],
  );
  return claimed.length > 0;
}
