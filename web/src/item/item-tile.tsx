'use client';
import type { ReactNode } from 'react';
import { Photo } from '@/photo/photo';
import { cn } from '@/ui/cn';
import type { ItemCardFragment } from './item-card.generated';

interface ItemTileProps {
  item: Pick<ItemCardFragment, 'title' | 'photos'>;
  /** How wide the picture is drawn, as in the attribute `sizes`. */
  sizes?: string;
  /** Stands on the picture, such as a mark that it is chosen. */
  children?: ReactNode;
  className?: string;
}

/** A thing in small: a square picture, its title below. For choosing, and for what changes hands; links and buttons go round it. */
export function ItemTile({ item, sizes = '160px', children, className }: ItemTileProps) {
  return (
    <span className={cn('flex min-w-0 flex-col gap-2', className)}>
      <span className="relative block aspect-square overflow-hidden rounded-thumb bg-sunk">
        <Photo photo={item.photos[0]} alt="" sizes={sizes} />
        {children}
      </span>
      <span dir="auto" className="clamp-2 text-base leading-tight font-semibold wrap-anywhere">
        {item.title}
      </span>
    </span>
  );
}
