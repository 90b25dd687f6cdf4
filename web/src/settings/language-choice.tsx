'use client';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LOCALES } from '@/i18n/locales';
import { useSwitchLanguage } from '@/i18n/use-switch-language';
import { LANGUAGE_NAMES } from './language-names';
import { Section } from './section';

/** The language of the app, changed as soon as one is chosen. */
export function LanguageChoice() {
  const t = useTranslations('settings');
  const { chosen, switchTo } = useSwitchLanguage();
  return (
    <Section title={t('language')} text={t('languageText')}>
      <div role="radiogroup" aria-label={t('language')} className="grid grid-cols-2 gap-3">
        {LOCALES.map((locale) => (
          <label
            key={locale}
            lang={locale}
            className="flex min-h-14 items-center justify-between gap-1 rounded-picture border border-line px-3.5 py-3 text-lg font-semibold has-checked:border-leaf has-checked:bg-leaf-soft has-checked:text-leaf-ink has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-leaf"
          >
            <input type="radio" name="language" value={locale} checked={chosen === locale} onChange={() => switchTo(locale)} className="peer sr-only" />
            {LANGUAGE_NAMES[locale]}
            <Check className="invisible size-5 shrink-0 peer-checked:visible" aria-hidden />
          </label>
        ))}
      </div>
    </Section>
  );
}
