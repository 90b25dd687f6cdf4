import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { createGraphClient, type Json } from '../../graph-client.js';
import { readReaderToken, registerPerson, type Person } from '../../people.js';
import { untilAlive } from './settle.js';
import type { BrowserStack } from './stack.js';
import { watchForTrouble, type Trouble } from './trouble.js';

export const PHONE = { width: 390, height: 844 };
export const SMALL_PHONE = { width: 320, height: 640 };
export const DESK = { width: 1440, height: 900 };

/** A language of the web app. */
export type WebLocale = 'fr' | 'en';
export const WEB_LOCALES: readonly WebLocale[] = ['fr', 'en'];

/** Someone before a browser of their own. */
export interface Visitor extends AsyncDisposable {
  context: BrowserContext;
  page: Page;
  trouble: Trouble;
  /** Opens the page at a path without its language, such as `/search`, and waits until it hears what one does. */
  visit(path: string): Promise<void>;
  /** One more tab of the same browser. */
  openTab(path: string): Promise<Page>;
}

/** A visitor who has an account, and is signed in. */
export interface SignedIn extends Visitor {
  person: Person;
}

export interface VisitorOptions extends Pick<BrowserContextOptions, 'colorScheme' | 'reducedMotion' | 'timezoneId' | 'deviceScaleFactor' | 'hasTouch' | 'isMobile'> {
  /** Default French. */
  locale?: WebLocale;
  /** Default a phone in the hand. */
  viewport?: { width: number; height: number };
  /** Default no: what a service worker answers can't be held up or counted by a test. */
  hasServiceWorker?: boolean;
  /** Default nobody. */
  person?: Person;
}

/** Browsers as they come: nobody, or someone who logged in on them earlier. */
export async function openVisitor(browser: Browser, { url }: BrowserStack, options: VisitorOptions = {}): Promise<Visitor> {
  const { locale = 'fr', viewport = PHONE, hasServiceWorker = false, person, ...rest } = options;
  const context = await browser.newContext({
    ...rest,
    viewport,
    baseURL: url,
    locale: locale === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: rest.timezoneId ?? 'Europe/Paris',
    serviceWorkers: hasServiceWorker ? 'allow' : 'block',
    ...(person && { storageState: toStorage(url, person) }),
  });
  context.setDefaultTimeout(10_000);
  const trouble = watchForTrouble(context, new URL(url).origin);
  const page = await context.newPage();
  const go = async (tab: Page, path: string) => {
    await tab.goto(`/${locale}${path === '/' ? '' : path}`);
    await untilAlive(tab);
  };
  return {
    context,
    page,
    trouble,
    visit: (path) => go(page, path),
    async openTab(path) {
      const tab = await context.newPage();
      await go(tab, path);
      return tab;
    },
    [Symbol.asyncDispose]: () => context.close(),
  };
}

/** What a log-in leaves behind in a browser: its cookies, and the notes of who it was. */
function toStorage(url: string, { id, refreshToken, readerToken }: Person): Exclude<BrowserContextOptions['storageState'], string | undefined> {
  const { hostname, origin } = new URL(url);
  const cookie = { domain: hostname, expires: -1, secure: false };
  return {
    cookies: [
      { ...cookie, name: 'sle_refresh', value: refreshToken, path: '/graphql', httpOnly: true, sameSite: 'Strict' },
      { ...cookie, name: 'sle_reader', value: readerToken, path: '/', httpOnly: true, sameSite: 'Strict' },
      { ...cookie, name: 'sle_signed_in', value: '1', path: '/', httpOnly: false, sameSite: 'Lax' },
    ],
    origins: [{ origin, localStorage: [{ name: 'sle.viewer', value: id }] }],
  };
}

/** Someone new, signed in. */
export async function openPerson(browser: Browser, stack: BrowserStack, { name = 'Camille', ...options }: VisitorOptions & { name?: string } = {}): Promise<SignedIn> {
  const person = await registerPerson(stack.url, name);
  return { person, ...(await openVisitor(browser, stack, { ...options, person })) };
}

const LOG_IN = `mutation ($input: LogInInput!) { logIn(input: $input) {
  __typename ... on Session { accessToken refreshToken viewer { id user { handle } } } } }`;

/** One of the demo community, such as `nour`, with a session of their own. */
export async function logInAs({ url, demoPassword }: BrowserStack, name: string): Promise<Person> {
  const account = { email: `${name}@example.org`, password: demoPassword! };
  const answer = await createGraphClient({ url }).ask(LOG_IN, { input: account });
  const session: Json = answer.data?.logIn;
  if (session?.__typename !== 'Session') throw new Error(`${name} is not logged in: ${JSON.stringify(answer)}`);
  const { accessToken, refreshToken, viewer } = session;
  return { id: viewer.id, handle: viewer.user.handle, ...account, accessToken, refreshToken, readerToken: readReaderToken(answer.headers), graph: createGraphClient({ url, accessToken }) };
}
