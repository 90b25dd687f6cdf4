'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent } from 'react';
import { openDatabase } from '@/offline/database';
import { registerServiceWorker } from './register-service-worker';
import { offerReload, offerUpdates } from './update-toast';
import { useKeptPage } from './use-kept-page';
import { watchLostFiles } from './watch-lost-files';
import { whenIdle } from '@/ui/when-idle';

/** What makes the app open without a network, and renew itself when there is a new version. */
export function OfflineSupport() {
  const t = useTranslations('frame');
  const toTexts = useEffectEvent(() => ({ text: t('updateReady'), action: t('updateNow') }));
  useKeptPage();
  useEffect(() => watchLostFiles(() => offerReload(toTexts())), []);
  useEffect(() => {
    let stop = () => {};
    let isOver = false;
    async function start(): Promise<void> {
      // Loaded by then, so that the worker keeps it: without a network, nothing kept is found without it.
      await openDatabase().catch(() => {});
      const registration = await registerServiceWorker();
      if (registration && !isOver) stop = offerUpdates(registration, () => toTexts());
    }
    // A browser that refuses it, such as in a private window, goes without.
    const callOff = whenIdle(() => void start().catch(() => {}));
    return () => {
      isOver = true;
      callOff();
      stop();
    };
  }, []);
  return null;
}
