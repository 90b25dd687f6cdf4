'use client';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { CountBadge } from '@/frame/count-badge';
import { cn } from '@/ui/cn';
import { Link } from '@/ui/link';
import type { ExchangeRowFragment } from './exchange-row.generated';
import { toSides } from './sides';
import { SwapThumbs } from './swap-thumbs';
import { toTone } from './tones';
import { useStandingWords } from './use-standing-words';

interface ExchangeRowProps {
  exchange: ExchangeRowFragment;
  viewerId: string;
  isOpen: boolean;
}

/** One exchange in the list: what changes hands, with whom, where it stands and what comes next. */
export function ExchangeRow({ exchange, viewerId, isOpen }: ExchangeRowProps) {
  const t = useTranslations('exchange');
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 });
  const { standing, next } = useStandingWords(exchange, viewerId);
  const { other, mine, theirs } = toSides(exchange, viewerId);
  const unread = exchange.unreadMessages ?? 0;
  const changedAt = Date.parse(exchange.updatedAt);
  return (
    <Link
      href={`/exchanges/${exchange.id}`}
     
      aria-current={isOpen ? 'page' : undefined}
      className={cn('flex items-center gap-3.5 rounded-picture px-3 py-3', isOpen ? 'bg-surface outline outline-line' : 'hover:bg-sunk')}
    >
      <SwapThumbs mine={mine} theirs={theirs} ring={isOpen ? 'border-surface' : 'border-paper'} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span dir="auto" className={cn('clamp-1 min-w-0 flex-1', unread > 0 ? 'font-bold' : 'font-semibold')}>
            {other?.displayName ?? t('someone')}
          </span>
          <time dateTime={exchange.updatedAt} className="shrink-0 text-2xs text-ink-2">
            {format.relativeTime(Math.min(changedAt, now.getTime()), { now, style: 'short' })}
          </time>
        </span>
        <span className="flex items-center gap-2">
          <span className={cn('min-w-0 flex-1 text-xs leading-snug font-medium', toTone(standing).words)}>{next}</span>
          <CountBadge count={unread} />
        </span>
      </span>
    </Link>
  );
}
