import type { MetadataRoute } from 'next';
import { headers } from 'next/headers';
import { readMessages } from '@/i18n/messages';
import { negotiateLocale } from '@/i18n/negotiate';

/** How the app stands on a home screen. In the browser's language: it is asked for without cookies, and has no language in its path. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const locale = negotiateLocale((await headers()).get('accept-language'));
  const { frame } = await readMessages(locale);
  const icon = { src: '/icon-192.png', sizes: '192x192', type: 'image/png' };
  return {
    id: '/',
    name: 'SecondLife Exchange',
    short_name: frame.appName,
    description: frame.description,
    lang: locale,
    dir: 'ltr',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    theme_color: '#faf6ee',
    background_color: '#faf6ee',
    categories: ['lifestyle', 'shopping', 'social'],
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      icon,
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: frame.publish, url: '/publish', icons: [icon] },
      { name: frame.exchanges, url: '/exchanges', icons: [icon] },
    ],
  };
}
