import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Context } from '../context.js';
import type { User } from '../user/user.entity.js';
import { Viewer } from '../viewer/viewer.js';
import { toTokenHash } from './refresh-token.js';
import { RefreshTokenRow, SessionRow } from './session.entity.js';
import { Session } from './session.failures.js';
import { REFRESH_TOKEN_LIFETIME_MS } from './session.settings.js';

/** A session's tokens as far as the database knows them; `toSession` makes an answer of them, once that has committed. */
export interface OpenedSession {
  user: User;
  sessionId: string;
  refreshToken: string;
}

/** A new family with its first token. */
export async function openSession(context: Context, db: EntityManager, user: User, deviceName: string | null): Promise<OpenedSession> {
  const now = context.now();
  const { id: sessionId } = await db.save(db.create(SessionRow, { userId: user.id, createdAt: now, lastUsedAt: now, deviceName, revokedAt: null }));
  const refreshToken = randomBytes(32).toString('base64url');
  await keepRefreshToken(context, db, sessionId, refreshToken);
  return { user, sessionId, refreshToken };
}

/** Writes the token's hash, valid from now for its lifetime. */
export async function keepRefreshToken({ now }: Context, db: EntityManager, sessionId: string, token: string): Promise<void> {
  const expiresAt = new Date(now().getTime() + REFRESH_TOKEN_LIFETIME_MS);
  await db.insert(RefreshTokenRow, { hash: toTokenHash(token), sessionId, expiresAt, usedAt: null });
}

/**
 * What a client is told of its session: a new access token, the refresh token, and the latter as a cookie, beside one
 * for pages. Not within a transaction: the key is read over another connection, and transactions that wait for one would wait for each other.
 */
export async function toSession(context: Context, { user, sessionId, refreshToken }: OpenedSession): Promise<Session> {
  const { keys } = context.sessions;
  const claims = { userId: user.id, sessionId, now: context.now() };
  const access = await keys.signAccessToken(claims);
  context.cookies.keep({ refreshToken, readerToken: await keys.signReaderToken(claims) });
  return Object.assign(new Session(), {
    viewer: new Viewer(user, sessionId),
    accessToken: access.token,
    accessTokenExpiresAt: access.expiresAt,
    refreshToken,
  });
}
