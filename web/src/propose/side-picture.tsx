'use client';
import type { ReactNode } from 'react';
import type { SwapItemFragment } from '@/exchange/swap-item.generated';
import { Photo } from '@/photo/photo';
import { cn } from '@/ui/cn';

const MOST_SHOWN = 4;

/** What one side gives, in one frame: a picture, or up to four of them; `children` where there is nothing yet. */
export function SidePicture({ items, children }: { items: readonly SwapItemFragment[]; children?: ReactNode }) {
  const shown = items.slice(0, MOST_SHOWN);
  const surplus = items.length - shown.length;
  return (
    <div className={cn('relative grid aspect-[7/8] overflow-hidden rounded-picture bg-sunk', shown.length > 1 && 'gap-0.5', shown.length > 2 && 'grid-cols-2', shown.length === 2 && 'grid-rows-2')}>
      {shown.map((item, index) => (
        <span key={item.id} className={cn('min-h-0 overflow-hidden', shown.length === 3 && index === 0 && 'col-span-2')}>
          <Photo photo={item.photos[0]} alt="" sizes="(min-width: 56rem) 360px, 45vw" isFirst />
        </span>
      ))}
      {surplus > 0 && <span className="tabular absolute right-2.5 bottom-2.5 rounded-full bg-surface px-2.5 py-1 text-xs font-semibold">+{surplus}</span>}
      {items.length === 0 && children}
    </div>
  );
}
