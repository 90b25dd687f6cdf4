'use client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { MarkMessagesReadDocument } from './messages.generated';
import { writeOwnReadMark } from './write-read-state';

/** Someone has to have had a moment to read, in milliseconds. */
const LOOK_MS = 400;

export interface MarkReadOptions {
  exchangeId: string;
  viewerId: string;
  /** The number of the newest message, 0 for none. */
  lastSeq: number;
  /** How far the viewer has read, by the graph. */
  readSeq: number;
  /** Whether the newest message is on the screen. */
  isSeen: boolean;
}

/** Tells the graph what has been read, when it has really been on the screen. A mark only moves up. */
export function useMarkRead({ exchangeId, viewerId, lastSeq, readSeq, isSeen }: MarkReadOptions): void {
  const client = useApolloClient();
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
}
