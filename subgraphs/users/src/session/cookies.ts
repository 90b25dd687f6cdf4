import { ACCESS_TOKEN } from '@secondlife/platform/access-token';
import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';
import type { Context } from '../context.js';
import { REFRESH_TOKEN_LIFETIME_MS } from './session.settings.js';

interface Kind {
  name: string;
  path: string;
  lifetimeSeconds: number;
}
/** Sent to the graph alone. */
const REFRESH: Kind = { name: 'sle_refresh', path: '/graphql', lifetimeSeconds: REFRESH_TOKEN_LIFETIME_MS / 1000 };
/** Sent with every page: the web server reads with it what the page shows to its viewer. */
const READER: Kind = { name: 'sle_reader', path: '/', lifetimeSeconds: ACCESS_TOKEN.lifetimeSeconds };

/** A session's cookies: out of reach of scripts, and never sent from another site's pages. */
export function createCookies({ cookie, onSetCookie }: SubgraphCall, isSecure: boolean): Context['cookies'] {
  const found = cookie?.split(';').find((pair) => pair.trim().startsWith(`${REFRESH.name}=`));
  const set = ({ name, path, lifetimeSeconds }: Kind, value: string) =>
    onSetCookie?.(`${name}=${value}; Max-Age=${value ? lifetimeSeconds : 0}; Path=${path}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`);
  return {
    refreshToken: found?.trim().slice(REFRESH.name.length + 1) || null,
    keep({ refreshToken, readerToken }) {
      set(REFRESH, refreshToken);
      set(READER, readerToken);
    },
    clear() {
      set(REFRESH, '');
      set(READER, '');
    },
  };
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether the site's cookies may go over HTTPS alone: always, but on loopback, where there is no certificate. */
export const isSecureSite = (publicUrl: string): boolean => !LOOPBACK.has(new URL(publicUrl).hostname);
