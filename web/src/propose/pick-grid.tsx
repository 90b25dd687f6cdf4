'use client';
import { Check } from 'lucide-react';
import type { SwapItemFragment } from '@/exchange/swap-item.generated';
import { ItemTile } from '@/item/item-tile';
import { cn } from '@/ui/cn';

interface PickGridProps {
  items: readonly SwapItemFragment[];
  chosenIds: readonly string[];
  onToggle(id: string): void;
  className?: string;
}

/** Things to choose from, one or several. */
export function PickGrid({ items, chosenIds, onToggle, className }: PickGridProps) {
  return (
    <ul className={cn('grid grid-cols-3 gap-x-3 gap-y-4', className)}>
      {items.map((item) => {
        const isChosen = chosenIds.includes(item.id);
        return (
          <li key={item.id} className="min-w-0">
            <button type="button" aria-pressed={isChosen} onClick={() => onToggle(item.id)} className={cn('w-full rounded-thumb text-start', isChosen && 'outline-3 outline-offset-3 outline-leaf')}>
              <ItemTile item={item} sizes="(min-width: 56rem) 140px, 30vw">
                {isChosen && (
                  <span className="absolute top-1.5 right-1.5 grid size-7 place-items-center rounded-full bg-leaf text-on-leaf">
                    <Check className="size-4.5" strokeWidth={2.6} aria-hidden />
                  </span>
                )}
              </ItemTile>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
