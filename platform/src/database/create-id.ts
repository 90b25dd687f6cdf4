import type { EntityManager } from 'typeorm';

/** A new UUIDv7, for what must be known before its row is written. */
export async function createId(db: EntityManager): Promise<string> {
  const rows: { id: string }[] = await db.query('SELECT uuidv7() AS id');
  return rows[0]!.id;
}
