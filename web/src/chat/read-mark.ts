'use client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useVisible } from './use-visible';
import { MarkMessagesReadDocument } from './messages.generated';
import { writeOwnReadMark } from './write-read-state';

/** Someone has to have had a moment to read, in milliseconds. */
const LOOK_MS = 400;

interface ReadMarkProps {
  exchangeId: string;
  viewerId: string;
  /** The number of the newest message, 0 for none. */
  lastSeq: number;
  /** How far the viewer has read, by the graph. */
  readSeq: number;
  /** Whether the newest message is on the screen, when this tab is. */
  isSeen: boolean;
}

/**
 * Tells the graph what has been read, when it has really been on the screen. A mark only moves up. A component that draws
 * nothing: with whether the tab is looked at, the conversation need not be drawn again.
 */
export function ReadMark({ exchangeId, viewerId, lastSeq, readSeq, isSeen: isAtEnd }: ReadMarkProps): null {
  const client = useApolloClient();
  const isVisible = useVisible();
  const isSeen = isAtEnd && isVisible;
  const told = useRef(0);
  useEffect(() => {
    if (!isSeen || lastSeq <= Math.max(readSeq, told.current)) return;
    const timer = setTimeout(() => {
      told.current = lastSeq;
      client
        .mutate({ mutation: MarkMessagesReadDocument, variables: { exchangeId, seq: lastSeq }, context: { isIdempotent: true } })
        .then(() => writeOwnReadMark(client.cache, { exchangeId, viewerId, seq: lastSeq }))
        // Not told, so told again with the next look.
        .catch(() => (told.current = 0));
    }, LOOK_MS);
    return () => clearTimeout(timer);
  }, [client, exchangeId, viewerId, lastSeq, readSeq, isSeen]);
  return null;
}
