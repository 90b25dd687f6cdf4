import { randomUUID } from 'node:crypto';
import { ask, read, someone, type Asker } from '@secondlife/platform/testing/ask';
import { distanceMetres } from '../place/distance.js';
import { openItems, toCategoryId, until, type Answer, type ItemsKit } from '../testing/items-kit.js';

let kit: ItemsKit;
beforeAll(async () => {
  kit = await openItems();
});
afterAll(() => kit.dispose());

const ITEMS = `query ($filter: ItemFilter, $near: GeoPointInput, $order: ItemOrder! = NEWEST, $first: Int! = 24, $after: String) {
  items(filter: $filter, near: $near, order: $order, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { id title status place { lat lng } } } } }`;

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  edges: { cursor: string; node: Answer & { title: string } }[];
}
const list = (variables: object, asker?: Asker) => read<Page>(kit.items, ITEMS, variables as Record<string, unknown>, asker);
const toTitles = ({ edges }: Page) => edges.map(({ node }) => node.title);
const listTitles = async (variables: object, asker?: Asker) => toTitles(await list(variables, asker));

/** A word that stands in no other test's items, to look for them alone. */
const newWord = () => `mot${randomUUID().replaceAll('-', '')}`;
/** One item for each title, a second apart, the last one the newest. */
async function publishAll(ownerId: string, inputs: object[]): Promise<string[]> {
  const ids: string[] = [];
  for (const input of inputs) {
    kit.clock.nowMs += 1_000;
    ids.push(await kit.publishOne(ownerId, input));
  }
  return ids;
}
/** Every page, one after the other; `between` runs before each. */
async function readThrough(variables: object, between: () => Promise<unknown> = async () => undefined): Promise<string[]> {
  const titles: string[] = [];
  let after: string | null = null;
  for (;;) {
    await between();
    const page: Page = await list({ ...variables, after });
    titles.push(...toTitles(page));
    if (!page.pageInfo.hasNextPage) return titles;
    after = page.pageInfo.endCursor;
  }
}

describe('items', () => {
  it('come newest first, in pages that say where they stand', async () => {
    const word = newWord();
    await publishAll(someone(), ['Un', 'Deux', 'Trois'].map((title) => ({ title: `${title} objet`, description: word })));
    const first = await list({ filter: { text: word }, first: 2 });
    expect(toTitles(first)).toEqual(['Trois objet', 'Deux objet']);
    const [startCursor, endCursor] = first.edges.map(({ cursor }) => cursor);
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor, endCursor } });
    const second = await list({ filter: { text: word }, first: 2, after: first.pageInfo.endCursor });
    expect(toTitles(second)).toEqual(['Un objet']);
    expect(second).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false, hasPreviousPage: true } });
    const none = await list({ filter: { text: newWord() } });
    expect(none).toEqual({ totalCount: 0, edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } });
  });

  it('of one moment all come, each once', async () => {
    const word = newWord();
    const titles = Array.from({ length: 25 }, (_, index) => `Objet ${index}`);
    const ownerId = someone();
    await Promise.all(titles.map((title) => kit.publishOne(ownerId, { title, description: word })));
    expect((await readThrough({ filter: { text: word }, first: 4 })).toSorted()).toEqual(titles.toSorted());
  });

  it.each(['NEWEST', 'NEAREST', 'RELEVANCE'])('are neither skipped nor repeated while others are added, by %s', async (order) => {
    const word = newWord();
    const ownerId = someone();
    const inputs = Array.from({ length: 12 }, (_, index) => ({ title: `Ancien ${index}`, description: word, location: { lat: 45 + index / 50, lng: 4.8 } }));
    await publishAll(ownerId, inputs);
    const between = () => publishAll(ownerId, [{ title: 'Nouveau', description: word, location: { lat: 45.1, lng: 4.8 } }]);
    const titles = await readThrough({ filter: { text: word }, near: { lat: 45, lng: 4.8 }, order, first: 3 }, between);
    expect(titles.filter((title) => title !== 'Nouveau').toSorted()).toEqual(inputs.map(({ title }) => title).toSorted());
  });

  it('come by distance to the coarsened place, those without a place last', async () => {
    const word = newWord();
    const near = { lat: 45.76, lng: 4.83 };
    const at = (km: number) => ({ lat: 45.76 + km / 111, lng: 4.83 });
    await publishAll(someone(), [
      { title: 'Nulle part', description: word },
      { title: 'A 30 km', description: word, location: at(30) },
      { title: 'A 10 km', description: word, location: at(10) },
      { title: 'A 20 km', description: word, location: at(20) },
      { title: 'Nulle part non plus', description: word },
    ]);
    const nearest = { filter: { text: word }, near, order: 'NEAREST' };
    expect(await listTitles(nearest)).toEqual(['A 10 km', 'A 20 km', 'A 30 km', 'Nulle part non plus', 'Nulle part']);
    expect(await readThrough({ ...nearest, first: 1 })).toEqual(['A 10 km', 'A 20 km', 'A 30 km', 'Nulle part non plus', 'Nulle part']);
    const { edges } = await list(nearest);
    for (const { node } of edges.slice(0, 3)) {
      const metres = distanceMetres(near, node.place!);
      const within = (withinMetres: number) => listTitles({ filter: { text: word, withinMetres }, near });
      expect(await within(Math.ceil(metres) + 1)).toContain(node.title);
      expect(await within(Math.floor(metres) - 1)).not.toContain(node.title);
    }
  });

  it('with the words in the title come first by RELEVANCE, then the newest', async () => {
    const word = newWord();
    const inputs = [{ title: `Titre ${word} un` }, { description: word, title: 'Texte un' }, { title: `Titre ${word} deux` }, { wishes: word, title: 'Texte deux' }];
    await publishAll(someone(), inputs);
    const expected = [`Titre ${word} deux`, `Titre ${word} un`, 'Texte deux', 'Texte un'];
    expect(await listTitles({ filter: { text: word }, order: 'RELEVANCE' })).toEqual(expected);
    expect(await readThrough({ filter: { text: word }, order: 'RELEVANCE', first: 1 })).toEqual(expected);
  });
});

describe('a filter', () => {
  it('by text wants every word somewhere, in any case, as it is written', async () => {
    const word = newWord();
    const [, percent] = ['Étagère bleue', 'Remise 100%_ sûr'];
    await publishAll(someone(), [
      { title: 'Étagère bleue', description: `En bois ${word}`, wishes: 'Un tapis' },
      { title: percent, description: word },
    ]);
    const found = (text: string) => listTitles({ filter: { text: `${word} ${text}` } });
    expect(await found('ÉTAGÈRE TAPIS bois')).toEqual(['Étagère bleue']);
    expect(await found('étagère lampe')).toEqual([]);
    expect(await found('100%_')).toEqual([percent]);
    expect(await found('%')).toEqual([percent]);
    expect(await found('_tag')).toEqual([]);
    expect(await found('\\')).toEqual([]);
    expect(await found('\u0000 \n')).toEqual([percent, 'Étagère bleue']);
  });

  it('by category includes what is below it; by condition, any of them; an empty list lets everything through', async () => {
    const text = newWord();
    await publishAll(someone(), [
      { title: 'Fauteuil', description: text, categoryId: toCategoryId('armchairs'), condition: 'NEW' },
      { title: 'Meuble', description: text, categoryId: toCategoryId('furniture'), condition: 'FAIR' },
      { title: 'Livre', description: text, categoryId: toCategoryId('books'), condition: 'GOOD' },
    ]);
    expect(await listTitles({ filter: { text, categories: [toCategoryId('furniture')] } })).toEqual(['Meuble', 'Fauteuil']);
    expect(await listTitles({ filter: { text, categories: [toCategoryId('armchairs'), toCategoryId('books')] } })).toEqual(['Livre', 'Fauteuil']);
    expect(await listTitles({ filter: { text, categories: [randomUUID(), 'nonsense'] } })).toEqual([]);
    expect(await listTitles({ filter: { text, conditions: ['NEW', 'GOOD'] } })).toEqual(['Livre', 'Fauteuil']);
    expect(await listTitles({ filter: { text, conditions: [], categories: [] } })).toHaveLength(3);
    expect(await listTitles({ filter: { text, conditions: null, categories: null, withinMetres: null, ownerId: null } })).toHaveLength(3);
  });

  it('by owner shows what is reserved too, and to the owner everything', async () => {
    const ownerId = someone();
    const [, reserved, exchanged, withdrawn] = await publishAll(ownerId, ['Libre', 'Promis', 'Parti', 'Retiré'].map((title) => ({ title })));
    await kit.tellHold(1, { itemId: reserved!, hold: 'RESERVED' });
    await kit.tellHold(1, { itemId: exchanged!, hold: 'EXCHANGED' });
    await read(kit.items, `mutation { withdrawItem(id: "${withdrawn}") { __typename } }`, {}, { userId: ownerId });
    const all = { filter: { ownerId } };
    await until(async () => (await list(all, { userId: ownerId })).edges.filter(({ node }) => node.status !== 'PUBLISHED').length === 3);

    const shown = { totalCount: 2, edges: [{ node: { title: 'Promis' } }, { node: { title: 'Libre' } }] };
    for (const asker of [{}, { userId: someone() }, { service: 'exchanges' }]) expect(await list(all, asker)).toMatchObject(shown);
    expect(await listTitles(all, { userId: ownerId })).toEqual(['Retiré', 'Parti', 'Promis', 'Libre']);
    expect(await listTitles({ filter: { ownerId: ownerId.toUpperCase() } }, { userId: ownerId })).toHaveLength(4);
    expect(await listTitles({})).toContain('Libre');
    expect(await listTitles({}, { userId: ownerId })).not.toContain('Promis');
    for (const unknown of [someone(), 'nonsense', '']) expect(await list({ filter: { ownerId: unknown } })).toMatchObject({ totalCount: 0, edges: [] });
  });
});

describe('bad arguments of items', () => {
  const near = { lat: 45, lng: 4 };
  const refused = async (variables: Record<string, unknown>) => {
    const { data, errors } = await ask(kit.items, ITEMS, variables);
    expect(data?.['items'] ?? null).toBeNull();
    return errors?.[0]?.extensions?.['code'];
  };

  it.each([
    { first: 0 },
    { first: 101 },
    { first: -1 },
    { order: 'NEAREST' },
    { order: 'CHEAPEST' },
    { filter: { withinMetres: 1_000 } },
    { filter: { withinMetres: 0 }, near },
    { filter: { withinMetres: -5 }, near },
    { filter: { text: 'x'.repeat(201) } },
    { filter: { text: 'x'.repeat(1_000_000) } },
    { filter: { conditions: ['SHINY'] } },
    { near: { lat: -91, lng: 4 } },
    { near: { lat: 45, lng: 181 }, order: 'NEAREST' },
    { after: 'garbage' },
    { after: 'x'.repeat(1_000_000) },
    { after: toCursor([]) },
    { after: toCursor(['newest', 'yesterday', randomUUID()]) },
    { after: toCursor(['newest', 1e300, randomUUID()]) },
    { after: toCursor(['newest', 0, 'nonsense']) },
    { after: toCursor(['newest', 0, randomUUID(), 'more']) },
  ])('are BAD_USER_INPUT: %j', async (variables) => {
    expect(await refused(variables)).toBe('BAD_USER_INPUT');
  });

  it('include a cursor that another order gave, or the same order from elsewhere', async () => {
    await publishAll(someone(), [{ location: near }, { location: near }]);
    const cursorOf = async (variables: object) => (await list({ ...variables, first: 1 })).pageInfo.endCursor;
    const [newest, nearest, relevant] = [await cursorOf({}), await cursorOf({ near, order: 'NEAREST' }), await cursorOf({ order: 'RELEVANCE' })];
    expect(await refused({ after: nearest })).toBe('BAD_USER_INPUT');
    expect(await refused({ after: relevant })).toBe('BAD_USER_INPUT');
    expect(await refused({ after: newest, near, order: 'NEAREST' })).toBe('BAD_USER_INPUT');
    expect(await refused({ after: nearest, near: { lat: 44, lng: 4 }, order: 'NEAREST' })).toBe('BAD_USER_INPUT');
    expect(await list({ after: nearest, near, order: 'NEAREST', first: 1 })).toMatchObject({ pageInfo: { hasPreviousPage: true } });
  });

  function toCursor(key: unknown[]): string {
    return Buffer.from(JSON.stringify(key)).toString('base64url');
  }
});
