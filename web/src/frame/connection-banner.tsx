'use client';
import { WifiOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOnline } from './use-online';

/** Says that there is no network, and that nothing is lost by it. */
export function ConnectionBanner() {
  const t = useTranslations('frame');
  const isOnline = useOnline();
  return (
    <div role="status" className="sticky top-0 z-40 desk:top-18">
      {!isOnline && (
        <p className="flex items-center justify-center gap-2 bg-ink px-4 py-2 text-xs font-medium text-paper">
          <WifiOff className="size-4 shrink-0" aria-hidden />
          {t('offline')}
        </p>
      )}
    </div>
  );
}
