'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { splitPath } from '@/i18n/locales';
import { tellWorker } from './register-service-worker';
import { whenIdle } from '@/ui/when-idle';

/** What one wants to find again without a network. */
const WORTH_KEEPING = /^\/($|search$|publish$|me$|exchanges$|(items|exchanges)\/[^/]+$)/;
/** Who stays so long looks at the page, in milliseconds. */
const LOOK_MS = 3_000;

const isSavingData = (): boolean => (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData ?? false;

/** Lets the worker keep each page that is looked at: one that was reached by a link came in parts, which can't be opened by themselves. */
export function useKeptPage(): void {
  const pathname = usePathname();
  const search = useSearchParams().toString();
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator) || isSavingData()) return;
    if (!WORTH_KEEPING.test(splitPath(pathname).path)) return;
    let callOff = () => {};
    const timer = setTimeout(() => {
      callOff = whenIdle(() => void tellWorker({ kind: 'keep', url: window.location.href }));
    }, LOOK_MS);
    return () => {
      clearTimeout(timer);
      callOff();
    };
  }, [pathname, search]);
}
