'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Categories } from '@/category/use-categories';
import { useDistance } from '@/i18n/use-distance';
import { Button } from '@/ui/button';
import { NO_FILTERS, type SearchFilters } from './filters';

interface Chip {
  key: string;
  label: string;
  /** The filters without it. */
  rest: Partial<SearchFilters>;
}

/** What narrows the search besides its words, one by one. */
export function useFilterChips({ category, conditions, within, town }: SearchFilters, categories: Categories): Chip[] {
  const t = useTranslations('search');
  const tItem = useTranslations('item');
  const distance = useDistance();
  return [
    ...(category ? [{ key: 'category', label: categories.find(category)?.name ?? category, rest: { category: null } }] : []),
    ...conditions.map((condition) => ({ key: condition, label: tItem(`condition.${condition}`), rest: { conditions: conditions.filter((other) => other !== condition) } })),
    ...(town ? [{ key: 'town', label: t('near', { town: town.name }), rest: { town: null } }] : []),
    ...(within ? [{ key: 'within', label: t('within', { distance: distance(within * 1_000) }), rest: { within: null } }] : []),
  ];
}

/** The filters in force, each of which can be taken away. */
export function FilterChips({ chips, onChange }: { chips: readonly Chip[]; onChange(part: Partial<SearchFilters>): void }) {
  const t = useTranslations('search');
  if (chips.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ul aria-label={t('activeFilters')} className="contents">
        {chips.map(({ key, label, rest }) => (
          <li key={key}>
            <Button variant="outline" size="pill" aria-label={t('removeFilter', { filter: label })} onClick={() => onChange(rest)} className="gap-1.5 border-leaf-soft bg-leaf-soft pr-2.5 text-leaf-ink hover:bg-leaf-soft">
              {label}
              <X aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <Button variant="link" size="pill" onClick={() => onChange({ ...NO_FILTERS })}>
        {t('clearAll')}
      </Button>
    </div>
  );
}
