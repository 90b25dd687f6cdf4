import { z } from 'zod';
import { invalid, rateLimited } from '@secondlife/platform/values/failures';
import { checkInput, text, words } from '@secondlife/platform/values/text';
import { requireUserId } from '@secondlife/platform/viewer';
import { findCategory } from '../category/category.js';
import type { Context } from '../context.js';
import { createId } from '@secondlife/platform/database/create-id';
import { checkUploads, insertPhotos, isPhotoTaken, type NamedPhoto } from '../photo/photo.service.js';
import { coarsen } from '../place/coarsen.js';
import { pointShape } from '../place/place.js';
import { claimKey, findEarlierResult, toKeyedRequest, type KeyedRequest } from '@secondlife/platform/database/idempotency';
import { Item, ItemCondition } from './item.entity.js';
import type { PublishItemResult } from './item.failures.js';
import type { PublishItemInput } from './item.inputs.js';

/** Where `{ id }` of each item is hinted once it is published. */
export const PUBLISHED_CHANNEL = 'items.published';

const MOST_PHOTOS = 10;

const publishShape = z.object({
  title: text({ min: 3, max: 80 }),
  description: text({ min: 1, max: 4_000, isMultiline: true }),
  condition: z.enum(ItemCondition),
  categoryId: z.string().refine((id) => findCategory(id) !== null, {
    error: words({ fr: 'Cette catégorie n’existe pas.', en: 'There is no such category.' }),
  }),
  photoIds: z
    .array(z.string().toLowerCase())
    .max(MOST_PHOTOS, { error: words({ fr: `${MOST_PHOTOS} photos au plus.`, en: `At most ${MOST_PHOTOS} photos.` }) })
    .refine((ids) => new Set(ids).size === ids.length, { error: words({ fr: 'Une photo y est deux fois.', en: 'A photo is there twice.' }) }),
  location: pointShape.nullish().transform((point) => point ?? null),
  wishes: text({ min: 0, max: 500, isMultiline: true })
    .nullish()
    .transform((wishes) => wishes || null),
  idempotencyKey: text({ min: 1, max: 200 }).nullish(),
});
type NewItem = Omit<z.infer<typeof publishShape>, 'idempotencyKey'>;

/** Makes an item with its photos in one transaction; a repeated key gives the item that it made before. */
export async function publishItem(context: Context, input: PublishItemInput): Promise<typeof PublishItemResult> {
  const ownerId = requireUserId(context);
  const checked = checkInput(context, publishShape, input);
  if (!checked.ok) return checked.failure;
  const { idempotencyKey: key, ...wanted } = checked.value;
  const request = toKeyedRequest(ownerId, key, wanted);
  const earlier = await findEarlierAnswer(context, request);
  if (earlier) return earlier;

  const waitSeconds = await context.limits.itemsPerPerson.consume(ownerId);
  if (waitSeconds !== null) return rateLimited(context, waitSeconds);
  const uploads = await checkUploads(context, ownerId, wanted.photoIds);
  if (!uploads.ok) return uploads.failure;
  try {
    const item = await insertItem(context, ownerId, wanted, uploads.value, request);
    const answer = item ?? (await findEarlierAnswer(context, request));
    if (!answer) throw new Error('The item of an idempotency key is gone');
    return answer;
  } catch (error) {
    if (!isPhotoTaken(error)) throw error;
    return invalid(context, ['photoIds'], { fr: 'Cette photo est déjà celle d’un objet.', en: 'This photo is on an item already.' });
  }
}

/** Null when another request took the key a moment ago. */
function insertItem(
  context: Context,
  ownerId: string,
  { location, photoIds: _, ...said }: NewItem,
  photos: NamedPhoto[],
  request: KeyedRequest | null,
): Promise<Item | null> {
  return context.transaction(async (tx) => {
    const now = context.now();
    const id = await createId(tx.db);
    if (request && !(await claimKey(tx.db, request, id, now))) return null;
    const shown = location && coarsen(location, id, context.placeSecret);
    const item = tx.db.create(Item, {
      ...said,
      id,
      ownerId,
      listing: 'PUBLISHED',
      hold: 'NONE',
      holdVersion: 0,
      publishedAt: now,
      trueLat: location?.lat ?? null,
      trueLng: location?.lng ?? null,
      placeLat: shown?.lat ?? null,
      placeLng: shown?.lng ?? null,
    });
    await tx.db.insert(Item, item);
    await insertPhotos(tx.db, { ownerId, itemId: id }, photos);
    await tx.publish('item.published', item.version, { id, ownerId, listing: item.listing });
    tx.hint(PUBLISHED_CHANNEL, { id });
    return item;
  });
}

async function findEarlierAnswer(context: Context, request: KeyedRequest | null): Promise<typeof PublishItemResult | null> {
  const earlier = await findEarlierResult(context.db, request, context.now());
  if (!earlier) return null;
  if (earlier.isSameInput) return context.loaders.item.load(earlier.resultId);
  return invalid(context, ['idempotencyKey'], { fr: 'Cette clé a servi pour un autre objet.', en: 'This key was used for another item.' });
}
