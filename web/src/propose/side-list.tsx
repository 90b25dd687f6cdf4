'use client';
import { RotateCcw, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { SwapItemFragment } from '@/exchange/swap-item.generated';
import { cn } from '@/ui/cn';

interface SideListProps {
  title: string;
  items: readonly SwapItemFragment[];
  /** What this side gave in the offer that is being changed; without it nothing is marked. */
  before?: readonly SwapItemFragment[] | undefined;
  /** The one that stays. */
  fixedId?: string | undefined;
  onToggle(id: string): void;
}

/** What one side gives, by name; each can be taken out, and what was taken out of an earlier offer put back. */
export function SideList({ title, items, before, fixedId, onToggle }: SideListProps) {
  const t = useTranslations('propose');
  const removed = (before ?? []).filter(({ id }) => !items.some((item) => item.id === id));
  const isAdded = (id: string) => before !== undefined && !before.some((item) => item.id === id);
  return (
    <div className="min-w-0">
      <h2 className="mt-2.5 font-text text-xs font-normal tracking-normal text-ink-2">{title}</h2>
      <ul>
        {[...items.map((item) => ({ item, isIn: true })), ...removed.map((item) => ({ item, isIn: false }))].map(({ item, isIn }) => (
          <li key={item.id} className="flex items-start gap-1">
            <span className="min-w-0 flex-1 py-1.5">
              <span dir="auto" className={cn('clamp-2 leading-snug wrap-anywhere', isIn ? 'font-semibold' : 'text-ink-2 line-through')}>
                {item.title}
              </span>
              {isIn && isAdded(item.id) && <span className="mt-0.5 inline-block rounded-full bg-leaf-soft px-2 py-0.5 text-2xs font-semibold text-leaf-ink">{t('added')}</span>}
              {!isIn && <span className="mt-0.5 inline-block rounded-full bg-clay-soft px-2 py-0.5 text-2xs font-semibold text-clay-ink">{t('removed')}</span>}
            </span>
            {item.id !== fixedId && (
              <button
                type="button"
                aria-label={t(isIn ? 'takeOut' : 'putBack', { title: item.title })}
                onClick={() => onToggle(item.id)}
                className="touch -mr-1.5 grid size-8.5 shrink-0 place-items-center rounded-full text-ink-2 hover:bg-sunk hover:text-ink"
              >
                {isIn ? <X className="size-4.5" aria-hidden /> : <RotateCcw className="size-4.5" aria-hidden />}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
