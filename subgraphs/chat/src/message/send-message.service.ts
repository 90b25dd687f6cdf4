import { z } from 'zod';
import { notFound, rateLimited } from '@secondlife/platform/values/failures';
import { checkInput, text } from '@secondlife/platform/values/text';
import { requireUserId } from '@secondlife/platform/viewer';
import type { Context } from '../context.js';
import { hintParticipants } from '../conversation/conversation.channel.js';
import { Conversation } from '../conversation/conversation.entity.js';
import { findOwnConversation } from '../conversation/conversation.service.js';
import { toMessageChannel } from './message.channel.js';
import { Message } from './message.entity.js';
import type { SendMessageResult } from './message.failures.js';
import type { SendMessageInput } from './message.inputs.js';

const sendShape = z.object({
  exchangeId: z.string(),
  body: text({ min: 1, max: 4000, isMultiline: true }),
  clientId: text({ min: 1, max: 100 }),
});

/** Numbers and keeps a message; the same clientId of the same author again gives the first one. */
export async function sendMessage(context: Context, input: SendMessageInput): Promise<typeof SendMessageResult> {
  const authorId = requireUserId(context);
  const checked = checkInput(context, sendShape, input);
  if (!checked.ok) return checked.failure;
  const conversation = await findOwnConversation(context, checked.value.exchangeId);
  if (!conversation) return notFound(context, { fr: 'Cet échange est introuvable.', en: 'This exchange was not found.' });
  const { exchangeId } = conversation;
  const { body, clientId } = checked.value;
  const first = await context.db.findOneBy(Message, { exchangeId, authorId, clientId });
  if (first) return first;
  const waitSeconds = await context.limits.messagesPerPerson.consume(authorId);
  if (waitSeconds !== null) return rateLimited(context, waitSeconds);
  const message = await numberAndKeep(context, { exchangeId, authorId, clientId, body });
  // Fields of the exchange in the same operation are read after the message.
  context.loaders.conversation.clear(checked.value.exchangeId).clear(exchangeId);
  context.loaders.unread.clear(exchangeId);
  return message;
}

interface NewMessage {
  exchangeId: string;
  authorId: string;
  clientId: string;
  body: string;
}

/**
 * The conversation's row is the counter and the lock: look for the clientId, and only then count up and insert. A
 * number that was given out is always taken, so that there is never a gap, and rows become visible in their order.
 */
function numberAndKeep(context: Context, { exchangeId, authorId, clientId, body }: NewMessage): Promise<Message> {
  return context.transaction(async (tx) => {
    const conversation = await tx.db.findOneOrFail(Conversation, { where: { exchangeId }, lock: { mode: 'pessimistic_write' } });
    const first = await tx.db.findOneBy(Message, { exchangeId, authorId, clientId });
    if (first) return first;

    const seq = conversation.lastSeq + 1;
    await tx.db.update(Conversation, { exchangeId }, { lastSeq: seq });
    const message = await tx.db.save(tx.db.create(Message, { exchangeId, seq, authorId, clientId, body, sentAt: context.now() }));
    const recipientIds = conversation.participantIds.filter((id) => id !== authorId);
    await tx.publish('message.sent', seq, { id: message.id, exchangeId, seq, authorId, body, recipientIds });
    tx.hint(toMessageChannel(exchangeId), { seq });
    hintParticipants(tx, conversation);
    return message;
  });
}
