import { ask, read } from '@secondlife/platform/testing/ask';
import { openItems, type ItemsKit } from '../testing/items-kit.js';
import { CATEGORIES, withChildren } from './category.js';

let kit: ItemsKit;
beforeAll(async () => {
  kit = await openItems();
});
afterAll(() => kit.dispose());

interface Shown {
  id: string;
  slug: string;
  name: string;
  newFootprintKg: number | null;
  parent: { slug: string } | null;
}
const CATEGORY_FIELDS = 'id slug name newFootprintKg parent { slug }';

describe('categories', () => {
  it('are all listed, named in the language asked for, under their parents', async () => {
    const inFrench = await read<Shown[]>(kit.items, `{ categories { ${CATEGORY_FIELDS} } }`, {}, { language: 'fr' });
    const inEnglish = await read<Shown[]>(kit.items, `{ categories { ${CATEGORY_FIELDS} } }`);
    expect(inFrench).toHaveLength(CATEGORIES.length);
    const [sofas, canapes] = [inEnglish, inFrench].map((all) => all.find(({ slug }) => slug === 'sofas'));
    expect(sofas).toMatchObject({ name: 'Sofas', newFootprintKg: 179, parent: { slug: 'furniture' } });
    expect(canapes).toMatchObject({ id: sofas!.id, name: 'Canapés' });
    expect(inEnglish.find(({ slug }) => slug === 'furniture')).toMatchObject({ parent: null, newFootprintKg: null });
  });

  it('have ids of their own, which never change', () => {
    expect(new Set(CATEGORIES.map(({ id }) => id)).size).toBe(CATEGORIES.length);
    expect(CATEGORIES.find(({ slug }) => slug === 'sofas')!.id).toBe('2eb7648c-a3a9-5b69-84e8-4cd654eed109');
  });

  it('are entities; unknown and malformed ids are null', async () => {
    const { id } = CATEGORIES[0]!;
    const representations = [id, 'sofas', '0199c0de-0000-7000-8000-000000000001'].map((known) => ({ __typename: 'Category', id: known }));
    const query = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Category { name } } }';
    expect(await read(kit.items, query, { representations })).toEqual([{ name: 'Furniture' }, null, null]);
  });

  it('at the top include those below them', () => {
    const furniture = CATEGORIES.find(({ slug }) => slug === 'furniture')!;
    const below = CATEGORIES.filter(({ parentId }) => parentId === furniture.id).map(({ id }) => id);
    expect(withChildren([furniture.id.toUpperCase()])).toEqual([furniture.id, ...below]);
    expect(withChildren([below[0]!])).toEqual([below[0]]);
    expect(withChildren(['nonsense'])).toEqual([]);
  });
});

describe('towns', () => {
  const TOWNS = 'query ($startingWith: String!, $first: Int! = 8) { towns(startingWith: $startingWith, first: $first) { name lat lng department region } }';

  it('are found by what someone types', async () => {
    expect(await read(kit.items, TOWNS, { startingWith: 'st etienne', first: 1 })).toEqual([
      { name: 'Saint-Étienne', lat: expect.any(Number), lng: expect.any(Number), department: 'Loire', region: 'Auvergne-Rhône-Alpes' },
    ]);
    expect(await read(kit.items, TOWNS, { startingWith: 'lyon' })).not.toHaveLength(0);
    expect(await read(kit.items, TOWNS, { startingWith: '' })).toEqual([]);
  });

  it('are BAD_USER_INPUT for bad pages and endless names', async () => {
    for (const variables of [{ startingWith: 'a', first: 0 }, { startingWith: 'a', first: 101 }, { startingWith: 'a'.repeat(1_000_000) }]) {
      const { errors } = await ask(kit.items, TOWNS, variables);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });
});
