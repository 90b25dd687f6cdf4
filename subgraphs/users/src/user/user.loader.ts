import DataLoader from 'dataloader';
import { In, type EntityManager } from 'typeorm';
import { isId } from '@secondlife/platform/values/text';
import { User } from './user.entity.js';

/** People by id, one query for all that a request asks for; null for an unknown or malformed id. */
export function createUserLoader(db: EntityManager): DataLoader<string, User | null> {
  return new DataLoader(async (ids) => {
    const users = await db.findBy(User, { id: In(ids.filter(isId)) });
    const byId = new Map(users.map((user) => [user.id, user]));
    return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
  });
}
