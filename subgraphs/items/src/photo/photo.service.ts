import { In, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { isUniqueViolation } from '@secondlife/platform/database/transaction';
import { invalid, rateLimited } from '@secondlife/platform/values/failures';
import { checkInput, isId, text, words, type Checked } from '@secondlife/platform/values/text';
import { requireUserId } from '@secondlife/platform/viewer';
import type { Context } from '../context.js';
import { createId } from '@secondlife/platform/database/create-id';
import { Avatar } from './avatar.entity.js';
import { Photo } from './photo.entity.js';
import { PhotoUpload, type CreatePhotoUploadResult } from './photo.failures.js';
import type { CreatePhotoUploadInput } from './photo.inputs.js';
import { MOST_PHOTO_BYTES, REJECTIONS } from './photo-rejection.js';
import type { StoredPhoto } from './photo-store.js';

const ACCEPTED_TYPES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif']);
const HEIC_TYPES = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']);

/** Saves an upload in vain; what a file really is shows only when it has come. */
const uploadShape = z.object({
  fileName: text({ min: 1, max: 255 }),
  contentType: z
    .string()
    .transform((type) => type.trim().toLowerCase())
    .refine((type) => !HEIC_TYPES.has(type), { error: words(REJECTIONS.HEIC), abort: true })
    .refine((type) => ACCEPTED_TYPES.has(type), { error: words(REJECTIONS.UNSUPPORTED_FORMAT) }),
  byteSize: z
    .int()
    .min(1, { error: words({ fr: 'Ce fichier est vide.', en: 'This file is empty.' }) })
    .max(MOST_PHOTO_BYTES, { error: words(REJECTIONS.TOO_LARGE) }),
});

/** A form for one file of the viewer's. */
export async function createPhotoUpload(context: Context, input: CreatePhotoUploadInput): Promise<typeof CreatePhotoUploadResult> {
  const ownerId = requireUserId(context);
  const checked = checkInput(context, uploadShape, input);
  if (!checked.ok) return checked.failure;
  const waitSeconds = await context.limits.photosPerPerson.consume(ownerId);
  if (waitSeconds !== null) return rateLimited(context, waitSeconds);
  const photoId = await createId(context.db);
  return Object.assign(new PhotoUpload(), { photoId, ...context.photos.createUpload({ photoId, ownerId }) });
}

export type NamedPhoto = { id: string } & StoredPhoto;

/** What the viewer uploaded under these ids, in their order; InvalidInput when one of them can't stand on an item of theirs. */
export async function checkUploads(context: Context, ownerId: string, ids: readonly string[]): Promise<Checked<NamedPhoto[]>> {
  const outcomes = await Promise.all(ids.map((id) => context.photos.find(id)));
  const photos: NamedPhoto[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome?.ownerId !== ownerId) {
      return { ok: false, failure: invalid(context, ['photoIds'], { fr: 'Cette photo n’a pas été envoyée.', en: 'This photo has not been uploaded.' }) };
    }
    if (outcome.state === 'rejected') return { ok: false, failure: invalid(context, ['photoIds'], REJECTIONS[outcome.reason]) };
    const { width, height, thumbhash } = outcome;
    photos.push({ id: ids[index]!, width, height, thumbhash });
  }
  return { ok: true, value: photos };
}

/** Puts photos on an item, in their order. Throws what `isPhotoTaken` knows when one stands on an item already. */
export async function insertPhotos(db: EntityManager, item: { ownerId: string; itemId: string }, photos: readonly NamedPhoto[]): Promise<void> {
  await db.insert(Photo, photos.map((photo, position) => ({ ...photo, ...item, position })));
}

export const isPhotoTaken = (error: unknown): boolean => isUniqueViolation(error, 'photo_pkey');

/** Those of the ids that stand on an item, or are somebody's avatar. */
export async function findUsedPhotos(db: EntityManager, ids: readonly string[]): Promise<Set<string>> {
  const wanted = In(ids.filter(isId));
  const onItems = await db.find(Photo, { where: { id: wanted }, select: { id: true } });
  const avatars = await db.findBy(Avatar, { photoId: wanted });
  return new Set([...onItems.map(({ id }) => id), ...avatars.map(({ photoId }) => photoId!)]);
}

/** A description of the picture, by what its item is called; null for one that stands on none. */
export async function toAlt({ loaders, viewer }: Context, { itemId }: Photo): Promise<string | null> {
  if (itemId === null) return null;
  const title = (await loaders.item.load(itemId))?.title ?? '';
  return viewer.language === 'fr' ? `Photo de « ${title} »` : `Photo of “${title}”`;
}
