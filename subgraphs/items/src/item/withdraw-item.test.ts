import { randomUUID } from 'node:crypto';
import { ask, read, someone } from '@secondlife/platform/testing/ask';
import { openItems, until, type Answer, type ItemsKit } from '../testing/items-kit.js';
import { ItemStatus, toStatus } from './item-status.js';

let kit: ItemsKit;
beforeAll(async () => {
  kit = await openItems();
});
afterAll(() => kit.dispose());

const WITHDRAW = `mutation ($id: ID!) { withdrawItem(id: $id) { __typename
  ... on Item { id status version } ... on Failure { message } ... on ItemUnavailable { itemIds } } }`;
const withdraw = (id: string, userId: string, language: 'fr' | 'en' = 'en') => read<Answer>(kit.items, WITHDRAW, { id }, { userId, language });
const readItem = (id: string) => read<Answer>(kit.items, 'query ($id: ID!) { item(id: $id) { status version } }', { id });
const becomes = (id: string, status: string) => until(async () => (await readItem(id)).status === status);

describe('withdrawItem', () => {
  it('takes an item back, which stays to be seen by its id; again, it does nothing', async () => {
    const ownerId = someone();
    const id = await kit.publishOne(ownerId);
    expect(await withdraw(id, ownerId)).toEqual({ __typename: 'Item', id, status: 'WITHDRAWN', version: 2 });
    expect(await withdraw(id, ownerId)).toEqual({ __typename: 'Item', id, status: 'WITHDRAWN', version: 2 });
    expect(await readItem(id)).toEqual({ status: 'WITHDRAWN', version: 2 });
  });

  it('does it once when asked ten times at once', async () => {
    const ownerId = someone();
    const id = await kit.publishOne(ownerId);
    const answers = await Promise.all(Array.from({ length: 10 }, () => withdraw(id, ownerId)));
    expect(new Set(answers.map(({ version }) => version))).toEqual(new Set([2]));
  });

  it('answers NotFound for unknown and malformed ids', async () => {
    for (const id of [randomUUID(), 'nonsense', '', 'x'.repeat(1_000_000)]) {
      expect(await withdraw(id, someone(), 'fr')).toEqual({ __typename: 'NotFound', message: 'Introuvable.' });
    }
  });

  it('is FORBIDDEN for another’s item and UNAUTHENTICATED for nobody', async () => {
    const id = await kit.publishOne(someone());
    for (const [asker, code] of [[{ userId: someone() }, 'FORBIDDEN'], [{}, 'UNAUTHENTICATED'], [{ service: 'exchanges' }, 'UNAUTHENTICATED']] as const) {
      const { errors } = await ask(kit.items, WITHDRAW, { id }, asker);
      expect(errors?.[0]?.extensions).toMatchObject({ code });
    }
    expect(await readItem(id)).toEqual({ status: 'PUBLISHED', version: 1 });
  });

  it('answers ItemUnavailable for what is promised or exchanged', async () => {
    const ownerId = someone();
    const id = await kit.publishOne(ownerId);
    for (const [version, hold] of [[1, 'RESERVED'], [2, 'EXCHANGED']] as const) {
      await kit.tellHold(version, { itemId: id, hold });
      await becomes(id, hold);
      expect(await withdraw(id, ownerId)).toMatchObject({ __typename: 'ItemUnavailable', itemIds: [id], message: expect.any(String) });
    }
  });
});

describe('the status of an item', () => {
  it('follows what exchanges tells, whatever the order of events: the highest version is the truth', async () => {
    const [id, last] = [await kit.publishOne(someone()), await kit.publishOne(someone())];
    await kit.tellHold(2, { itemId: id, hold: 'NONE' });
    // Workers may take the next one first.
    await until(async () => (await readItem(id)).version === 2);
    await kit.tellHold(1, { itemId: id, hold: 'RESERVED' });
    await kit.tellHold(2, { itemId: id, hold: 'EXCHANGED' });
    // Events for items that were never here are passed over, and hold nothing up.
    await kit.tellHold(1, { itemId: randomUUID(), hold: 'RESERVED' });
    await kit.tellHold(1, { itemId: 'nonsense', hold: 'RESERVED' });
    await kit.tellHold(1, { itemId: last, hold: 'RESERVED' });
    await becomes(last, 'RESERVED');
    expect(await readItem(id)).toEqual({ status: 'PUBLISHED', version: 2 });
    await kit.tellHold(3, { itemId: id, hold: 'RESERVED' });
    await becomes(id, 'RESERVED');
    expect((await readItem(id)).version).toBe(3);
  });

  it('arrives within a second', async () => {
    const id = await kit.publishOne(someone());
    const startedAt = performance.now();
    await kit.tellHold(1, { itemId: id, hold: 'RESERVED' });
    await becomes(id, 'RESERVED');
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('is WITHDRAWN rather than RESERVED, and EXCHANGED whatever the owner did', () => {
    expect(toStatus('PUBLISHED', 'NONE')).toBe(ItemStatus.PUBLISHED);
    expect(toStatus('PUBLISHED', 'RESERVED')).toBe(ItemStatus.RESERVED);
    expect(toStatus('PUBLISHED', 'EXCHANGED')).toBe(ItemStatus.EXCHANGED);
    expect(toStatus('WITHDRAWN', 'NONE')).toBe(ItemStatus.WITHDRAWN);
    expect(toStatus('WITHDRAWN', 'RESERVED')).toBe(ItemStatus.WITHDRAWN);
    expect(toStatus('WITHDRAWN', 'EXCHANGED')).toBe(ItemStatus.EXCHANGED);
  });
});

describe('events', () => {
  it('tell exchanges of what is published and withdrawn, with the item’s version', async () => {
    const ownerId = someone();
    const id = await kit.publishOne(ownerId);
    await withdraw(id, ownerId);
    const told = await kit.readTold(id);
    expect(told).toEqual([
      { type: 'item.published', version: 1, data: { id, ownerId, listing: 'PUBLISHED' } },
      { type: 'item.withdrawn', version: 2, data: { id, ownerId, listing: 'WITHDRAWN' } },
    ]);
  });
});
