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
  itemId: string;
  isSameInput: boolean;
}

const KEPT_FOR_MS = 24 * 60 * 60 * 1000;
const toOldest = (now: Date): Date => new Date(now.getTime() - KEPT_FOR_MS);

/** Equal for inputs that say the same. */
export const toInputHash = (input: object): Buffer => createHash('sha256').update(JSON.stringify(input)).digest();

/** Null when the person did not use the key within 24 hours. */
export async function findEarlierResult(db: EntityManager, { ownerId, key, inputHash }: KeyedRequest, now: Date): Promise<EarlierResult | null> {
  const rows: EarlierResult[] = await db.query(
    `SELECT item_id AS "itemId", input_hash = $3 AS "isSameInput" FROM idempotency_key WHERE owner_id = $1 AND key = $2 AND created_at > $4`,
    [ownerId, key, inputHash, toOldest(now)],
  );
  return rows[0] ?? null;
}

/**
 * Takes the key for `itemId`, to be called in the transaction that makes the item: of two at once the second waits for the
 * first. False when the key was taken within 24 hours. Forgets the person's older keys.
 */
export async function claimKey(db: EntityManager, { ownerId, key, inputHash }: KeyedRequest, itemId: string, now: Date): Promise<boolean> {
  await db.query('DELETE FROM idempotency_key WHERE owner_id = $1 AND created_at <= $2', [ownerId, toOldest(now)]);
  const claimed: unknown[] = await db.query(
    `INSERT INTO idempotency_key (owner_id, key, input_hash, item_id, created_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (owner_id, key) DO NOTHING RETURNING key`,
    [ownerId, key, inputHash, itemId, now],
  );
  return claimed.length > 0;
}
