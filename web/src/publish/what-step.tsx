'use client';
import { useTranslations } from 'next-intl';
import { TextArea, TextInput } from '@/ui/field';
import { CategoryField } from './category-field';
import { CountedField } from './counted-field';
import { LIMITS, type PublishForm } from './publish-form';
import type { FieldErrors } from './use-field-errors';

/** What the screens with fields are given. */
export interface StepFieldsProps {
  form: PublishForm;
  errors: FieldErrors;
  change(part: Partial<PublishForm>): void;
}

/** What it is: its name, what there is to know, and where it belongs. */
export function WhatStep({ form, errors, change }: StepFieldsProps) {
  const t = useTranslations('publish');
  return (
    <>
      <div data-field="title">
        <CountedField label={t('titleLabel')} hint={t('titleHint')} error={errors.title} text={form.title} max={LIMITS.title.max}>
          <TextInput value={form.title} onValueChange={(title) => change({ title })} autoComplete="off" enterKeyHint="next" />
        </CountedField>
      </div>
      <div data-field="description">
        <CountedField label={t('descriptionLabel')} hint={t('descriptionHint')} error={errors.description} text={form.description} max={LIMITS.description.max}>
          <TextArea value={form.description} onChange={({ target }) => change({ description: target.value })} className="max-h-96 min-h-32" />
        </CountedField>
      </div>
      <div data-field="categoryId">
        <CategoryField value={form.categoryId} onChange={(categoryId) => change({ categoryId })} error={errors.categoryId} />
      </div>
    </>
  );
}
