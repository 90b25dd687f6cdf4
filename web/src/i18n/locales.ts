/** The languages of the web app, the default one first. */
export const LOCALES = ['fr', 'en'] as const;
/** A language of the web app: the first part of every path. */
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = LOCALES[0];

/** The request header in which the proxy tells the pages which language the path asks for. */
export const LOCALE_HEADER = 'x-locale';
/** The cookie that keeps the language that a person chose. */
export const LOCALE_COOKIE = 'sle_locale';

export const isLocale = (text: string | null | undefined): text is Locale => LOCALES.includes(text as Locale);

/** `/fr/items/1` is French and `/items/1`; a path without a language has null. */
export function splitPath(pathname: string): { locale: Locale | null; path: string } {
  const [, first, ...rest] = pathname.split('/');
  return isLocale(first) ? { locale: first, path: `/${rest.join('/')}` } : { locale: null, path: pathname };
}

/** The address of a path, such as `/items/1`, in a language. */
export const toHref = (locale: Locale, path: string): string => `/${locale}${path === '/' ? '' : path}`;
