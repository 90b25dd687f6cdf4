import 'server-only';
import { getLocale } from 'next-intl/server';
import { LOCALES, toHref } from './locales';

/** The address of a page for search engines, and where it stands in each language. `path` is without the language. */
export const toAlternates = async (path: string): Promise<{ canonical: string; languages: Record<string, string> }> => ({
  canonical: toHref(await getLocale(), path),
  languages: { ...Object.fromEntries(LOCALES.map((locale) => [locale, toHref(locale, path)])), 'x-default': path },
});
