import { filterAsyncIterator } from '@secondlife/platform/live/async-iterator';
import { openSignals } from '@secondlife/platform/live/signals';
import { forbid, requireUserId } from '@secondlife/platform/viewer';
import type { Context } from '../context.js';
import { toUserChannel, type ConversationHint } from './conversation.channel.js';
import { findOwnConversation } from './conversation.service.js';

/**
 * A hint for each change of the viewer's conversations from now on, or of that one; FORBIDDEN when they take no part in it.
 * What a hint tells of is read after it: several of one exchange that wait are one.
 */
export async function watchConversations(context: Context, exchangeId: string | null): Promise<AsyncIterableIterator<ConversationHint>> {
  const userId = requireUserId(context);
  const only = exchangeId === null ? null : ((await findOwnConversation(context, exchangeId)) ?? forbid(context));
  const hints = await openSignals<ConversationHint>({ pubsub: context.live.pubsub, channel: toUserChannel(userId), toKey: (hint) => hint.exchangeId });
  return only ? filterAsyncIterator(hints, (hint) => hint.exchangeId === only.exchangeId) : hints;
}
