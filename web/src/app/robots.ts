import type { MetadataRoute } from 'next';
import { LOCALES, toHref } from '@/i18n/locales';
import { readOrigin } from './origin';

/** What is of use to one person alone. Exchanges are not named: nothing links to them, and they say nothing without an account. */
const PRIVATE = ['/me', '/settings', '/publish', '/log-in', '/register', '/welcome', '/offline', '/items/*/propose'];

export default async function robots(): Promise<MetadataRoute.Robots> {
  const disallow = LOCALES.flatMap((locale) => PRIVATE.map((path) => toHref(locale, path)));
  return { rules: { userAgent: '*', allow: '/', disallow }, sitemap: new URL('/sitemap.xml', await readOrigin()).href };
}
