'use client';
import { MapPin, Sparkles, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useDistance } from '@/i18n/use-distance';
import { measureMetres, type Point } from '@/town/distance';
import { Link } from '@/ui/link';
import type { ItemPageQuery } from './item-page.generated';

type Item = NonNullable<ItemPageQuery['item']>;

function Chip({ href, icon: Icon, children }: { href: string; icon?: LucideIcon; children: ReactNode }) {
  return (
    <li className="max-w-full">
      <Link href={href} className="touch inline-flex min-h-8.5 max-w-full items-center gap-2 rounded-full border border-line bg-surface px-3.5 text-base hover:bg-sunk">
        {Icon && <Icon className="size-4 shrink-0" strokeWidth={1.9} aria-hidden />}
        <span className="clamp-1 break-all">{children}</span>
      </Link>
    </li>
  );
}

/** A thing's facts, each of which leads to others of the same. */
export function ItemChips({ item, near }: { item: Item; near: Point | null }) {
  const t = useTranslations('item');
  const distance = useDistance();
  const { place } = item;
  return (
    <ul aria-label={t('facts')} className="flex flex-wrap gap-2">
      <Chip icon={Sparkles} href={`/search?condition=${item.condition}`}>
        {t(`condition.${item.condition}`)}
      </Chip>
      {place?.label && (
        <Chip icon={MapPin} href={`/search?near=${place.lat},${place.lng},${encodeURIComponent(place.label)}&order=nearest`}>
          <span className={near ? 'max-desk:hidden' : ''}>{place.label}</span>
          {near && <span className="max-desk:hidden">, </span>}
          {near && t('away', { distance: distance(measureMetres(near, place)) })}
        </Chip>
      )}
      <Chip href={`/search?category=${item.category.slug}`}>{item.category.name}</Chip>
    </ul>
  );
}
