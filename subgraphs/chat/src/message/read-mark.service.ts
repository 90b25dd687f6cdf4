import type { EntityManager } from 'typeorm';
import { codedError } from '@secondlife/platform/error-code';
import { requireUserId } from '@secondlife/platform/viewer';
import type { Context } from '../context.js';
import { findOwnConversation } from '../conversation/conversation.service.js';

/** The person has read up to `seq`; a mark never goes back. */
async function markRead(db: EntityManager, { exchangeId, userId, seq }: { exchangeId: string; userId: string; seq: number }): Promise<void> {
  await db.query(
    `INSERT INTO read_mark (exchange_id, user_id, seq) VALUES ($1, $2, $3)
     ON CONFLICT (exchange_id, user_id) DO UPDATE SET seq = greatest(read_mark.seq, excluded.seq)`,
    [exchangeId, userId, seq],
  );
}

/** Marks up to `seq`, or up to the newest message if that is less; false for an exchange that the viewer takes no part in. */
export async function markMessagesRead(context: Context, exchangeId: string, seq: number): Promise<boolean> {
  const userId = requireUserId(context);
  if (seq < 0) throw codedError('BAD_USER_INPUT', '`seq` must not be negative.');
  const conversation = await findOwnConversation(context, exchangeId);
  if (!conversation) return false;
  await markRead(context.db, { exchangeId: conversation.exchangeId, userId, seq: Math.min(seq, conversation.lastSeq) });
  return true;
}

/** Messages of others after the viewer's marks; null when somebody else is asked about. */
export async function countUnread({ viewer, db }: Context, userId: string): Promise<number | null> {
  if (viewer.userId !== userId) return null;
  const rows: { unread: number }[] = await db.query(
    `SELECT count(*)::int AS unread
     FROM conversation
     LEFT JOIN read_mark ON read_mark.exchange_id = conversation.exchange_id AND read_mark.user_id = $1
     JOIN message ON message.exchange_id = conversation.exchange_id AND message.seq > coalesce(read_mark.seq, 0)
     WHERE conversation.participant_ids @> ARRAY[$1::uuid] AND message.author_id <> $1`,
    [userId],
  );
  return rows[0]?.unread ?? 0;
}
