'use client';
import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field, TextInput } from '@/ui/field';

interface PasswordFieldProps {
  name: string;
  /** Whether a password manager fills in a known one or makes a new one. */
  autoComplete: 'current-password' | 'new-password';
  hint?: string;
  error: string | null;
  onChange(): void;
}

/** A password, which can be looked at. */
export function PasswordField({ name, autoComplete, hint, error, onChange }: PasswordFieldProps) {
  const t = useTranslations('account');
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <Field label={t('password')} hint={hint} error={error}>
      <span className="relative block">
        <TextInput name={name} type={isShown ? 'text' : 'password'} autoComplete={autoComplete} autoCapitalize="none" spellCheck={false} dir="ltr" required onValueChange={onChange} className="pr-14" />
        <button
          type="button"
          onClick={() => setIsShown(!isShown)}
          aria-label={isShown ? t('hidePassword') : t('showPassword')}
          className="absolute inset-y-0 right-1 my-auto grid size-11 place-items-center rounded-full text-ink-2 hover:bg-sunk"
        >
          <Icon className="size-5" aria-hidden />
        </button>
      </span>
    </Field>
  );
}
