'use client';
import { ArrowDown } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTimeZone, useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ExchangeQuery } from '@/exchange/exchange.generated';
import { Button } from '@/ui/button';
import type { WaitingMessage } from '@/offline/database';
import { removeFromOutbox } from '@/offline/outbox';
import type { ComposerHandle } from './composer';
import { OlderMessages } from './older-messages';
import { othersReadSeq, ownReadSeq } from './read-marks';
import { toTimeline } from './timeline';
import { TimelineView } from './timeline-view';
import { useConversation } from './use-conversation';
import { ReadMark } from './read-mark';
import { useWaitingMessages } from './use-waiting-messages';
import { useSteadyScroll } from './use-steady-scroll';
import { CONVERSATION_ID } from './conversation-id';

// Asked for at once, beside what stands above it.
const composing = import('./composer');
const Composer = dynamic(() => composing.then(({ Composer }) => Composer), { ssr: false, loading: () => <div className="h-19 shrink-0 border-t border-line bg-surface" /> });

interface ConversationProps {
  exchange: NonNullable<ExchangeQuery['exchange']>;
  viewerId: string;
  readAgain(): void;
  onDetails(): void;
  /** Stands above the messages, and stays in sight where the screen is tall enough. */
  card: ReactNode;
}

/** What is said about an exchange, and the place to say more. */
export function Conversation({ exchange, viewerId, readAgain, onDetails, card }: ConversationProps) {
  const t = useTranslations('chat');
  const timeZone = useTimeZone() ?? 'UTC';
  const composer = useRef<ComposerHandle>(null);
  const { messages, isWhole, older, loadOlder } = useConversation(exchange.id, exchange.messages, readAgain);
  const waiting = useWaitingMessages(exchange.id, viewerId);
  const participantIds = exchange.participants.flatMap((person) => (person ? [person.id] : []));
  const readSeq = othersReadSeq(exchange.readMarks, participantIds, viewerId);
  const days = toTimeline({ messages, waiting, steps: exchange.revisions, viewerId, readSeq, isWhole, timeZone });
  const lastSeq = messages.at(-1)?.seq ?? 0;
  const { scroller, content, isAtEnd, toEnd } = useSteadyScroll(`${messages[0]?.seq} ${lastSeq} ${waiting.length} ${messages.length}`);

  const [seenSeq, setSeenSeq] = useState(lastSeq);
  if (isAtEnd && seenSeq !== lastSeq) setSeenSeq(lastSeq);
  const unseen = messages.filter(({ seq, author }) => seq > seenSeq && author?.id !== viewerId).length;

  // What one writes oneself is always seen.
  const written = waiting.at(-1)?.clientId;
  useEffect(() => {
    if (written) toEnd();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- for each message that is written, and for nothing else
  }, [written]);

  async function takeBack(message: WaitingMessage): Promise<void> {
    composer.current?.put(message.body);
    await removeFromOutbox(message.id!);
  }

  return (
    <>
      <ReadMark exchangeId={exchange.id} viewerId={viewerId} lastSeq={lastSeq} readSeq={ownReadSeq(exchange.readMarks, viewerId)} isSeen={isAtEnd} />
      <div className="relative flex min-h-0 flex-1 flex-col">
        <div ref={scroller} id={CONVERSATION_ID} tabIndex={0} role="region" aria-label={t('conversation')} className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain bg-paper [overflow-anchor:none] -outline-offset-3">
          <div className="z-10 border-b border-line bg-surface px-4 pb-4 [@media(min-height:36rem)]:sticky [@media(min-height:36rem)]:top-0">{card}</div>
          <div ref={content} className="mx-auto flex w-full max-w-3xl flex-col px-4 pt-2 pb-4">
            {!isWhole && <OlderMessages scroller={scroller} state={older} load={loadOlder} />}
            <div role="log" aria-label={t('messages')} aria-busy={older === 'loading'} className="flex flex-col">
              <TimelineView days={days} exchange={exchange} viewerId={viewerId} onDetails={onDetails} onEdit={(message) => void takeBack(message)} />
            </div>
          </div>
        </div>
        {!isAtEnd && unseen > 0 && (
          <Button variant="main" size="panel" onClick={toEnd} className="absolute bottom-3 left-1/2 z-10 -translate-x-1/2">
            {t('newMessages', { count: unseen })}
            <ArrowDown aria-hidden />
          </Button>
        )}
      </div>
      <Composer ref={composer} exchangeId={exchange.id} viewerId={viewerId} onFocus={() => isAtEnd && toEnd()} />
    </>
  );
}
