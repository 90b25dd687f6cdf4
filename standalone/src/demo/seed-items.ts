import { Readable } from 'node:stream';
import sharp from 'sharp';
import type { EntityManager } from 'typeorm';
import { CATEGORIES } from '@secondlife/items/category/category';
import { Item, ItemCondition } from '@secondlife/items/item/item.entity';
import { createLocalPhotoStore, type LocalPhotoStore } from '@secondlife/items/photo/local-photo-store';
import { Photo } from '@secondlife/items/photo/photo.entity';
import { toTicketSecret } from '@secondlife/items/photo/upload-ticket';
import { coarsen } from '@secondlife/items/place/coarsen';
import type { Secrets } from '../data-folder.js';
import { DEMO_EXCHANGES } from './exchanges.js';
import { daysBefore, toDemoId } from './ids.js';
import { DEMO_ITEMS, type DemoItem } from './items.js';
import { DEMO_PEOPLE } from './people.js';
import { drawPicture } from './pictures.js';

export interface SeedItemsOptions {
  secrets: Secrets;
  photoDir: string;
  publicUrl: string;
  now: Date;
}

/** The size of a demo picture, in pixels: 4:5, sharp on a phone. */
const PICTURE = { width: 640, height: 800 };
const MOST_BYTES = 10 * 1024 * 1024;
/** Pictures made at once. */
const AT_ONCE = 4;

export async function seedItems(db: EntityManager, { secrets, photoDir, publicUrl, now }: SeedItemsOptions): Promise<void> {
  const store = createLocalPhotoStore({ dir: photoDir, publicUrl, secret: toTicketSecret(secrets.placeSecret), now: () => now });
  const photos: Omit<Photo, never>[] = [];
  const waiting = [...DEMO_ITEMS];
  const work = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) photos.push(await makePhoto(store, item));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));

  const holds = readHolds();
  const rows = DEMO_ITEMS.map((item) => ({ ...toRow(item, secrets.placeSecret, now), ...(holds.get(item.key) ?? { hold: 'NONE' as const, holdVersion: 0 }) }));
  await db.transaction(async (tx) => {
    await tx.createQueryBuilder().insert().into(Item).values(rows).orIgnore().execute();
    await tx.createQueryBuilder().insert().into(Photo).values(photos).orIgnore().execute();
  });
}

function toRow(item: DemoItem, placeSecret: string, now: Date) {
  const id = toDemoId('item', item.key);
  const owner = DEMO_PEOPLE.find(({ handle }) => handle === item.owner)!;
  const shown = coarsen(owner.home, id, placeSecret);
  const place = item.withoutPlace ? null : { trueLat: owner.home.lat, trueLng: owner.home.lng, placeLat: shown.lat, placeLng: shown.lng };
  return {
    id,
    ownerId: toDemoId('user', item.owner),
    title: item.title,
    description: item.description,
    condition: ItemCondition[item.condition],
    categoryId: CATEGORIES.find(({ slug }) => slug === item.category)!.id,
    wishes: item.wishes,
    listing: item.withdrawn ? ('WITHDRAWN' as const) : ('PUBLISHED' as const),
    publishedAt: daysBefore(now, item.publishedDaysAgo),
    ...(place ?? { trueLat: null, trueLng: null, placeLat: null, placeLng: null }),
  };
}

/** What the exchanges of the community mean for its items, as events would have told it. */
function readHolds(): Map<string, { hold: 'RESERVED' | 'EXCHANGED'; holdVersion: number }> {
  const holds = new Map<string, { hold: 'RESERVED' | 'EXCHANGED'; holdVersion: number }>();
  for (const { status, revisions } of DEMO_EXCHANGES) {
    if (status !== 'ACCEPTED' && status !== 'COMPLETED') continue;
    const { offered, requested } = revisions.at(-1)!;
    for (const key of [...offered, ...requested]) holds.set(key, status === 'ACCEPTED' ? { hold: 'RESERVED', holdVersion: 1 } : { hold: 'EXCHANGED', holdVersion: 2 });
  }
  return holds;
}

/** Draws the item's picture and hands it to the store, as an upload would. */
async function makePhoto(store: LocalPhotoStore, { key, owner, picture }: DemoItem): Promise<Photo> {
  const [id, ownerId] = [toDemoId('photo', key), toDemoId('user', owner)];
  const png = await sharp(Buffer.from(drawPicture(picture))).resize(PICTURE).png({ compressionLevel: 1 }).toBuffer();
  const outcome = await store.receive({ photoId: id, ownerId, maxBytes: MOST_BYTES }, Readable.from([png]));
  if (outcome.state !== 'accepted') throw new Error(`The picture of ${key} was not accepted: ${outcome.reason}`);
  const { width, height, thumbhash } = outcome;
  return { id, ownerId, itemId: toDemoId('item', key), position: 0, width, height, thumbhash };
}
