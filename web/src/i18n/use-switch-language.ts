'use client';
import { useApolloClient } from '@apollo/client/react';
import { useLocale, useTranslations } from 'next-intl';
import { usePathname } from 'next/navigation';
import { writeDeviceCookie } from '@/device-cookie';
import { useViewerId } from '@/session/session-context';
import { say } from '@/ui/toasts';
import { ChangeAccountLanguageDocument } from './account-language.generated';
import { LOCALE_COOKIE, splitPath, toHref, type Locale } from './locales';

/** The graph's names of our languages. */
export const ACCOUNT_LOCALES = { fr: 'FR', en: 'EN' } as const satisfies Record<Locale, string>;

/**
 * How the language is changed in place: what is on the page, and what was typed into it, stays. `chosen` is ahead of
 * the texts by the moment that they take to come.
 */
export function useSwitchLanguage() {
  const t = useTranslations('common');
  const client = useApolloClient();
  const viewerId = useViewerId();
  const locale = useLocale();
  const chosen = splitPath(usePathname()).locale ?? locale;

  function switchTo(next: Locale): void {
    if (next === chosen) return;
    // The texts of the other language are not here, and the page would be left in search of them.
    if (!navigator.onLine) return say(t('failedNetwork'));
    writeDeviceCookie(LOCALE_COOKIE, next);
    const { pathname, search, hash } = window.location;
    // Both addresses are one page (see proxy.ts), so nobody moves: LanguageGuard sees the new one and asks for its texts.
    window.history.replaceState(null, '', `${toHref(next, splitPath(pathname).path)}${search}${hash}`);
    // The language of mail follows. Where that fails, the page is right all the same, and the next change tries again.
    if (viewerId) client.mutate({ mutation: ChangeAccountLanguageDocument, variables: { locale: ACCOUNT_LOCALES[next] } }).catch(() => {});
  }

  return { chosen, isSwitching: chosen !== locale, switchTo };
}
