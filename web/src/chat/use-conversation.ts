'use client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLiveQuery } from '@/graph/live-context';
import { findHole } from './find-hole';
import { ConversationChangedDocument, MessageAddedDocument, type MessagePageFragment, type MessageViewFragment } from './messages.generated';
import { writeReadState } from './write-read-state';
import { writeMessages } from './write-messages';

const PAGE = 30;
const MOST = 100;
/** What comes within so many milliseconds is shown at once. */
const TOGETHER_MS = 16;

export interface ConversationState {
  /** In the order of their numbers. */
  messages: MessageViewFragment[];
  /** Whether the first message of all is among them. */
  isWhole: boolean;
  older: 'idle' | 'loading' | 'failed';
  loadOlder(): void;
}

/** Follows a conversation: what comes live, what came while the socket was away, and what was before. */
export function useConversation(exchangeId: string, page: MessagePageFragment | null, onGap: () => void): ConversationState {
  const client = useApolloClient();
  const [older, setOlder] = useState<ConversationState['older']>('idle');
  const messages = page?.edges.map(({ node }) => node) ?? [];
  const lastSeq = messages.at(-1)?.seq ?? 0;

  // From the number that was known first on; after a loss the link goes on from the last one that came.
  const [after, setAfter] = useState<number | null>(null);
  if (page && after === null) setAfter(lastSeq);

  const arrived = useRef<MessageViewFragment[]>([]);
  useLiveQuery(MessageAddedDocument, {
    variables: { id: exchangeId, after: after ?? 0 },
    isOn: after !== null,
    onData({ messageAdded }) {
      if (arrived.current.push(messageAdded) > 1) return;
      setTimeout(() => writeMessages(client.cache, exchangeId, arrived.current.splice(0)), TOGETHER_MS);
    },
    onGap,
  });
  useLiveQuery(ConversationChangedDocument, {
    variables: { id: exchangeId },
    isOn: after !== null,
    onData: ({ conversationChanged }) => writeReadState(client.cache, conversationChanged),
    onGap,
  });

  async function ask(before: string, last: number): Promise<boolean> {
    try {
      const { OlderMessagesDocument } = await import('./older-messages.generated');
      const { data } = await client.query({ query: OlderMessagesDocument, variables: { id: exchangeId, before, last }, fetchPolicy: 'network-only' });
      return Boolean(data?.exchange?.messages);
    } catch {
      return false;
    }
  }
  async function load(before: string): Promise<void> {
    setOlder('loading');
    setOlder((await ask(before, PAGE)) ? 'idle' : 'failed');
  }

  // After a long absence the newest page may not join what is known: what lies between is asked for.
  const hole = findHole(page?.edges ?? []);
  const fill = useEffectEvent(() => void (hole && ask(hole.before, Math.min(hole.missing, MOST))));
  useEffect(() => fill(), [hole?.before, hole?.missing]);

  const { startCursor, hasPreviousPage } = page?.pageInfo ?? { startCursor: null, hasPreviousPage: false };
  return {
    messages,
    isWhole: page !== null && !hasPreviousPage,
    older,
    loadOlder: () => hasPreviousPage && startCursor && older !== 'loading' && void load(startCursor),
  };
}
