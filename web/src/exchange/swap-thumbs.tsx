'use client';
import { useTranslations } from 'next-intl';
import { Photo } from '@/photo/photo';
import { cn } from '@/ui/cn';
import { SwapMark } from '@/ui/swap-mark';
import type { SwapItemFragment } from './swap-item.generated';

interface SwapThumbsProps {
  mine: readonly SwapItemFragment[];
  theirs: readonly SwapItemFragment[];
  /** Colour of the ring round the mark: the ground it stands on. */
  ring?: string;
}

function Thumb({ items }: { items: readonly SwapItemFragment[] }) {
  return (
    <span className="relative block size-12 shrink-0 overflow-hidden rounded-thumb bg-sunk outline -outline-offset-1 outline-line">
      <Photo photo={items[0]?.photos[0]} alt="" sizes="48px" isFirst />
      {items.length > 1 && <span className="tabular absolute right-0.5 bottom-0.5 rounded-full bg-surface px-1.5 text-2xs font-bold text-ink">{items.length}</span>}
    </span>
  );
}

/** What the viewer gives, the mark, what they get: a swap in the width of a thumb. */
export function SwapThumbs({ mine, theirs, ring = 'border-paper' }: SwapThumbsProps) {
  const t = useTranslations('exchange');
  const toTitles = (items: readonly SwapItemFragment[]) => items.map(({ title }) => title).join(', ');
  return (
    <span className="flex shrink-0 items-center">
      <span className="sr-only">{t('swapInWords', { mine: toTitles(mine), theirs: toTitles(theirs) })}</span>
      <Thumb items={mine} />
      <SwapMark className={cn('relative z-1 -mx-2.5 size-7 border-3', ring)} />
      <Thumb items={theirs} />
    </span>
  );
}
