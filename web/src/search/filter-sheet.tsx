'use client';
import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { FilterPanel } from './filter-panel';

interface FilterSheetProps extends ComponentProps<typeof FilterPanel> {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** How much there is with the present choices; null until it is known. */
  count: number | null;
}

/** The filters on a phone, over what was found. */
export function FilterSheet({ open, onOpenChange, count, ...panel }: FilterSheetProps) {
  const t = useTranslations('search');
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title={t('filters')} className="pb-0">
      <FilterPanel {...panel} />
      <div className="sticky bottom-0 -mx-5 mt-5 bg-paper px-5 pt-3 pb-[max(1.25rem,env(safe-area-inset-bottom))]">
        <Button className="w-full" onClick={() => onOpenChange(false)}>
          {count === null ? t('showAny') : t('show', { count })}
        </Button>
      </div>
    </Sheet>
  );
}
