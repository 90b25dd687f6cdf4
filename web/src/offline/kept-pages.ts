import { DEFAULT_LOCALE, LOCALES, splitPath, toHref, type Locale } from '../i18n/locales';
import { createBoundedCache } from './bounded-cache';
import { keepFiles } from './file-cache';

/*
 * Pages are kept as the server wrote them, and stay when someone logs out: nothing in them is anyone's own. What the
 * server has rendered for its reader says `no-store`: in its place the page is kept as nobody gets it, without cookies.
 * What concerns a person is then loaded in the browser, where `forgetKeptAnswers` forgets it. All that a page knows of a
 * person is whether to draw the bar for someone who is signed in, which is put right as soon as the page comes to life.
 *
 * An answer is kept with its headers: its content security policy names the nonces that stand in it, and so its
 * scripts run whenever it is shown.
 */

const MOST_PAGES = 60;
/** A page that is kept is not asked for again just to be kept, in milliseconds. */
const FRESH_MS = 60 * 60 * 1000;

/** Written in by the build (`compiler.define`), so that each build is a new worker to the browser, and is offered. */
declare const __BUILD__: string | undefined;
const build = typeof __BUILD__ === 'string' ? __BUILD__ : '0';

/** The names of these caches; what the worker finds under another name is of an older form or build, and deleted. */
export const PAGE_CACHES = ['sle.pages.1', `sle.shell.${build}`] as const;

const pages = createBoundedCache(PAGE_CACHES[0], MOST_PAGES);
/** The offline pages, by themselves so that no other page crowds them out. */
const shell = createBoundedCache(PAGE_CACHES[1], LOCALES.length);

const withoutHash = (url: string): string => url.replace(/#.*$/, '');

const isWorthKeeping = (response: Response): boolean =>
  response.status === 200 && response.type === 'basic' && (response.headers.get('content-type') ?? '').startsWith('text/html');

/** Whether it was rendered for its reader alone. */
const isOnesOwn = (response: Response): boolean => (response.headers.get('cache-control') ?? '').includes('no-store');

/** The scripts, styles and fonts that a page names. */
const filesOf = (html: string, base: string): Set<string> =>
  new Set([...html.matchAll(/\/_next\/static\/[^"'\\\s)<>]+/g)].map(([path]) => new URL(path, base).href));

/** Asks for a page and its files, and keeps them. A redirect is followed, and its target kept. */
async function fetchInto(cache: typeof pages, url: string, credentials: RequestCredentials = 'same-origin'): Promise<void> {
  // As a browser asks that opens a page, not as a part of the app asks for data.
  const response = await fetch(url, { headers: { accept: 'text/html' }, credentials });
  if (isOnesOwn(response) && credentials !== 'omit') return fetchInto(cache, url, 'omit');
  if (!isWorthKeeping(response)) throw new TypeError(`${url} is not to be kept`);
  const html = await response.text();
  // Anew, since an answer that came by a redirect may not answer a navigation.
  await cache.put(withoutHash(response.url), new Response(html, { headers: response.headers }));
  await keepFiles(filesOf(html, response.url));
}

/** Keeps the page at an address, asking for it, unless that was done lately. */
export async function keepPage(url: string): Promise<void> {
  const keptAtMs = Date.parse((await findPage(url))?.headers.get('date') ?? '');
  if (Date.now() - keptAtMs < FRESH_MS) return;
  await fetchInto(pages, withoutHash(url));
}

/** Keeps a page that was answered to someone, if it is one. Hand in a clone. */
export async function keepAnsweredPage(url: string, response: Response): Promise<void> {
  if (isOnesOwn(response)) await keepPage(url);
  else if (isWorthKeeping(response)) await pages.put(withoutHash(url), response);
}

export const findPage = (url: string): Promise<Response | undefined> => pages.find(withoutHash(url));

/** Keeps what lets the app open without a network: in each language the page that says so, and home. Throws when it can't. */
export async function keepShell(origin: string): Promise<void> {
  await Promise.all(LOCALES.map((locale) => fetchInto(shell, origin + toOfflineHref(locale))));
  // In the language of whoever is here; it is kept once more when they look at it.
  await fetchInto(pages, `${origin}/`).catch(() => {});
}

/** The path of the page that is shown instead of one that can't be had. */
export const toOfflineHref = (locale: Locale): string => toHref(locale, '/offline');

export const findOfflinePage = (origin: string, locale: Locale): Promise<Response | undefined> => shell.find(origin + toOfflineHref(locale));

/** The language of the page that was kept last: that of whoever uses this browser. */
export async function lastLocale(): Promise<Locale> {
  const last = (await pages.addresses()).at(-1);
  return (last && splitPath(new URL(last).pathname).locale) || DEFAULT_LOCALE;
}

/** Brings the cache back within its bound. */
export const trimPages = (): Promise<void> => pages.trim();
