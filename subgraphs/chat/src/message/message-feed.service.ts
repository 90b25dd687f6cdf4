import { codedError } from '@secondlife/platform/error-code';
import { openFeed } from '@secondlife/platform/live/feed';
import { forbid, requireUserId } from '@secondlife/platform/viewer';
import { Between } from 'typeorm';
import type { Context } from '../context.js';
import { Conversation } from '../conversation/conversation.entity.js';
import { findOwnConversation } from '../conversation/conversation.service.js';
import { toMessageChannel } from './message.channel.js';
import { Message } from './message.entity.js';

/** Every message of the exchange after number `after`, then each new one; FORBIDDEN for who takes no part. */
export async function openMessageFeed(context: Context, exchangeId: string, after: number | null): Promise<AsyncIterableIterator<Message>> {
  requireUserId(context);
  if (after !== null && after < 0) throw codedError('BAD_USER_INPUT', '`after` must not be negative.');
  const conversation = await findOwnConversation(context, exchangeId);
  if (!conversation) return forbid(context);
  const { db, live } = context;
  const id = conversation.exchangeId;
  return openFeed({
    ...live,
    channel: toMessageChannel(id),
    key: id,
    after,
    readHead: async () => (await db.findOneByOrFail(Conversation, { exchangeId: id })).lastSeq,
    readPage: (from, upTo, limit) => db.find(Message, { where: { exchangeId: id, seq: Between(from + 1, Math.min(upTo, from + limit)) }, order: { seq: 'ASC' } }),
  });
}
