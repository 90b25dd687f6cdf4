import DataLoader from 'dataloader';
import { In, type EntityManager } from 'typeorm';
import { isId } from '@secondlife/platform/values/text';
import { Photo } from './photo.entity.js';
import type { PhotoStore } from './photo-store.js';

/** Accepted pictures by id, one query for all that stand on items, then the store for the others; null for an unknown or malformed id. */
export function createPhotoLoader(db: EntityManager, store: PhotoStore): DataLoader<string, Photo | null> {
  return new DataLoader(async (ids) => {
    const photos = await db.findBy(Photo, { id: In(ids.filter(isId)) });
    const byId = new Map(photos.map((photo) => [photo.id, photo]));
    return Promise.all(ids.map(async (id) => byId.get(id.toLowerCase()) ?? findLoosePhoto(store, id.toLowerCase())));
  });
}

/** A picture that stands on no item; null unless it was accepted. */
async function findLoosePhoto(store: PhotoStore, id: string): Promise<Photo | null> {
  const outcome = await store.find(id);
  if (outcome?.state !== 'accepted') return null;
  const { ownerId, width, height, thumbhash } = outcome;
  return Object.assign(new Photo(), { id, ownerId, itemId: null, position: 0, width, height, thumbhash });
}

/** Each item's photos in their order, one query for all items that a request asks about. */
export function createPhotosOfItemLoader(db: EntityManager): DataLoader<string, Photo[]> {
  return new DataLoader(async (itemIds) => {
    const photos = await db.find(Photo, { where: { itemId: In([...itemIds]) }, order: { position: 'ASC' } });
    const byItem = Map.groupBy(photos, ({ itemId }) => itemId);
    return itemIds.map((itemId) => byItem.get(itemId) ?? []);
  });
}
