import type { BrowserContext, Page, Request } from 'playwright-core';
import { anyCategory, eventually, publish, registerPerson, turns, type Person } from '../people.js';
import { useRig } from './rig/rig.js';
import { openSlowDoor } from './rig/slow-door.js';
import { untilAlive } from './rig/settle.js';
import { readWords } from './rig/words.js';
import { message, messageThatIs, writeMessage } from './steps/exchange.js';
import { holdLiveSocket } from './steps/network.js';

const rig = useRig();
const french = readWords('fr');
const english = readWords('en');

const isOf = (operation: string) => (request: Request) => request.url().endsWith('/graphql') && (request.postData() ?? '').includes(operation);
const countRequests = (context: BrowserContext, operation: string): Request[] => {
  const seen: Request[] = [];
  context.on('request', (request) => isOf(operation)(request) && seen.push(request));
  return seen;
};
const countRefreshes = (context: BrowserContext): Request[] => countRequests(context, 'refreshSession');
const logInByHand = async (page: Page, { email, password }: Person) => {
  await page.getByLabel(french('account.email')).fill(email);
  await page.getByLabel(french('account.password')).fill(password);
  await page.getByRole('main').getByRole('button', { name: french('account.logIn') }).click();
};
/** Keeps the app's scripts on their way until the answer is called. */
const holdScripts = async (page: Page): Promise<() => void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
};
/** Two people who have something to talk about. */
const openExchange = async (me: Person, other: Person): Promise<string> => {
  const category = await anyCategory(me.graph);
  const [mine, theirs] = [await publish(me, category), await publish(other, category)];
  return (await turns(me).propose([mine.id], [theirs.id])).id;
};

describe('a session in a browser', () => {
  it('keeps its refresh token where no script reads it, and its access token nowhere', async () => {
    const person = await registerPerson(rig.stack.url);
    const { page, context, visit } = await rig.openVisitor();
    await visit('/log-in?from=/fr/settings');
    const answered = page.waitForResponse((response) => isOf('logIn')(response.request()));
    await logInByHand(page, person);
    const { data } = (await (await answered).json()) as { data: { logIn: { accessToken: string } } };
    await page.getByRole('heading', { level: 1, name: french('settings.title') }).waitFor();
    await page.getByText(person.email).waitFor();

    const cookies = await context.cookies([`${rig.stack.url}/graphql`]);
    expect(cookies.find(({ name }) => name === 'sle_refresh')).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/graphql' });
    const { accessToken } = data.logIn;
    const kept = await page.evaluate(async () => {
      const databases = await indexedDB.databases();
      const contents = await Promise.all(
        databases.map(async ({ name }) => {
          const database = await new Promise<IDBDatabase>((resolve, reject) => {
            const opening = indexedDB.open(name!);
            opening.onsuccess = () => resolve(opening.result);
            opening.onerror = () => reject(new Error(name));
          });
          const stores = [...database.objectStoreNames];
          const readAll = (store: string) => new Promise((resolve) => (database.transaction(store).objectStore(store).getAll().onsuccess = ({ target }) => resolve((target as IDBRequest).result)));
          const all = await Promise.all(stores.map(readAll));
          database.close();
          return all;
        }),
      );
      return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, contents]);
    });
    expect(accessToken.length).toBeGreaterThan(100);
    for (const place of [kept, JSON.stringify(cookies), await page.content()]) {
      expect(place).not.toContain(accessToken);
      expect(place).not.toContain(accessToken.split('.')[2]);
    }
  });

  it('is refreshed once for two tabs that open at the same time', async () => {
    const { context, openTab } = await rig.openPerson();
    const refreshes = countRefreshes(context);
    const tabs = await Promise.all([openTab('/me'), openTab('/exchanges')]);
    await tabs[0].getByRole('heading', { name: 'Camille' }).first().waitFor();
    await tabs[1].getByText(french('exchange.emptyTitle')).waitFor();
    expect(refreshes).toHaveLength(1);
  });

  it('asks for what the page shows while its scripts are still on their way, and not once more when they are there', async () => {
    const [me, other] = [await rig.openPerson({ name: 'Nour' }), await registerPerson(rig.stack.url, 'Karim')];
    const exchangeId = await openExchange(me.person, other);
    await me.context.clearCookies({ name: 'sle_reader' });
    const seen = { refreshSession: countRequests(me.context, 'refreshSession'), exchange: countRequests(me.context, 'query Exchange(') };
    const letScriptsCome = await holdScripts(me.page);
    const opened = me.visit(`/exchanges/${exchangeId}`);
    await eventually(async () => [seen.refreshSession.length, seen.exchange.length], (counts) => counts.every((count: number) => count === 1));
    letScriptsCome();
    await opened;
    await me.page.getByRole('heading', { level: 1, name: /Karim/ }).waitFor();
    await me.page.getByRole('textbox', { name: french('chat.write') }).waitFor();
    expect([seen.refreshSession.length, seen.exchange.length]).toEqual([1, 1]);
  });

  it('lets the server read for the viewer: a conversation is there, at its end, before any script, and the answer is for no cache', async () => {
    const [me, other] = [await rig.openPerson({ name: 'Nour' }), await registerPerson(rig.stack.url, 'Karim')];
    const exchangeId = await openExchange(me.person, other);
    for (let number = 1; number <= 20; number += 1) {
      await other.graph.read('mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }', { input: { exchangeId, body: `mot ${number}`, clientId: `mot-${number}` } });
    }
    const letScriptsCome = await holdScripts(me.page);
    const answer = await me.page.goto(`/fr/exchanges/${exchangeId}`, { waitUntil: 'commit' });
    expect(answer!.headers()['cache-control']).toBe('private, no-store');
    await message(me.page, 'mot 20').waitFor();
    await eventually(() => message(me.page, 'mot 20').evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight), Boolean);
    letScriptsCome();
    await me.page.getByRole('textbox', { name: french('chat.write') }).waitFor();
  });

  it('shows what the server has read to nobody whose session is another', async () => {
    const [me, other] = [await registerPerson(rig.stack.url, 'Nour'), await registerPerson(rig.stack.url, 'Karim')];
    const exchangeId = await openExchange(me, other);
    const stranger = await rig.openPerson({ name: 'Zoé' });
    await stranger.context.addCookies([{ name: 'sle_reader', value: me.readerToken, url: rig.stack.url, httpOnly: true, sameSite: 'Strict' }]);
    // React says that it draws anew what the server had drawn.
    stranger.trouble.expect(/hydrat|Minified React error #418/i);
    await stranger.visit(`/exchanges/${exchangeId}`);
    await stranger.page.getByRole('heading', { level: 1, name: french('frame.noAccessTitle') }).waitFor();
  });

  it('goes on when a page is left before its session was renewed', async () => {
    await using slow = await openSlowDoor(rig.stack.url, 'refreshSession', 1_000);
    const { page, context, visit, trouble, person } = await rig.openPerson();
    trouble.expect(new RegExp(slow.url));
    await page.addInitScript((id) => window.origin.startsWith('http') && localStorage.setItem('sle.viewer', id), person.id);
    const readToken = async () => (await context.cookies([`${rig.stack.url}/graphql`])).find(({ name }) => name === 'sle_refresh')!.value;
    const before = await readToken();
    const asked = page.waitForRequest(isOf('refreshSession'));
    await page.goto(`${slow.url}/fr/me`, { waitUntil: 'commit' });
    await asked;
    await page.goto('about:blank');
    await eventually(readToken, (token) => token !== before);
    await visit('/me');
    await page.getByRole('heading', { name: 'Camille' }).first().waitFor();
  });

  it('ends in all tabs when it is ended in one', async () => {
    const { page, visit, openTab } = await rig.openPerson();
    await visit('/settings');
    const other = await openTab('/exchanges');
    await other.getByText(french('exchange.emptyTitle')).waitFor();
    await page.getByRole('button', { name: french('settings.logOut') }).click();
    await other.getByRole('heading', { name: french('account.sessionOverTitle') }).waitFor();
    expect(await other.getByText(french('exchange.emptyTitle')).isVisible()).toBe(false);
    await page.waitForURL(/\/fr$/);
  });

  it('renews a token that ends unseen: the socket comes back, and nothing that was said meanwhile is missing', async () => {
    const [me, other] = [await rig.openPerson({ name: 'Nour' }), await registerPerson(rig.stack.url, 'Karim')];
    const exchangeId = await openExchange(me.person, other);
    const cut = await holdLiveSocket(me.page);
    await me.visit(`/exchanges/${exchangeId}`);
    const say = (body: string) => other.graph.read('mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }', { input: { exchangeId, body, clientId: body } });
    await say('avant');
    await message(me.page, 'avant').waitFor();
    const refreshes = countRefreshes(me.context);
    // As the graph does when a token has ended.
    await cut(4403);
    await say('pendant');
    await message(me.page, 'pendant').waitFor();
    await say('après');
    await message(me.page, 'après').waitFor();
    expect(refreshes).toHaveLength(1);
    expect(await me.page.getByRole('log').getByRole('article').allInnerTexts()).toEqual(['avant', 'pendant', 'après'].map((text) => expect.stringContaining(text)));
  });

  it('that ends in the middle of writing keeps what was written, and leads back to it', async () => {
    const [me, other] = [await rig.openPerson({ name: 'Nour' }), await registerPerson(rig.stack.url, 'Karim')];
    const exchangeId = await openExchange(me.person, other);
    const { page, visit, trouble } = me;
    trouble.expect(/answered 401/, /status of 401/);
    await visit(`/exchanges/${exchangeId}`);
    await page.getByRole('textbox', { name: french('chat.write') }).fill('Je finis ma phrase plus tard');
    await me.person.graph.read('mutation { logOutEverywhere }');

    await page.reload();
    await untilAlive(page);
    await page.getByRole('heading', { name: french('account.sessionOverTitle') }).waitFor();
    await logInByHand(page, me.person);
    await page.getByRole('textbox', { name: french('chat.write') }).waitFor();
    expect(await page.getByRole('textbox', { name: french('chat.write') }).inputValue()).toBe('Je finis ma phrase plus tard');
    await writeMessage(page, french, 'Je finis ma phrase maintenant');
    await messageThatIs(page, french, 'Je finis ma phrase maintenant', 'sent').waitFor();
  });

  it('that has ended says so when a message is sent, and sends it once after the next log-in', async () => {
    const [me, other] = [await rig.openPerson({ name: 'Nour' }), await registerPerson(rig.stack.url, 'Karim')];
    const exchangeId = await openExchange(me.person, other);
    const { page, visit, trouble } = me;
    trouble.expect(/answered 401/, /status of 401/);
    await visit(`/exchanges/${exchangeId}`);
    await page.getByRole('textbox', { name: french('chat.write') }).waitFor();
    await me.person.graph.read('mutation { logOutEverywhere }');
    // For a moment yet the token may be taken: until the gateway has heard of its end.
    await eventually(() => me.person.graph.ask('{ me { id } }'), ({ status }) => status === 401);
    await writeMessage(page, french, 'Toujours là ?');
    await page.getByRole('heading', { name: french('account.sessionOverTitle') }).waitFor();
    await logInByHand(page, me.person);
    await messageThatIs(page, french, 'Toujours là ?', 'sent').waitFor();
    expect(await message(page, 'Toujours là ?').count()).toBe(1);
  });
});

describe('the language', () => {
  it('changes in place: what was typed stays, and so does the place on the page', async () => {
    const { page, visit } = await rig.openVisitor({ viewport: { width: 390, height: 480 } });
    await visit('/register');
    const title = await page.title();
    await page.getByLabel(french('account.displayName')).fill('Zoé 🌱');
    await page.getByLabel(french('account.email')).fill('zoe@example.org');
    await page.getByLabel(french('account.password')).fill('un vélo bleu');
    await page.evaluate(() => window.scrollTo({ top: 260, behavior: 'instant' }));
    // Not by a real click: that would bring the button into sight first.
    await page.getByRole('button', { name: 'English' }).dispatchEvent('click');
    await page.waitForURL(/\/en\/register$/);
    await page.getByLabel(english('account.displayName')).waitFor();
    expect(await page.getByLabel(english('account.displayName')).inputValue()).toBe('Zoé 🌱');
    expect(await page.getByLabel(english('account.email')).inputValue()).toBe('zoe@example.org');
    expect(await page.getByLabel(english('account.password')).inputValue()).toBe('un vélo bleu');
    expect(await page.evaluate(() => [document.documentElement.lang, Math.round(scrollY)])).toEqual(['en', 260]);
    await page.waitForFunction((before) => document.title !== before, title);
  });

  it('is that of the browser where the address names none', async () => {
    const { page } = await rig.openVisitor({ locale: 'en' });
    await page.goto('/log-in');
    expect(new URL(page.url()).pathname).toBe('/en/log-in');
  });
});
