import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Transaction } from '@secondlife/platform/database/transaction';
import { fail, rateLimited } from '@secondlife/platform/values/failures';
import type { Context } from '../context.js';
import { User } from '../user/user.entity.js';
import { deviceNameShape } from './device-name.js';
import { revokeSession } from './end-session.service.js';
import { keepRefreshToken, openSession, toSession, type OpenedSession } from './open-session.js';
import { toSuccessor, toTokenHash } from './refresh-token.js';
import { RefreshTokenRow, SessionRow } from './session.entity.js';
import { SessionExpired, WrongCredentials, type LogInResult, type RefreshSessionResult } from './session.failures.js';
import type { LogInInput, RefreshSessionInput } from './session.inputs.js';
import { LOST_ANSWER_MS } from './session.settings.js';

/** Counts the try for the address and for the account before the password is looked at, whether or not there is an account. */
export async function logIn(context: Context, { email, password, deviceName }: LogInInput): Promise<typeof LogInResult> {
  const { limits, passwords } = context.sessions;
  const emailKey = email.trim().toLowerCase();
  const account = createHash('sha256').update(emailKey).digest('hex');
  const waits = [await limits.logInsPerAddress.consume(context.viewer.address ?? 'unknown'), await limits.logInsPerAccount.consume(account)];
  const waitSeconds = Math.max(...waits.map((wait) => wait ?? 0));
  if (waitSeconds > 0) return rateLimited(context, waitSeconds);

  const user = z.email().safeParse(emailKey).success ? await findByEmail(context, emailKey) : null;
  if (!(await passwords.matches(password, user?.passwordHash ?? null)) || !user) {
    return fail(context, WrongCredentials, { fr: 'Adresse ou mot de passe incorrect.', en: 'Wrong address or password.' });
  }
  await limits.logInsPerAccount.reset(account);
  const device = deviceNameShape.catch(null).parse(deviceName);
  return toSession(context, await context.transaction((tx) => openSession(context, tx.db, user, device)));
}

const findByEmail = ({ db }: Context, emailKey: string): Promise<User | null> =>
  db.createQueryBuilder(User, 'user').where('lower(user.email) = :emailKey', { emailKey }).getOne();

/**
 * The next pair of tokens. A token is good once; for 10 s, and as long as its successor is unused, it gives the same
 * successor again. Any other reuse means that two parties hold it: the whole family ends (RFC 9700, 4.14).
 */
export async function refreshSession(context: Context, input: RefreshSessionInput): Promise<typeof RefreshSessionResult> {
  const token = input.refreshToken ?? context.cookies.refreshToken;
  const opened = token ? await context.transaction((tx) => useRefreshToken(context, tx, token)) : null;
  if (opened) return toSession(context, opened);
  context.cookies.clear();
  return fail(context, SessionExpired, { fr: 'Votre session est terminée. Reconnectez-vous.', en: 'Your session has ended. Log in again.' });
}

async function useRefreshToken(context: Context, tx: Transaction, token: string): Promise<OpenedSession | null> {
  const { db } = tx;
  const known = await db.findOneBy(RefreshTokenRow, { hash: toTokenHash(token) });
  if (!known) return null;
  // The session's row is the lock: uses of one family take turns, and each sees what the one before did.
  const family = await db.findOne(SessionRow, { where: { id: known.sessionId }, lock: { mode: 'pessimistic_write' } });
  const current = await db.findOneBy(RefreshTokenRow, { hash: known.hash });
  const now = context.now();
  if (!family || !current || family.revokedAt || current.expiresAt <= now) return null;

  const successor = toSuccessor(token, context.sessions.tokenSecret);
  if (!current.usedAt) {
    await db.update(RefreshTokenRow, { hash: current.hash }, { usedAt: now });
    await keepRefreshToken(context, db, family.id, successor);
  } else if (!(await mayRepeat(tx, current.usedAt, successor, now))) {
    await revokeSession(tx, family.id, now);
    return null;
  }
  await db.update(SessionRow, { id: family.id }, { lastUsedAt: now });
  const user = await db.findOneBy(User, { id: family.userId });
  return user && { user, sessionId: family.id, refreshToken: successor };
}

async function mayRepeat({ db }: Transaction, usedAt: Date, successor: string, now: Date): Promise<boolean> {
  if (now.getTime() - usedAt.getTime() > LOST_ANSWER_MS) return false;
  const next = await db.findOneBy(RefreshTokenRow, { hash: toTokenHash(successor) });
  return next !== null && !next.usedAt;
}

/** Forgets refresh tokens that have ended, and sessions that none is left of, or that were ended a day ago. */
export async function sweepSessions(db: EntityManager): Promise<void> {
  await db.query('DELETE FROM refresh_token WHERE expires_at < now()');
  await db.query(
    `DELETE FROM session WHERE revoked_at < now() - interval '1 day' OR NOT EXISTS (SELECT FROM refresh_token WHERE session_id = session.id)`,
  );
}
