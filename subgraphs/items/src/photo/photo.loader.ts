import DataLoader from 'dataloader';
import { In, type EntityManager } from 'typeorm';
import { isId } from '@secondlife/platform/values/text';
import { Photo } from './photo.entity.js';

/** Photos by id; null for an unknown or malformed id, and for one that stands on no item. */
export function createPhotoLoader(db: EntityManager): DataLoader<string, Photo | null> {
  return new DataLoader(async (ids) => {
    const photos = await db.findBy(Photo, { id: In(ids.filter(isId)) });
    const byId = new Map(photos.map((photo) => [photo.id, photo]));
    return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
  });
}

/** Each item's photos in their order, one query for all items that a request asks about. */
export function createPhotosOfItemLoader(db: EntityManager): DataLoader<string, Photo[]> {
  return new DataLoader(async (itemIds) => {
    const photos = await db.find(Photo, { where: { itemId: In([...itemIds]) }, order: { position: 'ASC' } });
    const byItem = Map.groupBy(photos, ({ itemId }) => itemId);
    return itemIds.map((itemId) => byItem.get(itemId) ?? []);
  });
}
