'use client';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { useDistance } from '@/i18n/use-distance';
import { Photo } from '@/photo/photo';
import { measureMetres, type Point } from '@/town/distance';
import { cn } from '@/ui/cn';
import { Link } from '@/ui/link';
import { PlaceIcon, SwapIcon } from '@/ui/small-icons';
import type { ItemCardFragment } from './item-card.generated';

/** Two columns on a phone, then four, then five. */
const FEED_SIZES = '(min-width: 72rem) 14rem, (min-width: 44rem) 22vw, 46vw';

interface ItemCardProps {
  item: ItemCardFragment;
  /** Where the distance is measured from; without it the place is named. */
  near?: Point | null | undefined;
  /** Of the picture on a phone; a wider screen has all of them 4:5. */
  shape?: 'tall' | 'square' | undefined;
  /** Among the first things seen: its picture is loaded at once. */
  isFirst?: boolean | undefined;
  /** How wide the picture is drawn, as in the attribute `sizes`. */
  sizes?: string | undefined;
  className?: string | undefined;
}

/** A thing in a feed: its picture, how far it is, its title, and what its owner would like for it. */
export const ItemCard = memo(function ItemCard({ item, near, shape = 'tall', isFirst = false, sizes = FEED_SIZES, className }: ItemCardProps) {
  const t = useTranslations('item');
  return (
    <Link href={`/items/${item.id}`} className={cn('group flex min-w-0 flex-col rounded-picture', className)}>
      <span className={cn('relative block overflow-hidden rounded-picture bg-sunk', shape === 'tall' ? 'aspect-4/5' : 'aspect-square @min-[40rem]:aspect-4/5')}>
        <Photo photo={item.photos[0]} alt="" sizes={sizes} isFirst={isFirst} className="transition-transform duration-200 group-hover:scale-[1.02]" />
        <PlacePill item={item} near={near} />
        {item.status !== 'PUBLISHED' && <span className="absolute top-2.5 left-2.5 rounded-full bg-sun-soft px-2.5 py-1 text-2xs font-semibold text-sun-ink">{t(`status.${item.status}`)}</span>}
      </span>
      <span dir="auto" className="clamp-1 mt-2.5 text-base leading-[1.4] font-semibold break-all group-hover:underline">
        {item.title}
      </span>
      <span className="mt-0.5 flex items-center gap-1.5 text-xs text-ink-2">
        <SwapIcon className="size-3.25 shrink-0 text-clay-ink" />
        <span className="sr-only">{t('wishes')} </span>
        <span dir="auto" className="clamp-1 break-all">
          {item.wishes?.trim() || t('openToIdeas')}
        </span>
      </span>
    </Link>
  );
});

function PlacePill({ item: { place }, near }: Pick<ItemCardProps, 'item' | 'near'>) {
  const distance = useDistance();
  if (!place) return null;
  return (
    <span className="tabular absolute bottom-2.5 left-2.5 flex max-w-[calc(100%-1.25rem)] items-center gap-1.5 rounded-full bg-surface px-2.5 py-1 text-2xs font-semibold text-ink">
      <PlaceIcon className="size-3.25 shrink-0" />
      <span className="clamp-1 break-all">{near ? distance(measureMetres(near, place)) : place.label}</span>
    </span>
  );
}
