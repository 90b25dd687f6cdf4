'use client';
import { ChevronRight, Star } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Avatar } from '@/ui/avatar';
import { Link } from '@/ui/link';
import type { OwnerCardFragment } from './item-page.generated';

/** Who has a thing, and how their exchanges went; leads to their profile. */
export function OwnerCard({ owner }: { owner: OwnerCardFragment }) {
  const t = useTranslations('item');
  const format = useFormatter();
  const { rating, completedExchanges } = owner.reputation ?? { rating: null, completedExchanges: 0 };
  return (
    <Link href={`/users/${owner.id}`} className="group flex min-h-15 items-center gap-3.5 rounded-picture">
      <Avatar person={owner} />
      <span className="min-w-0 flex-1">
        <span dir="auto" className="clamp-1 font-semibold break-all group-hover:underline">
          {owner.displayName}
        </span>
        <span className="tabular flex flex-wrap items-center gap-x-1.5 text-xs text-ink-2">
          {rating !== null && (
            <>
              <span className="inline-flex items-center gap-1">
                <Star className="size-3.5 fill-sun text-sun" aria-hidden />
                <span className="sr-only">{t('reviews', { rating: format.number(rating) })}</span>
                <span aria-hidden>{format.number(rating, { minimumFractionDigits: 1 })}</span>
              </span>
              <span aria-hidden>·</span>
            </>
          )}
          {t('exchanges', { count: completedExchanges })}
          {owner.area && (
            <>
              <span aria-hidden>·</span>
              <span dir="auto">{owner.area}</span>
            </>
          )}
        </span>
      </span>
      <ChevronRight className="size-5 shrink-0 text-ink-2" aria-hidden />
    </Link>
  );
}
