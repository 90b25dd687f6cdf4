'use client';
import { useFormatter, useNow, useTimeZone, useTranslations } from 'next-intl';
import { toDayNumber } from '@/exchange/deadline';
import type { ExchangeViewFragment } from '@/exchange/exchange-view.generated';
import type { WaitingMessage } from '@/offline/database';
import { MessageBubble } from './message-bubble';
import { StepView } from './step-view';
import type { TimelineDay } from './timeline';

type Step = ExchangeViewFragment['revisions'][number];

interface TimelineViewProps {
  days: TimelineDay<Step>[];
  exchange: ExchangeViewFragment;
  viewerId: string;
  onDetails(): void;
  onEdit(message: WaitingMessage): void;
}

/** A day's name: today and yesterday, else its date. */
function DayName({ atMs }: { atMs: number }) {
  const t = useTranslations('chat');
  const format = useFormatter();
  const timeZone = useTimeZone() ?? 'UTC';
  const now = useNow({ updateInterval: 60_000 });
  const daysAgo = toDayNumber(now.getTime(), timeZone) - toDayNumber(atMs, timeZone);
  const isThisYear = new Date(atMs).getFullYear() === now.getFullYear();
  const date = () => format.dateTime(atMs, { weekday: 'long', day: 'numeric', month: 'long', ...(!isThisYear && { year: 'numeric' }) });
  return <h2 className="mt-5 mb-2 text-center font-text text-xs font-medium tracking-normal text-ink-2 first-letter:uppercase">{daysAgo === 0 ? t('today') : daysAgo === 1 ? t('yesterday') : date()}</h2>;
}

/** A conversation by days: messages, and the steps of the exchange between them. */
export function TimelineView({ days, exchange, viewerId, onDetails, onEdit }: TimelineViewProps) {
  return days.map((day) => (
    <section key={day.key} className="flex flex-col">
      <DayName atMs={day.atMs} />
      {/* One list of keys: a message that joins a run of others stays the same element. */}
      {day.entries.flatMap((entry) =>
        entry.kind === 'step'
          ? [<StepView key={entry.key} step={entry.step} exchange={exchange} viewerId={viewerId} onDetails={onDetails} />]
          : entry.messages.map((message, index) => (
              <MessageBubble key={message.key} message={message} isFirst={index === 0} isLast={index === entry.messages.length - 1} onEdit={onEdit} />
            )),
      )}
    </section>
  ));
}
