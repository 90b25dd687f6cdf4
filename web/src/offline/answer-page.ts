import { splitPath, toHref } from '../i18n/locales';
import { findOfflinePage, findPage, keepAnsweredPage, lastLocale, toOfflineHref } from './kept-pages';

/** The network is waited for so long where there is something else to show, in milliseconds. */
const PATIENCE_MS = 4_000;

/** What the front door serves besides the web app. */
const NOT_PAGES = /^\/(graphql|graphiql|photos|\.well-known|health|livez|readyz|metrics|_next)(\/|$)/;

/** Whether an address is one of the web app's pages. */
export const isPage = ({ pathname }: URL): boolean => !NOT_PAGES.test(pathname) && !/\.[a-z0-9]+$/.test(pathname);

/** Where an address leads that can't be had. The address changes with it, since Next brings a page to life by its address. */
async function answerWithout({ origin, pathname, search }: URL): Promise<Response> {
  const { locale, path } = splitPath(pathname);
  if (!locale) return Response.redirect(toHref(await lastLocale(), path) + search);
  const offline = await findOfflinePage(origin, locale);
  if (!offline || path === '/offline') return offline ?? Response.error();
  return Response.redirect(`${toOfflineHref(locale)}?from=${encodeURIComponent(pathname + search)}`);
}

const later = <T>(value: T): Promise<T> => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, value));

export interface PageRequest {
  request: Request;
  /** What the browser began to load while the worker woke up; undefined when it did not. */
  preload: Promise<Response | undefined>;
  waitUntil(work: Promise<unknown>): void;
}

/**
 * The network's page, since it is the newest; where that fails, or takes longer than someone waits, the kept one of the
 * same address; where there is none, the page that says that there is no network.
 */
export async function answerPage({ request, preload, waitUntil }: PageRequest): Promise<Response> {
  const fresh = preload.catch(() => undefined).then((loaded) => loaded ?? fetch(request));
  waitUntil(fresh.then((response) => keepAnsweredPage(request.url, response.clone())).catch(() => {}));
  const kept = await findPage(request.url);
  if (!kept) return fresh.catch(() => answerWithout(new URL(request.url)));
  const usable = fresh.then((response) => (response.status >= 500 ? kept : response)).catch(() => kept);
  return Promise.race([usable, later(kept)]);
}
