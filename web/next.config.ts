import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin({
  requestConfig: './src/i18n/request.ts',
  // Texts are parsed when the app is built: the parser is not sent to anyone.
  experimental: { messages: { path: './messages', format: 'json', locales: ['fr', 'en'], sourceLocale: 'fr', precompile: true } },
});

/** What every answer of Next's says; the content security policy has a nonce, and is the proxy's. */
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { tsconfigPath: 'tsconfig.json', ignoreBuildErrors: true },
  turbopack: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    // The build for browsers of today; the one that Turbopack would take is a fifth larger.
    resolveAlias: { rxjs: '../node_modules/rxjs/dist/esm/index.js' },
  },
  // Makes each build's service worker another one, so that browsers notice it.
  compiler: { define: { __BUILD__: process.env.WEB_BUILD ?? 'development' } },
  // Few scripts: a browser asks for six at a time over HTTP/1.1, and each round costs a slow phone half a second.
  experimental: { turbopackChunking: { requestCost: 600_000, minChunkSize: 300_000, maxMergeChunkSize: 400_000 } },
  headers: async () => [{ source: '/:path*', headers: SECURITY_HEADERS }],
};

export default withNextIntl(config);
