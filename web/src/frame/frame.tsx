'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useState, type ReactNode } from 'react';
import { whenIdle } from '@/ui/when-idle';
import { BottomBar } from './bottom-bar';
import { ConnectionBanner } from './connection-banner';
import { keepInstallOffer } from './install-offer';
import { LanguageGuard } from './language-guard';
import { ScrollKeeper } from './scroll-keeper';
import { SessionEnd } from './session-end';
import { TopBar } from './top-bar';
import { SignInHintProvider } from './use-sign-in-hint';

// Not needed to see the page: loaded when it has come to life.
const Toaster = dynamic(() => import('@/ui/toaster').then(({ Toaster }) => Toaster), { ssr: false });
const Background = dynamic(() => import('./background').then(({ Background }) => Background), { ssr: false });
const InstallCard = dynamic(() => import('./install-card').then(({ InstallCard }) => InstallCard), { ssr: false });
const OfflineSupport = dynamic(() => import('./offline-support').then(({ OfflineSupport }) => OfflineSupport), { ssr: false });

/** What stands around every page: bars, banner, toasts, and the work that goes on behind all of them. */
export function Frame({ isLikelySignedIn, children }: { isLikelySignedIn: boolean; children: ReactNode }) {
  const t = useTranslations('frame');
  const [isAlive, setIsAlive] = useState(false);
  useEffect(keepInstallOffer, []);
  useEffect(() => whenIdle(() => setIsAlive(true)), []);
  return (
    <SignInHintProvider value={isLikelySignedIn}>
      <a href="#content" className="fixed top-2 left-2 z-70 -translate-y-20 rounded-full bg-leaf px-5 py-3 font-semibold text-on-leaf focus:translate-y-0">
        {t('skipToContent')}
      </a>
      <TopBar />
      <ConnectionBanner />
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
      {isAlive && <InstallCard />}
      <BottomBar />
      <LanguageGuard />
      <ScrollKeeper />
      <SessionEnd />
      {isAlive && (
        <>
          <Background />
          <OfflineSupport />
          <Toaster />
        </>
      )}
    </SignInHintProvider>
  );
}
