import type DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { RunTransaction } from '@secondlife/platform/database/transaction';
import type { PubSub } from '@secondlife/platform/pubsub/pubsub';
import type { SignedViewer } from '@secondlife/platform/signed-viewer';
import type { ItemsEvents } from '@secondlife/schema/events/items';
import type { Item } from './item/item.entity.js';
import type { ItemLimiters } from './item/item.settings.js';
import type { OwnerPage } from './item/owner-items.loader.js';
import type { Photo } from './photo/photo.entity.js';
import type { PhotoStore } from './photo/photo-store.js';

/** What every resolver and service function works with; made anew for each request. */
export interface Context {
  viewer: SignedViewer;
  db: EntityManager;
  transaction: RunTransaction<ItemsEvents>;
  pubsub: PubSub;
  now: () => Date;
  loaders: {
    item: DataLoader<string, Item | null>;
    photo: DataLoader<string, Photo | null>;
    photosOfItem: DataLoader<string, Photo[]>;
    ownerPage: DataLoader<OwnerPage, string[], string>;
    ownerCount: DataLoader<string, number>;
  };
  photos: PhotoStore;
  limits: ItemLimiters;
  /** Keys the offset between a place and what is shown of it. */
  placeSecret: string;
}
