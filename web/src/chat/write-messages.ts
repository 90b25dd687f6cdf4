import type { ApolloCache } from '@apollo/client';
import { ConversationFragmentDoc, type MessageViewFragment } from './messages.generated';

const fragment = { fragment: ConversationFragmentDoc, fragmentName: 'Conversation' };

/** Adds messages to a conversation in memory; to one that was never asked for it adds nothing. */
export function writeMessages(cache: ApolloCache, exchangeId: string, messages: readonly MessageViewFragment[]): void {
  const id = `Exchange:${exchangeId}`;
  const known = cache.readFragment({ id, ...fragment })?.messages;
  if (!known) return;
  const seqs = new Set(known.edges.map(({ node }) => node.seq));
  const fresh = messages.filter(({ seq }) => !seqs.has(seq));
  if (fresh.length === 0) return;
  cache.writeFragment({
    id,
    ...fragment,
    data: {
      __typename: 'Exchange',
      id: exchangeId,
      messages: {
        __typename: 'MessageConnection',
        // What came live has no cursor: nothing before it is missing.
        edges: fresh.map((node) => ({ __typename: 'MessageEdge' as const, cursor: '', node })),
        pageInfo: { __typename: 'PageInfo', hasPreviousPage: false, startCursor: null },
      },
    },
  });
}
