'use client';
import { Minus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { SideChange } from './what-changed';

interface ChangeListProps {
  changes: SideChange<{ id: string; title: string }>[];
  viewerId: string;
  /** The other one, as one says it in a sentence. */
  name: string;
}

/** What was added and taken out, on each side. */
export function ChangeList({ changes, viewerId, name }: ChangeListProps) {
  const t = useTranslations('exchange');
  return (
    <ul className="flex flex-col gap-1">
      {changes.flatMap(({ giverId, added, removed }) => {
        const side = giverId === viewerId ? 'mine' : 'theirs';
        return [...added.map((item) => ({ item, isAdded: true })), ...removed.map((item) => ({ item, isAdded: false }))].map(({ item, isAdded }) => (
          <li key={`${item.id} ${isAdded}`} className="flex items-start gap-1.5 text-start">
            {isAdded ? <Plus className="mt-0.75 size-4 shrink-0" aria-hidden /> : <Minus className="mt-0.75 size-4 shrink-0" aria-hidden />}
            <span className="min-w-0 wrap-anywhere">{t(`change.${side}${isAdded ? 'Added' : 'Removed'}`, { title: item.title, name })}</span>
          </li>
        ));
      })}
    </ul>
  );
}
