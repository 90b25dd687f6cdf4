'use client';
import { useTranslations } from 'next-intl';
import { Field, TextInput } from '@/ui/field';

interface HandleFieldProps {
  value: string;
  error: string | null;
  onChange(typed: string): void;
  onLeave(): void;
}

/** The name by which a person is found, after an @. */
export function HandleField({ value, error, onChange, onLeave }: HandleFieldProps) {
  const t = useTranslations('account');
  return (
    <Field label={t('handle')} hint={t('handleHint')} error={error}>
      <span className="relative block">
        <span aria-hidden className="pointer-events-none absolute inset-y-0 left-4 flex items-center text-lg text-ink-2">
          @
        </span>
        {/* Not `username`: one logs in by e-mail, and that is what a password manager is to keep. */}
        <TextInput
          name="handle"
          value={value}
          onValueChange={onChange}
          onBlur={onLeave}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          required
          className="pl-9 lowercase"
        />
      </span>
    </Field>
  );
}
