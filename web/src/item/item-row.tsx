'use client';
import { useId, type ReactNode } from 'react';
import type { Point } from '@/town/distance';
import { ItemCard } from './item-card';
import type { ItemCardFragment } from './item-card.generated';

interface ItemRowProps {
  title: ReactNode;
  items: readonly ItemCardFragment[];
  near: Point | null;
  /** Beside the title. */
  action?: ReactNode;
}

/** Some things side by side, under a heading; what does not fit is reached by scrolling sideways. */
export function ItemRow({ title, items, near, action }: ItemRowProps) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <div className="mb-3.5 flex items-baseline justify-between gap-4">
        <h2 id={heading} className="text-xl desk:text-2xl">
          {title}
        </h2>
        {action}
      </div>
      {/* The words for screen readers are placed within it, or they would widen the page. */}
      <ul className="relative -mx-4.5 flex snap-x snap-proximity scroll-px-4.5 gap-3.5 overflow-x-auto px-4.5 pt-1 pb-2 [scrollbar-width:none] desk:-mx-10 desk:scroll-px-10 desk:gap-5 desk:px-10">
        {items.map((item) => (
          <li key={item.id} className="w-36 shrink-0 snap-start desk:w-48">
            <ItemCard item={item} near={near} sizes="(min-width: 56rem) 12rem, 9rem" />
          </li>
        ))}
      </ul>
    </section>
  );
}
