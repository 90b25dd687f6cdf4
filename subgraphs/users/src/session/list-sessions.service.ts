import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Context } from '../context.js';
import type { Viewer } from '../viewer/viewer.js';
import { SessionRow } from './session.entity.js';
import { OpenSession } from './session.types.js';

/** The person's sessions that can go on, the last used first: not ended, with a refresh token that is neither used nor too old. */
export function selectOpenSessions(db: EntityManager, userId: string, now: Date): SelectQueryBuilder<SessionRow> {
  const hasLivingToken = 'EXISTS (SELECT FROM refresh_token WHERE session_id = session.id AND used_at IS NULL AND expires_at > :now)';
  return db
    .createQueryBuilder(SessionRow, 'session')
    .where(`session.userId = :userId AND session.revokedAt IS NULL AND ${hasLivingToken}`, { userId, now })
    .orderBy({ 'session.lastUsedAt': 'DESC', 'session.id': 'DESC' });
}

/** Where the viewer is logged in, the last used first. */
export async function listSessions({ db, now }: Context, viewer: Viewer): Promise<OpenSession[]> {
  const rows = await selectOpenSessions(db, viewer.id, now()).getMany();
  return rows.map(({ id, deviceName, createdAt, lastUsedAt }) =>
    Object.assign(new OpenSession(), { id, deviceName, startedAt: createdAt, lastUsedAt, isCurrent: id === viewer.sessionId }),
  );
}
