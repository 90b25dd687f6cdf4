import type { Page } from 'playwright-core';
import { anyCategory, publish, turns } from '../people.js';
import { useRig } from './rig/rig.js';
import { untilAlive } from './rig/settle.js';
import type { SignedIn } from './rig/visitor.js';
import { readWords } from './rig/words.js';
import { message, messageThatIs, writeMessage } from './steps/exchange.js';

const rig = useRig();
const words = readWords('fr');
/** What a browser, and Next in it, say of their own accord when the network is gone. */
const NO_NETWORK = [/ERR_INTERNET_DISCONNECTED/, /ERR_NETWORK_CHANGED/, /WebSocket connection .* failed/, /Falling back to browser navigation/];

const banner = (page: Page) => page.getByRole('status').getByText(words('frame.offline'));
/** Resolves when the service worker has taken over the page, and has kept what it needs to open it alone. */
const untilKept = (page: Page) => page.evaluate(async () => {
  await navigator.serviceWorker.ready;
  while (!navigator.serviceWorker.controller) await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
});
const sees = (page: Page, url: string) => page.waitForFunction(async (address) => (await caches.match(address, { ignoreVary: true, ignoreSearch: true })) !== undefined, url);
const reload = async (page: Page) => {
  await page.reload();
  await untilAlive(page);
};

describe('without a network', () => {
  it('opens home and the things that were looked at, also anew, and says so', async () => {
    const owner = await rig.openPerson({ name: 'Karim' });
    const item = await publish(owner.person, await anyCategory(owner.person.graph), { title: 'Vélo de ville bleu' });
    const { page, context, visit, trouble } = await rig.openVisitor({ hasServiceWorker: true });
    trouble.expect(...NO_NETWORK);
    await visit('/');
    await untilKept(page);
    await visit(`/items/${item.id}`);
    await sees(page, `/fr/items/${item.id}`);
    await visit('/');
    await page.getByRole('link', { name: /Vélo de ville bleu/ }).first().waitFor();
    await sees(page, '/fr');

    await context.setOffline(true);
    await banner(page).waitFor();
    await reload(page);
    await banner(page).waitFor();
    await page.getByRole('link', { name: /Vélo de ville bleu/ }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Vélo de ville bleu' }).waitFor();
    await reload(page);
    await page.getByRole('heading', { level: 1, name: 'Vélo de ville bleu' }).waitFor();

    // What was never seen has a page that says so; and it comes by itself when the network does.
    await page.goto('/fr/search?q=lampe');
    await page.getByRole('heading', { level: 1, name: words('frame.offlineTitle') }).waitFor();
    await context.setOffline(false);
    await page.getByRole('searchbox', { name: words('search.label') }).waitFor();
    await banner(page).waitFor({ state: 'detached' });
  });

  it('keeps messages through a reload, and sends them once and in order, among what the other wrote meanwhile', async () => {
    const [nour, karim]: SignedIn[] = [await rig.openPerson({ name: 'Nour', hasServiceWorker: true }), await rig.openPerson({ name: 'Karim' })];
    const category = await anyCategory(nour!.person.graph);
    const [mine, theirs] = [await publish(nour!.person, category), await publish(karim!.person, category)];
    const { id } = await turns(nour!.person).propose([mine.id], [theirs.id]);
    const { page, context, visit, trouble } = nour!;
    trouble.expect(...NO_NETWORK);
    await visit(`/exchanges/${id}`);
    await untilKept(page);
    await visit(`/exchanges/${id}`);
    await page.getByRole('textbox', { name: words('chat.write') }).waitFor();
    await sees(page, `/fr/exchanges/${id}`);
    // The page that the server rendered for Nour is not the one that is kept: the next person at the device would find it.
    const kept = await page.evaluate(async (address) => (await caches.match(address, { ignoreVary: true }))!.text(), `/fr/exchanges/${id}`);
    expect(kept).toContain('</html>');
    expect(kept).not.toContain('Karim');

    await context.setOffline(true);
    await banner(page).waitFor();
    await writeMessage(page, words, 'Premier, dans le tunnel');
    await writeMessage(page, words, 'Deuxième, encore dans le tunnel');
    await messageThatIs(page, words, 'Deuxième', 'waiting').waitFor();
    await reload(page);
    await message(page, 'Premier, dans le tunnel').waitFor();
    await messageThatIs(page, words, 'Deuxième, encore dans le tunnel', 'waiting').waitFor();
    await karim!.person.graph.read('mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }', { input: { exchangeId: id, body: 'Pendant ce temps', clientId: 'k1' } });

    await context.setOffline(false);
    await message(page, 'Pendant ce temps').waitFor();
    await messageThatIs(page, words, 'Deuxième, encore dans le tunnel', 'sent').waitFor();
    await banner(page).waitFor({ state: 'detached' });
    const { messages } = await karim!.person.graph.read('query ($id: ID!) { exchange(id: $id) { messages { edges { node { seq body } } } } }', { id });
    const bodies = messages.edges.map(({ node }: { node: { body: string } }) => node.body);
    expect(bodies).toEqual(['Pendant ce temps', 'Premier, dans le tunnel', 'Deuxième, encore dans le tunnel']);
    const shown = await page.getByRole('log').getByRole('article').locator('p[dir=auto]').allInnerTexts();
    expect(shown).toEqual(bodies);
  });
});
