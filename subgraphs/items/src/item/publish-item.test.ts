import { randomUUID } from 'node:crypto';
import { ask, read, someone } from '@secondlife/platform/testing/ask';
import { openItems, PUBLISH, toCategoryId, toInput, type Answer, type ItemsKit } from '../testing/items-kit.js';

let kit: ItemsKit;
beforeAll(async () => {
  kit = await openItems();
});
afterAll(() => kit.dispose());

const ITEM = 'query ($id: ID!) { item(id: $id) { id title status photos { id } place { lat lng radiusMetres label } } }';
const DISTANCE = 'query ($id: ID!, $near: GeoPointInput!) { item(id: $id) { distanceMetres(near: $near) } }';
const home = { lat: 45.7578, lng: 4.8351 };

describe('publishItem', () => {
  it('makes an item that everyone sees', async () => {
    const userId = someone();
    const said = { description: 'Pneus neufs.\nFreins à revoir.', condition: 'FAIR', wishes: 'Une guitare' };
    const input = { ...said, title: '  Vélo de ville  ', categoryId: toCategoryId('bicycles') };
    expect(await kit.publish(input, { userId })).toMatchObject({
      __typename: 'Item',
      ...said,
      title: 'Vélo de ville',
      status: 'PUBLISHED',
      publishedAt: new Date(kit.clock.nowMs).toISOString(),
      version: 1,
      owner: { id: userId },
      category: { slug: 'bicycles' },
      photos: [],
      place: null,
    });
  });

  it('takes a category at the top too, and leaves empty wishes out', async () => {
    const answer = await kit.publish({ categoryId: toCategoryId('furniture'), wishes: ' ' }, { userId: someone() });
    expect(answer).toMatchObject({ __typename: 'Item', wishes: null, category: { slug: 'furniture' } });
  });

  it('is UNAUTHENTICATED for nobody', async () => {
    const { data, errors } = await ask(kit.items, PUBLISH, { input: toInput() });
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('says which part of the input breaks a rule, in the language asked for', async () => {
    const userId = someone();
    const cases: [object, string[]][] = [
      [{ title: 'ab' }, ['title']],
      [{ title: 'x'.repeat(81) }, ['title']],
      [{ title: 'x'.repeat(1_000_000) }, ['title']],
      [{ title: 'two\nlines' }, ['title']],
      [{ title: 'nul\u0000l' }, ['title']],
      [{ description: ' \n ' }, ['description']],
      [{ description: 'x'.repeat(4_001) }, ['description']],
      [{ description: 'x'.repeat(1_000_000) }, ['description']],
      [{ wishes: 'x'.repeat(501) }, ['wishes']],
      [{ categoryId: randomUUID() }, ['categoryId']],
      [{ categoryId: 'bicycles' }, ['categoryId']],
      [{ categoryId: '' }, ['categoryId']],
      [{ location: { lat: 90.1, lng: 0 } }, ['location', 'lat']],
      [{ location: { lat: 0, lng: -180.1 } }, ['location', 'lng']],
      [{ idempotencyKey: '' }, ['idempotencyKey']],
      [{ idempotencyKey: 'x'.repeat(201) }, ['idempotencyKey']],
      [{ photoIds: Array.from({ length: 11 }, () => randomUUID()) }, ['photoIds']],
    ];
    for (const [part, field] of cases) expect(await kit.publish(part, { userId })).toMatchObject({ __typename: 'InvalidInput', field });
    expect((await kit.publish({ title: 'ab' }, { userId, language: 'fr' })).message).toBe('Entre 3 et 80 caractères.');
    expect((await kit.publish({ title: 'ab' }, { userId, language: 'en' })).message).toBe('Between 3 and 80 characters.');
  });

  it('counts characters, not bytes', async () => {
    expect(await kit.publish({ title: '🪑'.repeat(80), wishes: 'x'.repeat(500), description: 'é'.repeat(4_000) }, { userId: someone() })).toMatchObject({ __typename: 'Item' });
  });

  it('refuses an unknown condition before anything is run', async () => {
    const { errors } = await ask(kit.items, PUBLISH, { input: toInput({ condition: 'SHINY' }) }, { userId: someone() });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('a person’s limit', () => {
  it('answers RateLimited to one item too many, and to nobody else', async () => {
    const limited = await openItems({ itemsPerPerson: { times: 2, seconds: 60 } });
    try {
      const [userId, other] = [someone(), someone()];
      await limited.publish({}, { userId });
      await limited.publish({}, { userId });
      expect(await limited.publish({}, { userId })).toMatchObject({ __typename: 'RateLimited', retryAfterSeconds: expect.any(Number) });
      expect(await limited.publish({}, { userId: other })).toMatchObject({ __typename: 'Item' });
    } finally {
      await limited.dispose();
    }
  });
});

describe('an idempotency key', () => {
  it('gives the first item again', async () => {
    const asker = { userId: someone() };
    const first = await kit.publish({ idempotencyKey: 'one' }, asker);
    expect(await kit.publish({ idempotencyKey: 'one' }, asker)).toEqual(first);
  });

  it('makes one item of ten requests at once, with its photo', async () => {
    const userId = someone();
    const input = { idempotencyKey: 'burst', photoIds: [await kit.storePhoto(userId)] };
    const answers = await Promise.all(Array.from({ length: 10 }, () => kit.publish(input, { userId })));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers[0]).toMatchObject({ __typename: 'Item', photos: [{ id: input.photoIds[0] }] });
    expect(await read(kit.items, `{ items(filter: { ownerId: "${userId}" }) { totalCount } }`)).toEqual({ totalCount: 1 });
  });

  it('is refused for other input, also when both come at once', async () => {
    const asker = { userId: someone() };
    const answers = await Promise.all(['Lampe', 'Tapis'].map((title) => kit.publish({ idempotencyKey: 'k', title }, asker)));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['InvalidInput', 'Item']);
    expect(await kit.publish({ idempotencyKey: 'k', title: 'Autre' }, asker)).toMatchObject({ __typename: 'InvalidInput', field: ['idempotencyKey'] });
  });

  it('is each person’s own, and forgotten after 24 hours', async () => {
    const [userId, other] = [someone(), someone()];
    const first = await kit.publish({ idempotencyKey: 'mine' }, { userId });
    expect((await kit.publish({ idempotencyKey: 'mine' }, { userId: other })).id).not.toBe(first.id);
    kit.clock.nowMs += 24 * 3600 * 1000 + 1;
    expect((await kit.publish({ idempotencyKey: 'mine', title: 'Autre' }, { userId })).id).not.toBe(first.id);
  });
});

describe('photos of an item', () => {
  it('come in the order given, described in the language asked for', async () => {
    const userId = someone();
    const photoIds = [await kit.storePhoto(userId), await kit.storePhoto(userId), await kit.storePhoto(userId)];
    const { photos } = await kit.publish({ title: 'Armoire', photoIds }, { userId, language: 'fr' });
    expect(photos.map(({ id }) => id)).toEqual(photoIds);
    const url = `https://swap.example/photos/${photoIds[0]}.webp`;
    expect(photos[0]).toMatchObject({ url, alt: 'Photo de « Armoire »', width: 40, height: 30, thumbhash: expect.any(String) });
    const representations = [photoIds[1], randomUUID(), 'nonsense'].map((id) => ({ __typename: 'Photo', id }));
    const query = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Photo { alt url } } }';
    expect(await read(kit.items, query, { representations })).toEqual([{ alt: 'Photo of “Armoire”', url: photos[1]!.url }, null, null]);
  });

  it('must be uploaded, one’s own, and each there once', async () => {
    const userId = someone();
    const mine = await kit.storePhoto(userId);
    for (const photoIds of [[randomUUID()], ['nonsense'], ['../../etc/passwd'], [await kit.storePhoto(someone())], [mine, mine], [mine, mine.toUpperCase()]]) {
      expect(await kit.publish({ photoIds }, { userId })).toMatchObject({ __typename: 'InvalidInput', field: ['photoIds'] });
    }
  });

  it('stand on one item alone, also when two want them at once', async () => {
    const userId = someone();
    const photoIds = [await kit.storePhoto(userId)];
    const answers = await Promise.all([kit.publish({ photoIds }, { userId }), kit.publish({ photoIds }, { userId })]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['InvalidInput', 'Item']);
    expect(answers.find(({ __typename }) => __typename === 'InvalidInput')).toMatchObject({ field: ['photoIds'] });
  });
});

describe('the place of an item', () => {
  it('is coarsened, with an honest radius and the nearest town', async () => {
    const { place } = await kit.publish({ location: home }, { userId: someone() });
    expect(place).toMatchObject({ radiusMetres: 1_500, label: expect.any(String) });
    expect(place).not.toMatchObject(home);
    expect(Math.abs(place!.lat - home.lat)).toBeLessThan(0.0136);
  });

  it('has no label far from any town', async () => {
    const { place } = await kit.publish({ location: { lat: 0, lng: -140 } }, { userId: someone() });
    expect(place).toMatchObject({ label: null });
  });

  it('tells nothing of the true point in any field, nor in its distance', async () => {
    const userId = someone();
    const id = await kit.publishOne(userId, { location: home });
    const { place, distanceMetres } = await read<Answer & { distanceMetres: number }>(
      kit.items,
      'query ($id: ID!, $near: GeoPointInput!) { item(id: $id) { place { lat lng } distanceMetres(near: $near) } }',
      { id, near: home },
      { userId },
    );
    const shown = await read<{ distanceMetres: number }>(kit.items, DISTANCE, { id, near: place });
    expect(shown.distanceMetres).toBe(0);
    expect(distanceMetres % 100).toBe(0);
  });
});

describe('an item', () => {
  it('is found by id; unknown and malformed ids are null', async () => {
    const id = await kit.publishOne(someone());
    expect(await read(kit.items, ITEM, { id })).toMatchObject({ id, title: 'Bouilloire' });
    for (const unknown of [randomUUID(), 'nonsense', '', 'x'.repeat(1_000_000)]) expect(await read(kit.items, ITEM, { id: unknown })).toBeNull();
  });

  it('is an entity, also for a service that asks for its owner and version', async () => {
    const ownerId = someone();
    const id = await kit.publishOne(ownerId);
    const representations = [{ __typename: 'Item', id }, { __typename: 'Item', id: randomUUID() }, { __typename: 'Item', id: 'gone' }];
    const query = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Item { id version status owner { id } } } }';
    const known = { id, version: 1, status: 'PUBLISHED', owner: { id: ownerId } };
    expect(await read(kit.items, query, { representations }, { service: 'exchanges' })).toEqual([known, null, null]);
  });

  it('measures distance from a point on Earth alone', async () => {
    const id = await kit.publishOne(someone());
    expect(await read(kit.items, DISTANCE, { id, near: home })).toEqual({ distanceMetres: null });
    const { errors } = await ask(kit.items, DISTANCE, { id, near: { lat: 91, lng: 0 } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
