'use client';
import { ChevronRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Photo } from '@/photo/photo';
import { Link } from '@/ui/link';
import { ChangeList } from './change-list';
import type { ExchangeViewFragment } from './exchange-view.generated';
import { toShortName, toSides } from './sides';
import type { SwapItemFragment } from './swap-item.generated';
import { TurnButtons } from './turn-buttons';
import { whatChanged } from './what-changed';

interface SwapDetailsProps {
  exchange: ExchangeViewFragment;
  viewerId: string;
  readAgain(): void;
}

function ItemList({ title, items }: { title: string; items: readonly SwapItemFragment[] }) {
  const t = useTranslations('exchange');
  return (
    <section className="min-w-0">
      <h3 className="mb-1.5 font-text text-xs font-semibold tracking-normal text-ink-2">{title}</h3>
      <ul className="divide-y divide-line overflow-hidden rounded-picture border border-line bg-surface">
        {items.map((item) => (
          <li key={item.id}>
            <Link href={`/items/${item.id}`} className="flex items-center gap-3 p-2.5 hover:bg-sunk">
              <span className="size-12 shrink-0 overflow-hidden rounded-thumb">
                <Photo photo={item.photos[0]} alt="" sizes="48px" />
              </span>
              <span className="min-w-0 flex-1">
                <span dir="auto" className="clamp-2 font-semibold wrap-anywhere">
                  {item.title}
                </span>
                {item.status === 'WITHDRAWN' && <span className="text-xs text-ink-2">{t('withdrawn')}</span>}
              </span>
              <ChevronRight className="size-5 shrink-0 text-ink-2" aria-hidden />
            </Link>
          </li>
        ))}
        {items.length === 0 && <li className="p-3 text-ink-2">{t('itemsUnknown')}</li>}
      </ul>
    </section>
  );
}

/** All there is to know of a swap: both sides, every offer with its word and what it changed, and the ways out. */
export function SwapDetails({ exchange, viewerId, readAgain }: SwapDetailsProps) {
  const t = useTranslations('exchange');
  const format = useFormatter();
  const { other, mine, theirs } = toSides(exchange, viewerId);
  const name = other ? toShortName(other.displayName) : t('someone');
  return (
    <div className="flex flex-col gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <ItemList title={t('youGive')} items={mine} />
        <ItemList title={t('youGet')} items={theirs} />
      </div>
      <section>
        <h3 className="mb-2 text-lg">{t('offers')}</h3>
        <ol className="flex flex-col gap-3">
          {exchange.revisions.toReversed().map((revision) => {
            const before = exchange.revisions.find(({ number }) => number === revision.number - 1);
            const isMine = revision.author?.id === viewerId;
            return (
              <li key={revision.number} className="rounded-picture bg-surface p-3.5">
                <p className="flex flex-wrap items-baseline justify-between gap-x-3">
                  <span className="font-semibold">{t(revision.number === 1 ? (isMine ? 'step.firstMine' : 'step.first') : isMine ? 'step.nextMine' : 'step.next', { name })}</span>
                  <time dateTime={revision.createdAt} className="text-xs text-ink-2">
                    {format.dateTime(Date.parse(revision.createdAt), { dateStyle: 'medium', timeStyle: 'short' })}
                  </time>
                </p>
                {before && (
                  <div className="mt-2">
                    <ChangeList changes={whatChanged(before.legs, revision.legs)} viewerId={viewerId} name={name} />
                  </div>
                )}
                {revision.note && (
                  <p dir="auto" className="mt-2 wrap-anywhere whitespace-pre-wrap text-ink-2">
                    {revision.note}
                  </p>
                )}
              </li>
            );
          })}
        </ol>
      </section>
      {other && (
        <Link href={`/users/${other.id}`} className="flex min-h-11 items-center gap-1 font-semibold text-leaf-ink hover:underline">
          {t('profileOf', { name })}
          <ChevronRight className="size-4.5" aria-hidden />
        </Link>
      )}
      <TurnButtons exchange={exchange} viewerId={viewerId} readAgain={readAgain} only={(turn) => turn === 'cancel' || turn === 'decline'} />
    </div>
  );
}
