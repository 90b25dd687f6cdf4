'use client';
import { ChevronRight } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useCategories } from '@/category/use-categories';
import { cn } from '@/ui/cn';
import { fieldClasses } from '@/ui/field';

const CategorySheet = dynamic(() => import('./category-sheet').then(({ CategorySheet }) => CategorySheet), { ssr: false });

interface CategoryFieldProps {
  value: string | null;
  onChange(categoryId: string): void;
  error?: string | undefined;
}

/** Shows the category, and opens the choice of another. */
export function CategoryField({ value, onChange, error }: CategoryFieldProps) {
  const t = useTranslations('publish');
  const categories = useCategories();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const chosen = categories.all.find((category) => category.id === value);
  const parent = categories.all.find((category) => category.id === chosen?.parent?.id);
  return (
    <div className="flex flex-col gap-1.5">
      <span id={`${id}label`} className="font-semibold">
        {t('categoryLabel')}
      </span>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-labelledby={`${id}label ${id}value`}
        aria-describedby={error ? `${id}error` : undefined}
        onClick={() => setIsOpen(true)}
        className={cn(fieldClasses, 'flex min-h-13 items-center gap-3 text-start', error && 'border-clay')}
      >
        <span id={`${id}value`} className={cn('flex-1', !chosen && 'text-ink-2')}>
          {chosen ? (parent ? `${parent.name} › ${chosen.name}` : chosen.name) : t('categoryChoose')}
        </span>
        <ChevronRight className="size-5 shrink-0 text-ink-2" aria-hidden />
      </button>
      {error && (
        <p id={`${id}error`} role="alert" className="text-xs font-medium text-clay-ink">
          {error}
        </p>
      )}
      <CategorySheet
        categories={categories}
        value={value}
        open={isOpen}
        onOpenChange={setIsOpen}
        onChoose={(categoryId) => {
          onChange(categoryId);
          setIsOpen(false);
        }}
      />
    </div>
  );
}
