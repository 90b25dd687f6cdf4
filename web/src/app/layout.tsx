import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { getLocale, getMessages, getTimeZone, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { EarlySession } from '@/early/early';
import { Frame } from '@/frame/frame';
import { Providers } from '@/frame/providers';
import { IntlProvider } from '@/i18n/intl-provider';
import { SIGNED_IN_COOKIE } from '@/session/session-memory';
import { bricolage, figtree } from './fonts';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('frame');
  const asked = await headers();
  const host = asked.get('x-forwarded-host') ?? asked.get('host') ?? 'localhost';
  const scheme = asked.get('x-forwarded-proto')?.split(',')[0] ?? 'http';
  return {
    metadataBase: new URL(process.env.PUBLIC_URL ?? `${scheme}://${host}`),
    title: { template: `%s · ${t('appName')}`, default: `${t('tagline')} · ${t('appName')}` },
    description: t('description'),
    applicationName: t('appName'),
    appleWebApp: { title: t('appName'), statusBarStyle: 'default' },
    formatDetection: { telephone: false },
    icons: { icon: [{ url: '/icon.svg', type: 'image/svg+xml' }, { url: '/icon-192.png', sizes: '192x192' }], apple: '/icon-180.png' },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf6ee' },
    { media: '(prefers-color-scheme: dark)', color: '#171613' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const isLikelySignedIn = (await cookies()).get(SIGNED_IN_COOKIE)?.value === '1';
  const locale = await getLocale();
  const { common, frame } = await getMessages();
  return (
    <html lang={locale} className={`${figtree.variable} ${bricolage.variable}`}>
      <head>{isLikelySignedIn && <EarlySession />}</head>
      <body>
        <IntlProvider locale={locale} messages={{ common, frame }} serverTimeZone={await getTimeZone()}>
          <Providers>
            <Frame isLikelySignedIn={isLikelySignedIn}>{children}</Frame>
          </Providers>
        </IntlProvider>
      </body>
    </html>
  );
}
