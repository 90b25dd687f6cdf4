import { z } from 'zod';
import { isUniqueViolation } from '@secondlife/platform/database/transaction';
import { text, words } from '@secondlife/platform/values/text';
import type { UserState } from '@secondlife/schema/events/users';
import type { User } from './user.entity.js';

/** What a handle may be. */
export const handleShape = z.string().regex(/^[a-z0-9_]{3,30}$/, {
  error: words({ fr: 'De 3 à 30 caractères parmi a-z, 0-9 et _.', en: '3 to 30 characters out of a-z, 0-9 and _.' }),
});

/** What a name to show may be. */
export const displayNameShape = text({ min: 1, max: 50 });

/** Whether a write failed since somebody else has the handle; the database decides who came first. */
export const isHandleTaken = (error: unknown): boolean => isUniqueViolation(error, 'user_handle_key');

/** What other services are told of a person. */
export const toUserState = ({ id, handle, displayName, locale, avatarPhotoId }: User): UserState => ({ id, handle, displayName, locale, avatarPhotoId });
