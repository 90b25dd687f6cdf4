import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';
import type { Context } from '../context.js';
import { REFRESH_TOKEN_LIFETIME_MS } from './session.settings.js';

const NAME = 'sle_refresh';

/** The refresh token's cookie: out of reach of scripts, sent to the graph of the same site alone. */
export function createCookies({ cookie, onSetCookie }: SubgraphCall, isSecure: boolean): Context['cookies'] {
  const found = cookie?.split(';').find((pair) => pair.trim().startsWith(`${NAME}=`));
  return {
    refreshToken: found?.trim().slice(NAME.length + 1) || null,
    setRefreshToken(token) {
      const maxAgeSeconds = token ? REFRESH_TOKEN_LIFETIME_MS / 1000 : 0;
      onSetCookie?.(`${NAME}=${token ?? ''}; Max-Age=${maxAgeSeconds}; Path=/graphql; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`);
    },
  };
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether the site's cookies may go over HTTPS alone: always, but on loopback, where there is no certificate. */
export const isSecureSite = (publicUrl: string): boolean => !LOOPBACK.has(new URL(publicUrl).hostname);
