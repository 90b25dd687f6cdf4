import { createNavigation } from 'next-intl/navigation';
import { DEFAULT_LOCALE, LOCALES } from './locales';

/** Links and moves within the web app, by paths without the language: it is put before them. */
export const { Link: LocaleLink, useRouter, usePathname, redirect } = createNavigation({ locales: LOCALES, defaultLocale: DEFAULT_LOCALE, localePrefix: 'always', localeCookie: false });
