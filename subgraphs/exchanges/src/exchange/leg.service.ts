import type { EntityManager } from 'typeorm';
import { isId } from '@secondlife/platform/values/text';
import { LegRow } from './leg.entity.js';

/** In order. */
export const readLegs = (db: EntityManager, exchangeId: string): Promise<LegRow[]> => db.find(LegRow, { where: { exchangeId }, order: { position: 'ASC' } });

/** Whether there is such an exchange, and this person gives or receives in it; who takes part never changes. */
export async function isParticipant(db: EntityManager, exchangeId: string, personId: string): Promise<boolean> {
  if (!isId(exchangeId)) return false;
  return db.existsBy(LegRow, [
    { exchangeId, giverId: personId },
    { exchangeId, receiverId: personId },
  ]);
}
