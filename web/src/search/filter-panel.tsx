'use client';
import { useTranslations } from 'next-intl';
import type { Categories } from '@/category/use-categories';
import { RadiusPills } from '@/town/radius-pills';
import { TownField } from '@/town/town-field';
import type { Town } from '@/town/town';
import { CheckPills } from '@/ui/pills';
import { CategoryChoice } from './category-choice';
import { CONDITIONS, type SearchFilters } from './filters';

interface FilterPanelProps {
  filters: SearchFilters;
  /** Of the search, or of the visitor. */
  town: Town | null;
  categories: Categories;
  onChange(part: Partial<SearchFilters>): void;
}

/** Everything by which a search can be narrowed; each choice counts at once. */
export function FilterPanel({ filters, town, categories, onChange }: FilterPanelProps) {
  const t = useTranslations('search');
  const tItem = useTranslations('item');
  return (
    <div className="flex flex-col gap-7">
      <CategoryChoice categories={categories} value={filters.category} onChange={(category) => onChange({ category })} />
      <CheckPills
        label={t('condition')}
        choices={CONDITIONS.map((condition) => ({ value: condition, label: tItem(`condition.${condition}`) }))}
        values={filters.conditions}
        onChange={(conditions) => onChange({ conditions })}
      />
      {/* Begins anew when the town is changed from elsewhere. */}
      <TownField key={town?.name} label={t('place')} value={town} onChange={(chosen) => chosen && onChange({ town: chosen })} />
      {town && <RadiusPills value={filters.within} onChange={(within) => onChange({ within })} />}
    </div>
  );
}
