import DataLoader from 'dataloader';
import { In, type EntityManager } from 'typeorm';
import { isId } from '@secondlife/platform/values/text';
import { Item } from './item.entity.js';

/** Items by id, in any status, one query for all that a request asks for; null for an unknown or malformed id. */
export function createItemLoader(db: EntityManager): DataLoader<string, Item | null> {
  return new DataLoader(async (ids) => {
    const items = await db.findBy(Item, { id: In(ids.filter(isId)) });
    const byId = new Map(items.map((item) => [item.id, item]));
    return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
  });
}
