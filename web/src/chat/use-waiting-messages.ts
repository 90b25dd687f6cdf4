'use client';
import { useEffect, useState } from 'react';
import type { WaitingMessage } from '@/offline/database';
import { readOutbox, watchOutbox } from '@/offline/outbox';

const NONE: readonly WaitingMessage[] = [];

/** The viewer's messages of an exchange that are on their way, as they come and go in any tab. */
export function useWaitingMessages(exchangeId: string, viewerId: string): readonly WaitingMessage[] {
  const [waiting, setWaiting] = useState(NONE);
  useEffect(() => {
    let isOver = false;
    let asked = 0;
    const read = async () => {
      const turn = (asked += 1);
      const all = await readOutbox(viewerId).catch(() => NONE);
      if (!isOver && turn === asked) setWaiting(all.filter((message) => message.exchangeId === exchangeId));
    };
    void read();
    const stop = watchOutbox(() => void read());
    return () => {
      isOver = true;
      stop();
    };
  }, [exchangeId, viewerId]);
  return waiting;
}
