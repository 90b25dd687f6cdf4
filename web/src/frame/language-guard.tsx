'use client';
import { useLocale } from 'next-intl';
import { usePathname as useFullPathname, useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { splitPath } from '@/i18n/locales';

/** The language follows the address: after going back to a page of the other language, the frame is asked for in it. */
export function LanguageGuard() {
  const locale = useLocale();
  const router = useRouter();
  const { locale: asked } = splitPath(useFullPathname());
  useEffect(() => {
    if (asked && asked !== locale) router.refresh();
  }, [asked, locale, router]);
  return null;
}
