import { ask, read, someone } from '@secondlife/platform/testing/ask';
import { openWorld, type World } from '../testing/test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());
beforeEach(() => {
  world.owner.mood = 'WELL';
});

const COUNT = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Item { id openProposals } } }`;
const toVariables = (ids: string[]) => ({ representations: ids.map((id) => ({ __typename: 'Item', id })) });
const countsFor = async (userId: string | null, ids: string[]) =>
  (await read<({ openProposals: number | null } | null)[]>(world.exchanges, COUNT, toVariables(ids), { userId })).map((item) => item && item.openProposals);

describe('openProposals', () => {
  it('counts the proposals that have the item now, whoever made them', async () => {
    const owner = someone();
    const [vase, clock] = [world.addItem(owner), world.addItem(owner)];
    const people = [someone(), someone(), someone()] as const;
    const [one, two] = [await world.propose(people[0], [world.addItem(people[0])], [vase]), await world.propose(people[1], [world.addItem(people[1])], [vase, clock])];
    const mine = await world.propose(owner, [clock], [world.addItem(people[2])]);
    expect(await countsFor(owner, [vase, clock])).toEqual([2, 2]);
    await world.counter(owner, two.id, [clock], [two.legs[0]!.items[0]!.id]);
    expect(await countsFor(owner, [vase, clock])).toEqual([1, 2]);
    await world.cancel(owner, mine.id);
    await world.accept(owner, one.id);
    expect(await countsFor(owner, [vase, clock])).toEqual([0, 1]);
  });

  it('are seen by the owner alone', async () => {
    const [owner, other] = [someone(), someone()];
    const vase = world.addItem(owner);
    await world.propose(other, [world.addItem(other)], [vase]);
    expect(await countsFor(owner, [vase])).toEqual([1]);
    expect(await countsFor(other, [vase])).toEqual([null]);
    expect(await countsFor(null, [vase])).toEqual([null]);
    expect(await countsFor(owner, [someone()])).toEqual([null]);
    expect(await countsFor(owner, ['nonsense'])).toEqual([null]);
  });

  it('are none for what was published a moment ago, and many items are asked about at once', async () => {
    const owner = someone();
    const items = [world.addItem(owner), world.addItem(owner), world.addItem(someone())];
    world.owner.asked.length = 0;
    expect(await countsFor(owner, items)).toEqual([0, 0, null]);
    expect(world.owner.asked.map(({ ids }) => ids)).toEqual([items]);
    expect(await countsFor(null, [world.addItem(owner)])).toEqual([null]);
    expect(world.owner.asked).toHaveLength(1);
  });

  it('are missing, and nothing else is, when items can’t be asked', async () => {
    const owner = someone();
    const vase = world.addItem(owner);
    world.owner.mood = 'DOWN';
    const { data, errors } = await ask(world.exchanges, COUNT, toVariables([vase]), { userId: owner });
    expect(data).toMatchObject({ _entities: [{ id: vase, openProposals: null }] });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
  });
});
