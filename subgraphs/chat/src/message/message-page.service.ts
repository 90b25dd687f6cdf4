import { z } from 'zod';
import { codedError } from '@secondlife/platform/error-code';
import { DEFAULT_PAGE_SIZE, MOST_COUNTED, readCursor, requirePageSize, toCursor } from '@secondlife/platform/values/page';
import type { Context } from '../context.js';
import { findOwnConversation } from '../conversation/conversation.service.js';
import { MessageConnection } from './message.connection.js';

/** As the contract has them; one that was not given is undefined. */
export interface PageArguments {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}

/** A page of an exchange's messages; null for who takes no part. Throws BAD_USER_INPUT on arguments that do not fit. */
export async function findMessages(context: Context, exchangeId: string, page: PageArguments): Promise<MessageConnection | null> {
  const range = toRange(page);
  const conversation = await findOwnConversation(context, exchangeId);
  if (!conversation) return null;
  const { after, upTo } = range(conversation.lastSeq);
  const rows = upTo > after ? await context.loaders.messages.load({ exchangeId: conversation.exchangeId, after, upTo }) : [];
  const edges = rows.map((node) => ({ cursor: toCursor([node.seq]), node }));
  return Object.assign(new MessageConnection(), {
    edges,
    pageInfo: {
      hasNextPage: upTo < conversation.lastSeq,
      hasPreviousPage: after > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: Math.min(conversation.lastSeq, MOST_COUNTED),
  });
}

const isGiven = <T>(argument: T | null | undefined): argument is T => argument !== null && argument !== undefined;

const readSeq = (cursor: string): number => readCursor(cursor, z.tuple([z.int().min(1)]))[0];

/** Checks the arguments first; what they mean depends on how many messages there are. */
function toRange({ first, after, last, before }: PageArguments): (head: number) => { after: number; upTo: number } {
  const isForward = isGiven(first) || isGiven(after);
  if (isForward && (isGiven(last) || isGiven(before))) {
    throw codedError('BAD_USER_INPUT', 'Page in one direction: `first` and `after`, or `last` and `before`.');
  }
  if (isForward) {
    const from = isGiven(after) ? readSeq(after) : 0;
    const size = requirePageSize(first ?? DEFAULT_PAGE_SIZE);
    return (head) => ({ after: Math.min(from, head), upTo: Math.min(from + size, head) });
  }
  const to = isGiven(before) ? readSeq(before) - 1 : Infinity;
  const size = requirePageSize(last ?? DEFAULT_PAGE_SIZE, 'last');
  return (head) => ({ after: Math.max(0, Math.min(to, head) - size), upTo: Math.min(to, head) });
}
