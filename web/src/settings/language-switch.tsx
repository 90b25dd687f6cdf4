'use client';
import { Languages } from 'lucide-react';
import { LOCALES } from '@/i18n/locales';
import { useSwitchLanguage } from '@/i18n/use-switch-language';
import { Button } from '@/ui/button';
import { LANGUAGE_NAMES } from './language-names';

/** A small button to the other language, which is called by its own name. */
export function LanguageSwitch({ className }: { className?: string }) {
  const { chosen, isSwitching, switchTo } = useSwitchLanguage();
  return LOCALES.filter((other) => other !== chosen).map((other) => (
    <Button key="other" variant="quiet" size="pill" lang={other} disabled={isSwitching} onClick={() => switchTo(other)} className={className}>
      <Languages aria-hidden />
      {LANGUAGE_NAMES[other]}
    </Button>
  ));
}
