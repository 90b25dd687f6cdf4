import type { EntityManager } from 'typeorm';
import { createPasswords } from '@secondlife/users/session/password';
import { Locale, User } from '@secondlife/users/user/user.entity';
import type { Secrets } from '../data-folder.js';
import { daysBefore, toDemoId } from './ids.js';
import { DEMO_PEOPLE } from './people.js';

/** Those who can log in, with the password that is printed at start; nobody can as the others. */
const WITH_PASSWORD = new Set(['nour', 'karim']);
const NO_PASSWORD = 'none';

export async function seedUsers(db: EntityManager, { secrets, now }: { secrets: Secrets; now: Date }): Promise<void> {
  const passwordHash = await createPasswords(secrets.passwordSecret).hash(secrets.demoPassword);
  const rows = DEMO_PEOPLE.map(({ handle, displayName, email, locale, area, memberSinceDays }) => ({
    id: toDemoId('user', handle),
    handle,
    displayName,
    email,
    locale: Locale[locale],
    area,
    memberSince: daysBefore(now, memberSinceDays),
    avatarPhotoId: null,
    isEmailVerified: true,
    passwordHash: WITH_PASSWORD.has(handle) ? passwordHash : NO_PASSWORD,
  }));
  await db.transaction((tx) => tx.createQueryBuilder().insert().into(User).values(rows).orIgnore().execute());
}
