import { REVOKED_SESSIONS_CHANNEL } from '@secondlife/platform/access-token';
import type { Transaction } from '@secondlife/platform/database/transaction';
import { requireUserId } from '@secondlife/platform/viewer';
import type { Context } from '../context.js';
import { selectOpenSessions } from './list-sessions.service.js';

/** Ends the session: its refresh token is dead at once, its access tokens and sockets once the gateway has heard of it, within 5 s. */
export async function revokeSession(tx: Transaction, sessionId: string, now: Date): Promise<void> {
  await tx.db.query('UPDATE session SET revoked_at = coalesce(revoked_at, $2) WHERE id = $1', [sessionId, now]);
  tx.hint(REVOKED_SESSIONS_CHANNEL, { sessionId });
}

/** Ends the session of the token that was sent; true also when it had ended before. */
export async function logOut(context: Context): Promise<boolean> {
  requireUserId(context);
  const { sessionId } = context.viewer;
  if (sessionId) await context.transaction((tx) => revokeSession(tx, sessionId, context.now()));
  context.cookies.clear();
  return true;
}

/** Ends one of the viewer's open sessions; false when there is none of that id. */
export async function endSession(context: Context, id: string): Promise<boolean> {
  const ended = await endThose(context, (sessionId) => sessionId === id.toLowerCase());
  if (ended.includes(context.viewer.sessionId)) context.cookies.clear();
  return ended.length > 0;
}

/** Ends every open session of the viewer's. */
export async function logOutEverywhere(context: Context): Promise<boolean> {
  await endThose(context, () => true);
  context.cookies.clear();
  return true;
}

/** Ends those of the viewer's open sessions that are meant, each once however many ask at once; answers their ids. */
async function endThose(context: Context, isMeant: (sessionId: string) => boolean): Promise<(string | null)[]> {
  const userId = requireUserId(context);
  const now = context.now();
  return context.transaction(async (tx) => {
    const open = await selectOpenSessions(tx.db, userId, now).setLock('pessimistic_write').getMany();
    const ended = open.map(({ id }) => id).filter(isMeant);
    for (const sessionId of ended) await revokeSession(tx, sessionId, now);
    return ended;
  });
}
