'use client';
import { WifiOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { ButtonLink } from '@/ui/link';

/** Opens what one wanted, as `from` in the address says; a page of another site is none of that. */
function retry(): void {
  const { href, origin, search } = window.location;
  const wanted = new URL(new URLSearchParams(search).get('from') ?? href, origin);
  window.location.replace(wanted.origin === origin ? wanted : '/');
}

/** Stands for a page that was not visited yet and can't be had now; goes there by itself when the network is back. */
export function OfflineScreen() {
  const t = useTranslations('frame');
  useEffect(() => {
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, []);
  const actions = (
    <>
      <Button size="panel" onClick={retry}>
        {t('offlineAction')}
      </Button>
      <ButtonLink href="/" variant="outline" size="panel">
        {t('home')}
      </ButtonLink>
    </>
  );
  return (
    <div className="page">
      <Empty level={1} icon={WifiOff} title={t('offlineTitle')} action={actions}>
        {t('offlineText')}
      </Empty>
    </div>
  );
}
