import { ask, read, someone, type Asker } from '@secondlife/platform/testing/ask';
import { openItems, until, type ItemsKit } from '../testing/items-kit.js';

let kit: ItemsKit;
beforeAll(async () => {
  kit = await openItems();
});
afterAll(() => kit.dispose());

const ITEMS = `query ($representations: [_Any!]!, $first: Int! = 24, $after: String) {
  _entities(representations: $representations) { ... on User { items(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { cursor node { title } } } } } }`;

interface WithItems {
  items: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null }; edges: { cursor: string; node: { title: string } }[] };
}
const toRepresentations = (ids: string[]) => ids.map((id) => ({ __typename: 'User', id }));
const listOf = (ids: string[], variables: object = {}, asker?: Asker) =>
  read<WithItems[]>(kit.items, ITEMS, { representations: toRepresentations(ids), ...variables }, asker);
const toTitles = ({ items }: WithItems) => items.edges.map(({ node }) => node.title);

async function publishAll(ownerId: string, titles: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const title of titles) {
    kit.clock.nowMs += 1_000;
    ids.push(await kit.publishOne(ownerId, { title }));
  }
  return ids;
}

describe('User.items', () => {
  it('gives the items of many people at once, each one’s newest first, in pages', async () => {
    const [ann, bob, none] = [someone(), someone(), someone()];
    await publishAll(ann, ['Ann 1', 'Ann 2', 'Ann 3']);
    await publishAll(bob, ['Bob 1']);
    const pages = await listOf([ann, bob, none, 'nonsense'], { first: 2 });
    expect(pages.map(toTitles)).toEqual([['Ann 3', 'Ann 2'], ['Bob 1'], [], []]);
    expect(pages.map(({ items }) => items.totalCount)).toEqual([3, 1, 0, 0]);
    expect(pages.map(({ items }) => items.pageInfo.hasNextPage)).toEqual([true, false, false, false]);
    const [rest] = await listOf([ann], { first: 2, after: pages[0]!.items.pageInfo.endCursor });
    expect(toTitles(rest!)).toEqual(['Ann 1']);
  });

  it('shows what is reserved to everyone, and the rest to its owner alone, as items does', async () => {
    const ownerId = someone();
    const [, reserved, exchanged, withdrawn] = await publishAll(ownerId, ['Libre', 'Promis', 'Parti', 'Retiré']);
    await kit.tellHold(1, { itemId: reserved!, hold: 'RESERVED' });
    await kit.tellHold(1, { itemId: exchanged!, hold: 'EXCHANGED' });
    await read(kit.items, `mutation { withdrawItem(id: "${withdrawn}") { __typename } }`, {}, { userId: ownerId });
    await until(async () => toTitles((await listOf([ownerId]))[0]!).length === 2);
    const [[forOthers], [forThemselves]] = [await listOf([ownerId], {}, { userId: someone() }), await listOf([ownerId], {}, { userId: ownerId })];
    expect([toTitles(forOthers!), forOthers!.items.totalCount]).toEqual([['Promis', 'Libre'], 2]);
    expect([toTitles(forThemselves!), forThemselves!.items.totalCount]).toEqual([['Retiré', 'Parti', 'Promis', 'Libre'], 4]);
  });

  it('is null with BAD_USER_INPUT for bad pages and cursors', async () => {
    for (const variables of [{ first: 0 }, { first: 101 }, { after: 'garbage' }]) {
      const { data, errors } = await ask(kit.items, ITEMS, { representations: toRepresentations([someone()]), ...variables });
      expect(data).toEqual({ _entities: [{ items: null }] });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });
});
