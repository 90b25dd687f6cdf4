import { anyCategory, publish, registerPerson, turns, type Person } from '../people.js';
import { findOverflow } from './checks/layout.js';
import { useRig } from './rig/rig.js';
import { untilAlive, untilSettled } from './rig/settle.js';
import { SMALL_PHONE, type SignedIn } from './rig/visitor.js';
import { readWords } from './rig/words.js';
import { message, writeMessage } from './steps/exchange.js';
import { press, tabTo } from './steps/keyboard.js';
import { failOperation, holdLiveSocket, readShifts, slowDown, watchShifts } from './steps/network.js';
import { goOn, sayWhat, takeLargePhoto } from './steps/publish.js';

const rig = useRig();
const words = readWords('fr');
const GONE = '00000000-0000-7000-8000-000000000000';

let category: string;
let karim: Person;
beforeAll(async () => {
  karim = await registerPerson(rig.stack.url, 'Karim');
  category = await anyCategory(karim.graph);
}, 30_000);

const openExchange = async ({ person }: SignedIn): Promise<string> => {
  const [mine, theirs] = [await publish(person, category), await publish(karim, category)];
  return (await turns(person).propose([mine.id], [theirs.id])).id;
};
const say = (exchangeId: string, body: string) =>
  karim.graph.read('mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }', { input: { exchangeId, body, clientId: body.slice(0, 100) } });

describe('with a keyboard alone', () => {
  it('one publishes, proposes and writes', async () => {
    const theirs = await publish(karim, category, { title: 'Guitare folk' });
    const { page, visit } = await rig.openPerson();
    await visit('/publish');
    const chooser = page.waitForEvent('filechooser');
    await press(page, page.locator('main input[type=file]'));
    await (await chooser).setFiles([await takeLargePhoto()]);
    const goOn = () => press(page, page.getByRole('button', { name: words('publish.continue') }));
    await goOn();
    await tabTo(page, page.getByLabel(words('publish.titleLabel')));
    await page.keyboard.type('Lampe de bureau');
    await tabTo(page, page.getByLabel(words('publish.descriptionLabel')));
    await page.keyboard.type('Elle éclaire.');
    await press(page, page.getByRole('button', { name: words('publish.categoryLabel', { isPart: true }) }));
    const choices = page.getByRole('dialog').getByRole('listitem').getByRole('button');
    await press(page, choices.first());
    await page.getByRole('button', { name: words('publish.categoryBack') }).waitFor();
    await press(page, choices.first());
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await goOn();
    await press(page, page.getByRole('radio').first(), 'Space');
    await goOn();
    await tabTo(page, page.getByRole('combobox', { name: words('publish.townLabel') }));
    await page.keyboard.type('Villeurb');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await press(page, page.getByRole('button', { name: words('publish.publish') }));
    await page.getByRole('heading', { level: 1, name: 'Lampe de bureau' }).waitFor();

    await visit(`/items/${theirs.id}`);
    await press(page, page.getByRole('link', { name: words('item.propose') }).first());
    await press(page, page.getByRole('main').getByRole('button', { name: /Lampe de bureau/ }), 'Space');
    await press(page, page.getByRole('button', { name: words('propose.send') }));
    await tabTo(page, page.getByRole('textbox', { name: words('chat.write') }));
    await page.keyboard.type('Bonjour');
    await press(page, page.getByRole('button', { name: words('chat.send') }));
    await message(page, 'Bonjour').waitFor();
  });
});

describe('on a slow network', () => {
  it('places are kept for what comes, and nothing moves', async () => {
    const nour = await rig.openPerson({ name: 'Nour' });
    const exchangeId = await openExchange(nour);
    const item = await publish(nour.person, category, { title: 'Vélo' });
    const { page, context } = nour;
    await slowDown(page);
    await watchShifts(page);
    const shifts: Record<string, number> = {};
    const exchange = `/exchanges/${exchangeId}`;
    // Once as for who comes back after a long time, and once more with the token by which the server reads.
    await context.clearCookies({ name: 'sle_reader' });
    for (const [name, path] of Object.entries({ exchange, exchanges: '/exchanges', search: '/search?q=velo', item: `/items/${item.id}`, home: '/', 'exchange, read by the server': exchange })) {
      await page.goto(`/fr${path}`, { waitUntil: 'commit' });
      if (name === 'exchange' || name === 'exchanges') await page.locator('main .animate-pulse').first().waitFor();
      await untilSettled(page);
      shifts[name] = await readShifts(page);
    }
    expect(Object.entries(shifts).filter(([, shift]) => shift > 0.1)).toEqual([]);
  });
});

describe('when the graph fails', () => {
  it('a query is tried again after 1 s and 2 s, and nobody notices', async () => {
    const { page, visit, trouble } = await rig.openPerson();
    trouble.expect(/503/);
    const asked = await failOperation(page, 'OpenExchanges', 2);
    // By a move within the app: a page that is opened asks before its scripts are there, and hears of a failure when they are.
    await visit('/me');
    await page.getByRole('link', { name: words('frame.exchanges', { isPart: true }) }).first().click();
    await page.getByText(words('exchange.emptyTitle')).waitFor();
    expect(asked).toHaveLength(3);
    const [first, second] = [asked[1]! - asked[0]!, asked[2]! - asked[1]!];
    expect(first).toBeGreaterThan(900);
    expect(first).toBeLessThan(2_000);
    expect(second).toBeGreaterThan(1_900);
    expect(second).toBeLessThan(3_500);
  });

  it('for good, it says so, and what to do', async () => {
    const { page, visit, trouble } = await rig.openPerson();
    trouble.expect(/503/);
    const asked = await failOperation(page, 'OpenExchanges', 3);
    await visit('/exchanges');
    await page.getByText(words('exchange.listFailedTitle')).waitFor();
    expect(asked).toHaveLength(3);
    await page.getByRole('main').getByRole('button', { name: words('common.tryAgain') }).click();
    await page.getByText(words('exchange.emptyTitle')).waitFor();
  });

  it('a socket that is cut comes back by itself, with nothing missing and nothing twice', async () => {
    const nour = await rig.openPerson({ name: 'Nour' });
    const exchangeId = await openExchange(nour);
    const cut = await holdLiveSocket(nour.page);
    await nour.visit(`/exchanges/${exchangeId}`);
    await say(exchangeId, 'un');
    await message(nour.page, 'un').waitFor();
    await cut(1012);
    await say(exchangeId, 'deux');
    await say(exchangeId, 'trois');
    await message(nour.page, 'trois').waitFor();
    await say(exchangeId, 'quatre');
    await message(nour.page, 'quatre').waitFor();
    expect(await nour.page.getByRole('log').getByRole('article').locator('p[dir=auto]').allInnerTexts()).toEqual(['un', 'deux', 'trois', 'quatre']);
  });
});

describe('an address that leads nowhere', () => {
  it('a thing that is gone: says so, and shows the way to others', async () => {
    const { page, trouble, visit } = await rig.openVisitor();
    trouble.expect(/404/);
    await visit(`/items/${GONE}`);
    await page.getByRole('heading', { level: 1, name: words('frame.notFoundTitle') }).waitFor();
    await page.getByRole('main').getByRole('link').first().click();
    await page.getByRole('feed').or(page.getByText(words('home.emptyTitle'))).first().waitFor();
  });

  it('an exchange of others: says so, and shows the way to one’s own', async () => {
    const [nour, third] = [await rig.openPerson({ name: 'Nour' }), await rig.openPerson({ name: 'Lou' })];
    const exchangeId = await openExchange(nour);
    await third.visit(`/exchanges/${exchangeId}`);
    await third.page.getByRole('heading', { level: 1, name: words('frame.noAccessTitle') }).waitFor();
    expect(await third.page.getByText('Karim').count()).toBe(0);
    await third.page.getByRole('main').getByRole('link', { name: words('frame.noAccessAction') }).click();
    await third.page.getByText(words('exchange.emptyTitle')).waitFor();
  });
});

describe('what people write', () => {
  const LONG = 'Très long. '.repeat(1_000).slice(0, 10_000);

  it('of 10,000 characters is counted and kept, in a message and in a description', async () => {
    const nour = await rig.openPerson({ name: 'Nour', viewport: SMALL_PHONE });
    const exchangeId = await openExchange(nour);
    const { page, visit } = nour;
    await visit(`/exchanges/${exchangeId}`);
    const field = page.getByRole('textbox', { name: words('chat.write') });
    await field.fill(LONG);
    await page.getByText(words('chat.tooLong')).waitFor();
    // Not open to be pressed; and if it is, nothing is lost.
    await page.getByRole('button', { name: words('chat.send'), disabled: true }).press('Enter');
    expect((await field.inputValue()).length).toBe(LONG.length);
    expect(await findOverflow(page)).toEqual([]);
    await page.reload();
    await untilAlive(page);
    await page.getByText(words('chat.tooLong')).waitFor();
    expect((await field.inputValue()).length).toBe(LONG.length);
    await field.fill(LONG.slice(0, 4_000).trim());
    await page.getByRole('button', { name: words('chat.send') }).click();
    await message(page, LONG.slice(0, 3_000)).waitFor();

    await visit('/publish');
    await page.getByRole('button', { name: words('publish.continueWithoutPhoto') }).click();
    await sayWhat(page, words, { title: 'Vélo', description: LONG });
    await goOn(page, words);
    await page.getByRole('alert').filter({ hasText: words('publish.tooLong', { isPart: true }) }).waitFor();
    expect((await page.getByLabel(words('publish.descriptionLabel')).inputValue()).length).toBe(LONG.length);
    expect(await findOverflow(page)).toEqual([]);
  });

  it('is never HTML, and may go from right to left', async () => {
    const title = '<img src=x onerror="hacked=1"> </script><script>hacked=1</script>';
    const arabic = 'دراجة هوائية جميلة جداً 🚲👨‍👩‍👧‍👦';
    const nour = await rig.openPerson({ name: '<b onclick="hacked=1">زينب 🌱</b>', viewport: SMALL_PHONE });
    const [mine, theirs, other] = [await publish(nour.person, category, { title }), await publish(karim, category), await publish(nour.person, category, { title: arabic })];
    const { id } = await turns(nour.person).propose([mine.id, other.id], [theirs.id]);
    await say(id, title);
    await say(id, `${arabic} ${'ا'.repeat(300)} ${'x'.repeat(300)}`);
    const { page, visit } = nour;
    const isUnharmed = async () => [await page.evaluate(() => 'hacked' in globalThis), await page.locator('img[src=x]').count(), await findOverflow(page)];
    const seen: Record<string, unknown> = {};
    const paths = { item: `/items/${mine.id}`, arabic: `/items/${other.id}`, home: '/', search: '/search?q=hacked', person: `/users/${nour.person.id}`, me: '/me', exchange: `/exchanges/${id}`, exchanges: '/exchanges' };
    for (const [name, path] of Object.entries(paths)) {
      await visit(path);
      await untilSettled(page);
      seen[name] = await isUnharmed();
    }
    expect(seen).toEqual(Object.fromEntries(Object.keys(paths).map((name) => [name, [false, 0, []]])));
    await visit(`/items/${mine.id}`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await visit(`/exchanges/${id}`);
    await message(page, title).waitFor();
    await writeMessage(page, words, title);
    await message(page, title).nth(1).waitFor();
    await visit(`/items/${other.id}`);
    expect(await page.getByRole('heading', { level: 1 }).evaluate((node) => getComputedStyle(node).direction)).toBe('rtl');
  });
});
