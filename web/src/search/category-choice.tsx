'use client';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { Categories } from '@/category/use-categories';
import { fieldClasses } from '@/ui/field';
import { cn } from '@/ui/cn';

interface CategoryChoiceProps {
  categories: Categories;
  /** The slug of a category; null is all of them. */
  value: string | null;
  onChange(slug: string | null): void;
}

/** A category and those below it, by the browser's own list: the best one on a phone. */
export function CategoryChoice({ categories, value, onChange }: CategoryChoiceProps) {
  const t = useTranslations('search');
  const id = useId();
  return (
    <div className="flex flex-col gap-2.5">
      <label htmlFor={id} className="text-base font-semibold">
        {t('category')}
      </label>
      <span className="relative">
        <select id={id} value={value ?? ''} onChange={(event) => onChange(event.target.value || null)} className={cn(fieldClasses, 'cursor-pointer appearance-none truncate pr-11')}>
          <option value="">{t('anyCategory')}</option>
          {categories.tops.map((top) => (
            <optgroup key={top.id} label={top.name}>
              <option value={top.slug}>{top.name}</option>
              {categories.childrenOf(top.id).map(({ id, slug, name }) => (
                <option key={id} value={slug}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <ChevronDown className="pointer-events-none absolute top-1/2 right-4 size-5 -translate-y-1/2 text-ink-2" aria-hidden />
      </span>
    </div>
  );
}
