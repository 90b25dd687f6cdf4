'use client';
import { useApolloClient } from '@apollo/client/react';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef } from 'react';
import { describeError } from '@/graph/describe-error';
import { useLiveState } from '@/graph/live-context';
import { watchOutbox } from '@/offline/outbox';
import { useSession } from '@/session/session-context';
import type { MessageViewFragment } from './messages.generated';
import { createOutboxSender, type OutboxSender } from './outbox-sender';
import { createSendWaiting } from './send-waiting';
import { writeMessages } from './write-messages';

/** Sends what a person wrote, from whichever page they are on: now, when the network is back, when the tab is looked at. */
export function useOutboxSender(viewerId: string): void {
  const client = useApolloClient();
  const session = useSession();
  const t = useTranslations('common');
  const describe = useEffectEvent((error: unknown) => describeError(error, t));
  const current = useRef<OutboxSender | null>(null);

  useEffect(() => {
    const sender = createOutboxSender({ viewerId, send: createSendWaiting({ client, session, describe: (error) => describe(error) }) });
    const onVisible = () => document.visibilityState === 'visible' && sender.wake();
    const stopWatching = watchOutbox(({ sent }) => {
      // Another tab has sent it: here it is known before it no longer waits.
      if (sent) writeMessages(client.cache, sent.exchangeId, [sent.message as MessageViewFragment]);
      sender.wake();
    });
    window.addEventListener('online', sender.wake);
    document.addEventListener('visibilitychange', onVisible);
    sender.wake();
    current.current = sender;
    return () => {
      sender.stop();
      stopWatching();
      window.removeEventListener('online', sender.wake);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [client, session, viewerId]);

  const liveState = useLiveState();
  useEffect(() => {
    if (liveState === 'connected') current.current?.wake();
  }, [liveState]);
}
