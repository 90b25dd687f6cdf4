'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { usePathname } from '@/i18n/navigation';
import { Button } from '@/ui/button';
import { Logo } from '@/ui/logo';
import { useInstall } from './use-install';

/** How often the app was opened on this device, or that the offer was dismissed. */
const VISITS_KEY = 'sle.visits';
const COUNTED_KEY = 'sle.counted';
const DISMISSED = 'dismissed';
/** Where one is between two tasks. */
const PLACES = ['/', '/me', '/exchanges'];

/** Counts a visit once for each tab that is opened; whether this is at least the second, and nobody said no. */
function isWelcome(): boolean {
  const visits = localStorage.getItem(VISITS_KEY);
  if (visits === DISMISSED) return false;
  if (sessionStorage.getItem(COUNTED_KEY)) return Number(visits) > 1;
  sessionStorage.setItem(COUNTED_KEY, '1');
  localStorage.setItem(VISITS_KEY, String(Number(visits) + 1));
  return Number(visits) > 0;
}

/** Offers to install the app, from the second visit on and until someone says no; at the end of a page, where it covers nothing. */
export function InstallCard() {
  const t = useTranslations('frame');
  const path = usePathname();
  const { canInstall, install } = useInstall();
  // Never on the server: Frame loads it in the browser.
  const [isShown, setIsShown] = useState(isWelcome);
  if (!isShown || !canInstall || !PLACES.includes(path)) return null;

  function dismiss(): void {
    localStorage.setItem(VISITS_KEY, DISMISSED);
    setIsShown(false);
  }

  return (
    <aside aria-label={t('installTitle')} className="page pt-8 pb-6">
      <div className="mx-auto flex max-w-2xl flex-wrap items-center gap-4 rounded-panel border border-line bg-surface p-5">
        <Logo className="size-11 shrink-0" />
        <div className="min-w-44 flex-1">
          <h2 className="text-lg">{t('installTitle')}</h2>
          <p className="mt-1 text-xs text-ink-2">{t('installText')}</p>
        </div>
        <div className="flex grow justify-end gap-2">
          <Button variant="quiet" size="panel" className="grow sm:grow-0" onClick={dismiss}>
            {t('installDismiss')}
          </Button>
          <Button size="panel" className="grow sm:grow-0" onClick={() => void install()}>
            {t('installAction')}
          </Button>
        </div>
      </div>
    </aside>
  );
}
