import type { Page } from 'playwright-core';
import { ROUTES, type DemoWorld } from '../browser/routes.js';
import type { WebLocale } from '../browser/rig/visitor.js';
import { readWords } from '../browser/rig/words.js';
import { choosePhotos, goOn, sayCondition, sayWhat, type PhotoFile } from '../browser/steps/publish.js';

/** One picture of the gallery, at each size and in each theme. */
export interface Shot {
  name: string;
  path(world: DemoWorld): string;
  /** Who looks at it; `newcomer` has an account and nothing in it, `fresh` is another one each time. */
  as: 'nobody' | 'nour' | 'newcomer' | 'fresh';
  locales: readonly WebLocale[];
  /** Before the page is opened, such as to hold up the graph. */
  arrange?(page: Page): Promise<unknown>;
  /** What is done on the page before the picture is taken. */
  act?(page: Page): Promise<unknown>;
  /** Default: the picture waits until everything has loaded. */
  isUnsettled?: boolean;
}

const FRENCH = ['fr'] as const;
const BOTH = ['fr', 'en'] as const;
const IN_BOTH = new Set(['home, signed in', 'item', 'exchange']);

const routes: Shot[] = ROUTES.filter(({ name }) => name !== 'offline').map(({ name, path, as }) => ({ name, path, as, locales: IN_BOTH.has(name) ? BOTH : FRENCH }));

const words = readWords('fr');
const dialog = (page: Page) => page.getByRole('dialog').waitFor();
/** Presses a button that opens something, which may have to be loaded first. */
const open = (key: string) => async (page: Page) => {
  await page.getByRole('main').getByRole('button', { name: words(key, { isPart: true }) }).first().click();
  await dialog(page);
};

/** The graph does not answer. */
const holdUp = (page: Page) => page.route('**/graphql', () => new Promise<void>(() => {}));
/** The graph answers that it can't. */
const fail = (page: Page) => page.route('**/graphql', (route) => route.fulfill({ status: 503, body: '' }));
/** Until it has been tried three times, and something is said. */
const untilFailed = (page: Page) => page.getByRole('main').getByRole('button', { name: words('common.tryAgain') }).first().waitFor();
const goOffline = (page: Page) => page.context().setOffline(true);

const states: Shot[] = [
  { name: 'offline page', path: () => '/offline', as: 'nobody', locales: FRENCH },
  ...['/exchanges', '/me', '/me/items', '/settings', '/publish'].map((path): Shot => ({ name: `empty ${path}`, path: () => path, as: 'newcomer', locales: FRENCH })),
  { name: 'propose, with nothing to offer', path: ({ itemId }) => `/items/${itemId}/propose`, as: 'newcomer', locales: FRENCH },
  ...['/exchanges', '/me', '/me/items', '/settings'].map((path): Shot => ({ name: `loading ${path}`, path: () => path, as: 'nour', locales: FRENCH, arrange: holdUp, isUnsettled: true })),
  { name: 'loading an exchange', path: ({ exchangeId }) => `/exchanges/${exchangeId}`, as: 'nour', locales: FRENCH, arrange: holdUp, isUnsettled: true },
  { name: 'failing /exchanges', path: () => '/exchanges', as: 'nour', locales: FRENCH, arrange: fail, act: untilFailed, isUnsettled: true },
  { name: 'failing exchange', path: ({ exchangeId }) => `/exchanges/${exchangeId}`, as: 'nour', locales: FRENCH, arrange: fail, act: untilFailed, isUnsettled: true },
  { name: 'offline banner, home', path: () => '/', as: 'nour', locales: FRENCH, act: goOffline },
  { name: 'offline banner, exchange', path: ({ exchangeId }) => `/exchanges/${exchangeId}`, as: 'nour', locales: FRENCH, act: goOffline },
];

/** Pictures of the demo community, to be published anew. */
async function borrowPhotos(page: Page): Promise<PhotoFile[]> {
  const answer = await page.request.post('/graphql', { data: { query: '{ items(first: 3, filter: { text: "vélo" }) { edges { node { photos { url } } } } }' } });
  const { data } = (await answer.json()) as { data: { items: { edges: { node: { photos: { url: string }[] } }[] } } };
  const urls = data.items.edges.map(({ node }) => node.photos[0]!.url);
  return Promise.all(urls.map(async (url) => ({ name: 'photo.webp', mimeType: 'image/webp', buffer: await (await page.request.get(url)).body() })));
}

const publishTo = (step: 1 | 2 | 3 | 4) => async (page: Page) => {
  await choosePhotos(page, await borrowPhotos(page));
  await page.getByRole('progressbar').first().waitFor();
  await page.getByRole('progressbar').first().waitFor({ state: 'detached' });
  if (step === 1) return;
  await goOn(page, words);
  await sayWhat(page, words, { title: 'Vélo de ville, 7 vitesses' });
  if (step === 2) return;
  await goOn(page, words);
  await sayCondition(page, words);
  if (step === 3) return;
  await goOn(page, words);
};

/** On a desk they stand beside the results. */
const openFilters = async (page: Page) => {
  const button = page.getByRole('button', { name: words('search.filters', { isPart: true }) }).first();
  if (!(await button.isVisible())) return;
  await button.click();
  await dialog(page);
};

const opened: Shot[] = [
  { name: 'home, choosing a town', path: () => '/', as: 'nobody', locales: FRENCH, act: open('home.placeAction') },
  { name: 'search, filters', path: () => '/search?q=velo', as: 'nobody', locales: FRENCH, act: openFilters },
  { name: 'propose, something chosen', path: ({ itemId }) => `/items/${itemId}/propose`, as: 'nour', locales: FRENCH, act: (page) => page.getByRole('main').getByRole('listitem').getByRole('button').first().click() },
  {
    name: 'propose, choosing more',
    path: ({ itemId }) => `/items/${itemId}/propose`,
    as: 'nour',
    locales: FRENCH,
    act: async (page) => {
      const [one, more] = [page.getByRole('main').getByRole('listitem').getByRole('button').first(), page.getByRole('button', { name: words('propose.addItem') })];
      await one.or(more).first().waitFor();
      // What was chosen on the picture before is kept as a draft.
      if (!(await more.isVisible())) await one.click();
      await more.click();
      await dialog(page);
    },
  },
  { name: 'exchange, asked once more', path: ({ exchangeId }) => `/exchanges/${exchangeId}`, as: 'nour', locales: FRENCH, act: open('exchange.turns.accept.button') },
  { name: 'exchange, details and what changed', path: ({ exchangeId }) => `/exchanges/${exchangeId}`, as: 'nour', locales: FRENCH, act: open('exchange.details') },
  { name: 'settings, out everywhere', path: () => '/settings', as: 'nour', locales: FRENCH, act: open('settings.logOutEverywhere') },
  { name: 'log-in, nothing filled in', path: () => '/log-in', as: 'nobody', locales: FRENCH, act: (page) => page.getByRole('main').getByRole('button', { name: words('account.logIn') }).click() },
  ...([1, 2, 3, 4] as const).map((step): Shot => ({ name: `publish, screen ${step}`, path: () => '/publish', as: 'fresh', locales: FRENCH, act: publishTo(step) })),
];

/** Every page, and what they look like when it is not the usual day. */
export const SHOTS: readonly Shot[] = [...routes, ...opened, ...states];
