'use client';
import { Check, CheckCheck, CircleAlert, Clock } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useOnline } from '@/frame/use-online';
import type { WaitingMessage } from '@/offline/database';
import { removeFromOutbox } from '@/offline/outbox';
import { Button } from '@/ui/button';
import { cn } from '@/ui/cn';
import type { MessageState, TimelineMessage } from './timeline';

interface MessageBubbleProps {
  message: TimelineMessage;
  /** Of a run: the first and the last are drawn apart, and the last says when and how far. */
  isFirst: boolean;
  isLast: boolean;
  onEdit(message: WaitingMessage): void;
}

const ICONS = { sent: Check, read: CheckCheck, waiting: Clock, refused: CircleAlert } as const;

function Fate({ state }: { state: MessageState }) {
  const t = useTranslations('chat');
  const isOnline = useOnline();
  if (state === 'received') return null;
  const Icon = ICONS[state];
  return (
    <>
      <Icon className="size-4 shrink-0" aria-hidden />
      {t(state === 'waiting' && isOnline ? 'state.sending' : `state.${state}`)}
    </>
  );
}

/** One message, and under the last of a run its time and how far it has come. What people write is text and nothing else. */
export function MessageBubble({ message, isFirst, isLast, onEdit }: MessageBubbleProps) {
  const t = useTranslations('chat');
  const format = useFormatter();
  const { body, atMs, isMine, author, state, waiting } = message;
  return (
    <article data-anchor className={cn('flex max-w-[82%] flex-col desk:max-w-[72%]', isFirst ? 'mt-2.5' : 'mt-1', isMine ? 'items-end self-end' : 'items-start self-start')}>
      <span className="sr-only">{isMine ? t('byYou') : t('by', { name: author?.displayName ?? t('someone') })}</span>
      <p
        dir="auto"
        className={cn(
          'max-w-full rounded-[1.25rem] px-4 py-2.5 text-start text-lg wrap-anywhere whitespace-pre-wrap',
          state === 'refused' ? 'bg-clay-soft text-clay-ink' : isMine ? 'bg-leaf text-on-leaf' : 'border border-line bg-surface text-ink',
          isLast && (isMine ? 'rounded-br-md' : 'rounded-bl-md'),
        )}
      >
        {body}
      </p>
      {isLast && (
        <p className={cn('tabular mt-1 flex items-center gap-1.5 px-0.5 text-xs', state === 'refused' ? 'text-clay-ink' : 'text-ink-2')}>
          <time dateTime={new Date(atMs).toISOString()}>{format.dateTime(atMs, { timeStyle: 'short' })}</time>
          <Fate state={state} />
        </p>
      )}
      {state === 'refused' && waiting && (
        <div className="mt-1 flex flex-col items-end gap-2">
          <p className="text-xs text-clay-ink">{waiting.refusal}</p>
          <span className="flex gap-2">
            <Button variant="outline" size="pill" onClick={() => onEdit(waiting)}>
              {t('edit')}
            </Button>
            <Button variant="danger" size="pill" onClick={() => void removeFromOutbox(waiting.id!)}>
              {t('delete')}
            </Button>
          </span>
        </div>
      )}
    </article>
  );
}
