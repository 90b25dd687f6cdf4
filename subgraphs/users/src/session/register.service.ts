import { z } from 'zod';
import { isUniqueViolation } from '@secondlife/platform/database/transaction';
import { fail, rateLimited } from '@secondlife/platform/values/failures';
import { checkInput, words } from '@secondlife/platform/values/text';
import type { Context } from '../context.js';
import { Locale, User } from '../user/user.entity.js';
import { handleTaken } from '../user/user.failures.js';
import { displayNameShape, handleShape, isHandleTaken, toUserState } from '../user/user.service.js';
import { deviceNameShape } from './device-name.js';
import { openSession, toSession } from './open-session.js';
import { EmailTaken, type RegisterResult } from './session.failures.js';
import type { RegisterInput } from './session.inputs.js';

const registerShape = z.object({
  email: z
    .string()
    .trim()
    .max(254, words({ fr: 'Cette adresse est trop longue.', en: 'This address is too long.' }))
    .pipe(z.email(words({ fr: 'Ce n’est pas une adresse e-mail.', en: 'This is not an e-mail address.' }))),
  password: z.string().refine((password) => [...password].length >= 8 && [...password].length <= 128, {
    error: words({ fr: 'Entre 8 et 128 caractères.', en: 'Between 8 and 128 characters.' }),
  }),
  handle: handleShape,
  displayName: displayNameShape,
  locale: z.enum(Locale).nullish().transform((locale) => locale ?? Locale.FR),
  deviceName: deviceNameShape,
});

/** Makes the account and its first session in one transaction; the database decides who came first. */
export async function register(context: Context, input: RegisterInput): Promise<typeof RegisterResult> {
  const checked = checkInput(context, registerShape, input);
  if (!checked.ok) return checked.failure;
  const waitSeconds = await context.sessions.limits.registrationsPerAddress.consume(context.viewer.address ?? 'unknown');
  if (waitSeconds !== null) return rateLimited(context, waitSeconds);

  const { password, deviceName, ...profile } = checked.value;
  const passwordHash = await context.sessions.passwords.hash(password);
  try {
    const opened = await context.transaction(async (tx) => {
      const user = await tx.db.save(tx.db.create(User, { ...profile, passwordHash }));
      await tx.publish('user.registered', user.version, toUserState(user));
      return openSession(context, tx.db, user, deviceName);
    });
    return await toSession(context, opened);
  } catch (error) {
    if (isHandleTaken(error)) return handleTaken(context);
    if (isUniqueViolation(error, 'user_email_key')) {
      return fail(context, EmailTaken, { fr: 'Un compte existe déjà avec cette adresse.', en: 'There is an account with this address already.' });
    }
    throw error;
  }
}
