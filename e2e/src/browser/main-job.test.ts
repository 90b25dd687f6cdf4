import { useRig } from './rig/rig.js';
import { readWords } from './rig/words.js';
import { anyCategory, publish } from '../people.js';
import { message, messageThatIs, standing, takeTurn, writeMessage } from './steps/exchange.js';
import { publishByHand, takeLargePhoto } from './steps/publish.js';
import { SOON_MS, timeUntilSeen } from './steps/timing.js';

const rig = useRig();
const words = readWords('fr');

describe('the main job, by two people with a phone each', () => {
  it('from a photo to two confirmed handovers, each seeing the other’s steps at once', async () => {
    const [nour, karim] = [await rig.openPerson({ name: 'Nour' }), await rig.openPerson({ name: 'Karim' })];
    const category = await anyCategory(karim.person.graph);
    await publish(karim.person, category, { title: 'Guitare folk' });
    await publish(karim.person, category, { title: 'Lampe de bureau' });
    const took: Record<string, number> = {};

    await nour.visit('/publish');
    const itemId = await publishByHand(nour.page, words, { title: 'Machine à coudre Singer', photos: [await takeLargePhoto(), await takeLargePhoto()] });
    await nour.page.getByRole('heading', { level: 1, name: 'Machine à coudre Singer' }).waitFor();
    expect((await nour.person.graph.read('query ($id: ID!) { item(id: $id) { photos { width height } } }', { id: itemId })).photos).toHaveLength(2);
    await nour.visit('/exchanges');
    await nour.page.getByText(words('exchange.emptyTitle')).waitFor();

    // Karim finds it, and proposes one of his own.
    await karim.visit('/search');
    await karim.page.getByRole('searchbox', { name: words('search.label') }).fill('singer');
    await karim.page.getByRole('feed').getByRole('link', { name: /Machine à coudre Singer/ }).click();
    await karim.page.getByRole('heading', { level: 1, name: 'Machine à coudre Singer' }).waitFor();
    await karim.page.getByRole('link', { name: words('item.propose') }).first().click();
    await karim.page.getByRole('button', { name: /Guitare folk/ }).click();
    await karim.page.getByLabel(words('propose.note')).fill('Bonjour Nour, elle sonne bien !');
    took['the proposal'] = await timeUntilSeen(() => karim.page.getByRole('button', { name: words('propose.send') }).click(), nour.page.getByRole('main').getByRole('link', { name: /Karim/ }).first());
    await karim.page.waitForURL(/\/exchanges\/[^/]+$/);

    // Nour asks for the lamp too; Karim agrees.
    await nour.page.getByRole('main').getByRole('link', { name: /Karim/ }).first().click();
    await standing(nour.page, words, 'answer').waitFor();
    await nour.page.getByRole('main').getByRole('link', { name: words('exchange.turns.counter.button') }).click();
    await nour.page.getByRole('button', { name: words('propose.askMore') }).click();
    await nour.page.getByRole('dialog').getByRole('button', { name: /Lampe de bureau/ }).click();
    await nour.page.getByRole('dialog').getByRole('button', { name: words('propose.done') }).click();
    took['the counter-proposal'] = await timeUntilSeen(() => nour.page.getByRole('button', { name: words('propose.sendCounter') }).click(), standing(karim.page, words, 'answer'));
    await karim.page.getByText(words('exchange.change.mineAdded')).first().waitFor();
    await nour.page.waitForURL(/\/exchanges\/[^/]+$/);
    took['the acceptance'] = await timeUntilSeen(() => takeTurn(karim.page, words, 'accept'), standing(nour.page, words, 'handOver'));

    // They talk: a message waits, is sent, is read.
    let letThrough = () => {};
    const gate = new Promise<void>((resolve) => (letThrough = resolve));
    await nour.page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('sendMessage')) await gate;
      await route.fallback();
    });
    await writeMessage(nour.page, words, 'Samedi au parc ?');
    await messageThatIs(nour.page, words, 'Samedi au parc ?', 'sending').waitFor();
    took['a message'] = await timeUntilSeen(async () => letThrough(), message(karim.page, 'Samedi au parc ?'));
    took['that it was read'] = await timeUntilSeen(async () => {}, messageThatIs(nour.page, words, 'Samedi au parc ?', 'read'));
    took['an answer'] = await timeUntilSeen(() => writeMessage(karim.page, words, 'Parfait, à 10 h.'), message(nour.page, 'Parfait, à 10 h.'));

    took['the first confirmation'] = await timeUntilSeen(() => takeTurn(nour.page, words, 'confirm'), standing(karim.page, words, 'confirmLast'));
    await standing(nour.page, words, 'waitConfirm').waitFor();
    took['the last confirmation'] = await timeUntilSeen(() => takeTurn(karim.page, words, 'confirm'), standing(nour.page, words, 'completed'));
    await standing(karim.page, words, 'completed').waitFor();
    expect(Object.entries(took).filter(([, ms]) => ms > SOON_MS)).toEqual([]);
  }, 60_000);
});
