'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { TextArea } from '@/ui/field';
import { CountedField } from './counted-field';
import { CONDITIONS, LIMITS } from './publish-form';
import type { StepFieldsProps } from './what-step';

/** How worn it is, and what would be welcome for it. */
export function ConditionStep({ form, errors, change }: StepFieldsProps) {
  const t = useTranslations('publish');
  const item = useTranslations('item');
  const id = useId();
  return (
    <>
      <fieldset data-field="condition" aria-describedby={errors.condition ? `${id}error` : undefined} className="flex flex-col gap-2">
        <legend className="mb-2 font-semibold">{t('conditionLabel')}</legend>
        {CONDITIONS.map((condition) => (
          <label
            key={condition}
            className="flex min-h-14 items-start gap-3.5 rounded-picture border border-line bg-surface px-4 py-3 transition-colors hover:bg-sunk has-checked:border-leaf has-checked:bg-leaf-soft has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-leaf"
          >
            <input
              type="radio"
              name={`${id}condition`}
              checked={form.condition === condition}
              onChange={() => change({ condition })}
              aria-describedby={`${id}${condition}`}
              className="peer mt-0.5 size-5 shrink-0 appearance-none rounded-full border-2 border-ink-2 outline-none checked:border-[6px] checked:border-leaf"
            />
            <span className="flex flex-col">
              <span className="font-semibold">{item(`condition.${condition}`)}</span>
              <span id={`${id}${condition}`} className="text-xs text-ink-2">
                {t(`conditionText.${condition}`)}
              </span>
            </span>
          </label>
        ))}
        {errors.condition && (
          <p id={`${id}error`} role="alert" className="text-xs font-medium text-clay-ink">
            {errors.condition}
          </p>
        )}
      </fieldset>
      <div data-field="wishes">
        <CountedField label={t('wishesLabel')} hint={t('wishesHint')} error={errors.wishes} text={form.wishes} max={LIMITS.wishes.max}>
          <TextArea value={form.wishes} onChange={({ target }) => change({ wishes: target.value })} className="max-h-72" />
        </CountedField>
      </div>
    </>
  );
}
