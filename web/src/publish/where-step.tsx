'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TownField } from '@/town/town-field';
import type { StepFieldsProps } from './what-step';

/** Where it is, and how all of it will look. */
export function WhereStep({ form, errors, change, preview }: StepFieldsProps & { preview: ReactNode }) {
  const t = useTranslations('publish');
  return (
    <>
      <div data-field="town">
        <TownField label={t('townLabel')} value={form.town} onChange={(town) => change({ town })} error={errors.town ?? null} />
      </div>
      {preview}
    </>
  );
}
