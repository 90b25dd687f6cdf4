'use client';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/ui/avatar';
import { Link } from '@/ui/link';
import { ExchangeBar } from './exchange-bar';
import type { ExchangeViewFragment } from './exchange-view.generated';
import { toSides } from './sides';

interface ExchangeHeaderProps {
  exchange: ExchangeViewFragment;
  viewerId: string;
  onDetails(): void;
}

/** With whom: the way back, the person, and what else there is. */
export function ExchangeHeader({ exchange, viewerId, onDetails }: ExchangeHeaderProps) {
  const t = useTranslations('exchange');
  const { other } = toSides(exchange, viewerId);
  const name = (
    <h1 dir="auto" className="clamp-1 font-text text-lg font-semibold tracking-normal">
      <span className="sr-only">{t('exchangeWith')} </span>
      {other?.displayName ?? t('someone')}
    </h1>
  );
  return (
    <ExchangeBar>
      {other ? (
        <Link href={`/users/${other.id}`} className="flex min-w-0 flex-1 items-center gap-3 rounded-full pr-2">
          <Avatar person={other} className="size-10.5" />
          <span className="min-w-0">
            {name}
            <span className="clamp-1 text-xs text-leaf-ink">{other.area ?? t('seeProfile')}</span>
          </span>
        </Link>
      ) : (
        <span className="min-w-0 flex-1 pl-2">{name}</span>
      )}
      <button type="button" onClick={onDetails} aria-label={t('details')} className="grid size-11 shrink-0 place-items-center rounded-full hover:bg-sunk">
        <Ellipsis className="size-5.5" aria-hidden />
      </button>
    </ExchangeBar>
  );
}
