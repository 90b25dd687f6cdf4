import type { FormattedExecutionResult } from 'graphql';
import { read, someone, toCall, type Asker } from '@secondlife/platform/testing/ask';
import { openItems, toCategoryId, type ItemsKit } from '../testing/items-kit.js';

let kit: ItemsKit;
const open: AsyncIterator<unknown>[] = [];
beforeAll(async () => {
  kit = await openItems();
});
afterEach(async () => {
  for (const events of open.splice(0)) await events.return?.();
});
afterAll(() => kit.dispose());

const PUBLISHED = 'subscription ($filter: ItemFilter) { itemPublished(filter: $filter) { id title category { name } photos { id } owner { id } } }';

async function subscribe(filter: object | null = null, asker: Asker = {}): Promise<() => Promise<FormattedExecutionResult>> {
  const events = await kit.items.subscribe({ query: PUBLISHED, variables: { filter } }, toCall(asker));
  open.push(events);
  return async () => (await events.next()).value as FormattedExecutionResult;
}

describe('itemPublished', () => {
  it('tells everyone of each new item, in their language, with its photos', async () => {
    const [ownerId, next] = [someone(), await subscribe(null, { language: 'fr' })];
    const photoIds = [await kit.storePhoto(ownerId)];
    const id = await kit.publishOne(ownerId, { title: 'Vélo', categoryId: toCategoryId('bicycles'), photoIds });
    expect(await next()).toEqual({
      data: { itemPublished: { id, title: 'Vélo', category: { name: 'Vélos' }, photos: [{ id: photoIds[0] }], owner: { id: ownerId } } },
    });
  });

  it('lets through what the filter does, by the same rules as items', async () => {
    const [ownerId, other] = [someone(), someone()];
    const [byText, byCategory, byCondition, byOwner] = await Promise.all([
      subscribe({ text: 'ROUGE vélo' }),
      subscribe({ categories: [toCategoryId('sport')] }),
      subscribe({ conditions: ['FOR_PARTS'] }),
      subscribe({ ownerId: other }),
    ]);
    await kit.publishOne(ownerId, { title: 'Bouilloire rouge' });
    await kit.publishOne(ownerId, { title: 'Vélo rouge' });
    await kit.publishOne(ownerId, { title: 'Ballon', categoryId: toCategoryId('ball-games') });
    await kit.publishOne(ownerId, { title: 'Radio', condition: 'FOR_PARTS' });
    await kit.publishOne(other, { title: 'Lampe' });
    const titles = await Promise.all([byText, byCategory, byCondition, byOwner].map(async (next) => ((await next()).data?.['itemPublished'] as { title: string }).title));
    expect(titles).toEqual(['Vélo rouge', 'Ballon', 'Radio', 'Lampe']);
  });

  it('says nothing of an item that is no longer to be had when its turn comes', async () => {
    const ownerId = someone();
    const next = await subscribe({ ownerId }, { userId: ownerId });
    const gone = await kit.publishOne(ownerId, { title: 'Retiré' });
    await read(kit.items, `mutation { withdrawItem(id: "${gone}") { __typename } }`, {}, { userId: ownerId });
    await kit.publishOne(ownerId, { title: 'Resté' });
    expect(await next()).toMatchObject({ data: { itemPublished: { title: 'Resté' } } });
  });

  it('is BAD_USER_INPUT with a distance, which has nowhere to start from, or with too long a text', async () => {
    for (const filter of [{ withinMetres: 5_000 }, { text: 'x'.repeat(1_000_000) }]) {
      const next = await subscribe(filter);
      expect((await next()).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });

  it('ends with SUBSCRIPTION_INTERRUPTED when an item may have been missed', async () => {
    const events = await kit.items.subscribe({ query: PUBLISHED, variables: {} }, toCall());
    kit.breakLink();
    expect((await events.next()).value.errors[0].extensions).toMatchObject({ code: 'SUBSCRIPTION_INTERRUPTED' });
    expect(await events.next()).toMatchObject({ done: true });
  });

  it('ends at once when its reader leaves, even while it waits', async () => {
    const events = await kit.items.subscribe({ query: PUBLISHED, variables: {} }, toCall());
    const waiting = events.next();
    await events.return?.();
    expect(await waiting).toMatchObject({ done: true });
  });
});
