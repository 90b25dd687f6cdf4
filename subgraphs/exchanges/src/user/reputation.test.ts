import { read, someone } from '@secondlife/platform/testing/ask';
import { openWorld, type World } from '../testing/test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());

const DAY_MS = 24 * 60 * 60 * 1000;

async function accepted(ann: string, ben = someone()) {
  const { id } = await world.propose(ann, [world.addItem(ann)], [world.addItem(ben)]);
  await world.accept(ben, id);
  return { id, ben };
}
async function completed(ann: string) {
  const { id, ben } = await accepted(ann);
  await world.confirm(ann, id);
  await world.confirm(ben, id);
  return { id, ben };
}
/** A swap that was completed, after which the other one writes a review. */
async function reviewed(ann: string, rating: number) {
  const { id, ben } = await completed(ann);
  await world.rows.query('INSERT INTO review (exchange_id, author_id, subject_id, rating) VALUES ($1, $2, $3, $4)', [id, ben, ann, rating]);
  return ben;
}
const reputationsOf = async (ids: string[]) => {
  const representations = ids.map((id) => ({ __typename: 'User', id }));
  const query = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on User { id reputation { rating reviewCount completedExchanges reliability } } }
  }`;
  return (await read<({ reputation: object } | null)[]>(world.exchanges, query, { representations })).map((user) => user && user.reputation);
};

describe('a reputation', () => {
  it('shows figures from three reviews on', async () => {
    const ann = someone();
    expect(await reputationsOf([ann])).toEqual([{ rating: null, reviewCount: 0, completedExchanges: 0, reliability: null }]);
    const authors = [await reviewed(ann, 5), await reviewed(ann, 4)];
    expect(await reputationsOf([ann])).toEqual([{ rating: null, reviewCount: 2, completedExchanges: 2, reliability: null }]);
    await reviewed(ann, 4);
    expect(await reputationsOf([ann, ...authors, 'nonsense'])).toEqual([
      { rating: 4.3, reviewCount: 3, completedExchanges: 3, reliability: 1 },
      ...authors.map(() => ({ rating: null, reviewCount: 0, completedExchanges: 1, reliability: null })),
      null,
    ]);
  });

  it('counts as broken what was called off after the acceptance, or withdrawn, by that person alone', async () => {
    const [ann, ben] = [someone(), someone()];
    for (const person of [ann, ben]) for (const rating of [1, 2, 5]) await reviewed(person, rating);
    const { id } = await accepted(ann, ben);
    await world.cancel(ben, id);
    const proposal = await world.propose(ann, [world.addItem(ann)], [world.addItem(ben)]);
    await world.cancel(ann, proposal.id);
    expect(await reputationsOf([ann, ben])).toMatchObject([
      { rating: 2.7, reliability: 1 },
      { rating: 2.7, reliability: 0.75 },
    ]);

    const lamp = world.addItem(ann);
    const promised = await world.propose(ann, [lamp], [world.addItem(ben)]);
    await world.accept(ben, promised.id);
    await world.tellItem('item.withdrawn', lamp, ann, 2);
    await world.untilTold(({ data }) => 'change' in data && data.id === promised.id && data.change === 'CANCELLED');
    expect(await reputationsOf([ann, ben])).toMatchObject([{ reliability: 0.75 }, { reliability: 0.75 }]);
  });

  it('counts what lapsed as broken by who had not confirmed', async () => {
    const [ann, ben] = [someone(), someone()];
    for (const person of [ann, ben]) for (const rating of [3, 3, 3]) await reviewed(person, rating);
    const half = await accepted(ann, ben);
    await world.confirm(ann, half.id);
    world.clock.ms += 17 * DAY_MS;
    await world.exchanges.endDue();
    expect(await reputationsOf([ann, ben])).toMatchObject([{ reliability: 1 }, { reliability: 0.75 }]);
    await accepted(ann, ben);
    world.clock.ms += 14 * DAY_MS;
    await world.exchanges.endDue();
    expect(await reputationsOf([ann, ben])).toMatchObject([{ reliability: 0.75 }, { reliability: 0.6 }]);
  });
});
