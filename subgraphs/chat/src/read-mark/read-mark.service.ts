import type { EntityManager } from 'typeorm';
import { codedError } from '@secondlife/platform/error-code';
import { requireUserId } from '@secondlife/platform/viewer';
import type { Context } from '../context.js';
import { hintParticipants } from '../conversation/conversation.channel.js';
import { findOwnConversation } from '../conversation/conversation.service.js';
import type { ReadMark } from './read-mark.entity.js';
import { countAllUnread } from './unread.js';

/** Marks up to `seq`, or up to the newest message if that is less; false for an exchange that the viewer takes no part in. */
export async function markMessagesRead(context: Context, exchangeId: string, seq: number): Promise<boolean> {
  const userId = requireUserId(context);
  if (seq < 0) throw codedError('BAD_USER_INPUT', '`seq` must not be negative.');
  const conversation = await findOwnConversation(context, exchangeId);
  if (!conversation) return false;
  const upTo = Math.min(seq, conversation.lastSeq);
  // Who has read nothing has no mark.
  if (upTo === 0) return true;
  await context.transaction(async (tx) => {
    if (await moveMark(tx.db, { exchangeId: conversation.exchangeId, userId, seq: upTo })) hintParticipants(tx, conversation);
  });
  // Fields of the exchange in the same operation are read after the mark.
  context.loaders.readMarks.clear(conversation.exchangeId);
  context.loaders.unread.clear(conversation.exchangeId);
  return true;
}

/** Whether the person had not read as far before; a mark never goes back. */
async function moveMark(db: EntityManager, { exchangeId, userId, seq }: Pick<ReadMark, 'exchangeId' | 'userId' | 'seq'>): Promise<boolean> {
  const moved: unknown[] = await db.query(
    `INSERT INTO read_mark (exchange_id, user_id, seq) VALUES ($1, $2, $3)
     ON CONFLICT (exchange_id, user_id) DO UPDATE SET seq = excluded.seq WHERE read_mark.seq < excluded.seq
     RETURNING seq`,
    [exchangeId, userId, seq],
  );
  return moved.length > 0;
}

/** How far each one has read who has read anything; null for who takes no part. */
export async function findReadMarks(context: Context, exchangeId: string): Promise<ReadMark[] | null> {
  const conversation = await findOwnConversation(context, exchangeId);
  return conversation && context.loaders.readMarks.load(conversation.exchangeId);
}

/** Messages of others after the viewer's mark; null for who takes no part. */
export async function countUnreadOf(context: Context, exchangeId: string): Promise<number | null> {
  const conversation = await findOwnConversation(context, exchangeId);
  return conversation && context.loaders.unread.load(conversation.exchangeId);
}

/** Messages of others after the viewer's marks; null when somebody else is asked about. */
export async function countUnread({ viewer, db }: Context, userId: string): Promise<number | null> {
  return viewer.userId === userId ? countAllUnread(db, userId) : null;
}
