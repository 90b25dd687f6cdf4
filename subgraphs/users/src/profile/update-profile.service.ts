import { z } from 'zod';
import { invalid } from '@secondlife/platform/values/failures';
import { checkInput, isId, text } from '@secondlife/platform/values/text';
import { requireUserId } from '@secondlife/platform/viewer';
import type { Context } from '../context.js';
import { Locale, User } from '../user/user.entity.js';
import { handleTaken } from '../user/user.failures.js';
import { displayNameShape, handleShape, isHandleTaken, toUserState } from '../user/user.service.js';
import { Viewer } from '../viewer/viewer.js';
import type { UpdateProfileResult } from './profile.failures.js';
import type { UpdateProfileInput } from './profile.inputs.js';

/** A photo as its owner, the items service, tells of it. */
export interface OwnersPhoto {
  id: string;
  ownerId: string;
}

const profileShape = z.object({
  displayName: displayNameShape.optional(),
  handle: handleShape.optional(),
  area: text({ min: 0, max: 60 })
    .nullish()
    .transform((area) => (area === '' ? null : area)),
  avatarPhotoId: z.string().toLowerCase().nullish(),
  locale: z.enum(Locale).optional(),
});

/** Changes what is given of the viewer's profile and tells of it in one transaction; what was so already is no change. */
export async function updateProfile(context: Context, input: UpdateProfileInput): Promise<typeof UpdateProfileResult> {
  const userId = requireUserId(context);
  const checked = checkInput(context, profileShape, input);
  if (!checked.ok) return checked.failure;
  const { avatarPhotoId } = checked.value;
  if (typeof avatarPhotoId === 'string' && !(await isOwnPhoto(context, userId, avatarPhotoId))) {
    return invalid(context, ['avatarPhotoId'], { fr: 'Cette photo n’a pas été envoyée, ou pas acceptée.', en: 'This photo has not been uploaded, or was not accepted.' });
  }
  const changes = Object.fromEntries(Object.entries(checked.value).filter(([, value]) => value !== undefined));
  try {
    const user = await context.transaction(async (tx) => {
      const known = await tx.db.findOneOrFail(User, { where: { id: userId }, lock: { mode: 'pessimistic_write' } });
      const { version } = known;
      const changed = await tx.db.save(Object.assign(known, changes));
      if (changed.version > version) await tx.publish('user.changed', changed.version, toUserState(changed));
      return changed;
    });
    return new Viewer(user, context.viewer.sessionId);
  } catch (error) {
    if (isHandleTaken(error)) return handleTaken(context);
    throw error;
  }
}

/** Whether the viewer uploaded it and it was accepted; items knows of no other photos. */
async function isOwnPhoto({ readPhotos }: Context, userId: string, photoId: string): Promise<boolean> {
  if (!isId(photoId)) return false;
  const [photo] = await readPhotos([photoId]);
  return photo?.ownerId === userId;
}
