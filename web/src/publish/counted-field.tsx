'use client';
import { useFormatter, useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/ui/cn';
import { Field } from '@/ui/field';
import { countCharacters } from './publish-form';

/** From this part of what is allowed on, one sees how much is left. */
const NEAR = 0.8;

interface CountedFieldProps extends Omit<ComponentProps<typeof Field>, 'children'> {
  text: string;
  max: number;
  children: ReactNode;
}

/** A field of text that counts its characters once they come near the limit. Nothing is cut off. */
export function CountedField({ text, max, children, ...field }: CountedFieldProps) {
  const t = useTranslations('publish');
  const format = useFormatter();
  const count = countCharacters(text);
  return (
    <div className="relative">
      <Field {...field}>{children}</Field>
      {count > max * NEAR && (
        <p className={cn('tabular mt-1 text-right text-xs', count > max ? 'font-medium text-clay-ink' : 'text-ink-2')}>
          <span aria-hidden>
            {format.number(count)} / {format.number(max)}
          </span>
          <span className="sr-only">{t('counted', { count, max })}</span>
        </p>
      )}
    </div>
  );
}
