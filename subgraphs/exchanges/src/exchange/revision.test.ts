import { ask, read, someone } from '@secondlife/platform/testing/ask';
import { countQueries } from '@secondlife/platform/testing/count-queries';
import { openWorld, type World } from '../testing/test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());

const REVISIONS = 'revisions { number author { id } note createdAt legs { giver { id } receiver { id } items { id } } }';
interface Revised {
  revisions: { number: number }[];
}
const readRevisions = async (userId: string, id: string) =>
  (await read<Revised | null>(world.exchanges, `query ($id: ID!) { exchange(id: $id) { ${REVISIONS} } }`, { id }, { userId }))?.revisions;

/** Two people, and a first proposal of the one's lamp for the other's chair. */
async function proposed() {
  const [ann, ben] = [someone(), someone()];
  const [lamp, chair] = [world.addItem(ann), world.addItem(ben)];
  const { id } = await world.propose(ann, [lamp], [chair], { note: 'Hello!' });
  const toLegs = (anns: string[], bens: string[]) => [
    { giver: { id: ann }, receiver: { id: ben }, items: anns.map((item) => ({ id: item })) },
    { giver: { id: ben }, receiver: { id: ann }, items: bens.map((item) => ({ id: item })) },
  ];
  return { ann, ben, lamp, chair, id, toLegs };
}

describe('Exchange.revisions', () => {
  it('are what was on the table, oldest first, each with who, when, what and the word with it', async () => {
    const { ann, ben, lamp, chair, id, toLegs } = await proposed();
    const first = { number: 1, author: { id: ann }, note: 'Hello!', createdAt: new Date(world.clock.ms).toISOString(), legs: toLegs([lamp], [chair]) };
    expect(await readRevisions(ben, id)).toEqual([first]);

    world.clock.ms += 60_000;
    const [shelf, vase] = [world.addItem(ben), world.addItem(ann)];
    await world.counter(ben, id, [chair, shelf], [vase]);
    const second = { number: 2, author: { id: ben }, note: null, createdAt: new Date(world.clock.ms).toISOString(), legs: toLegs([vase], [chair, shelf]) };
    expect(await readRevisions(ann, id)).toEqual([first, second]);

    await world.counter(ann, id, [vase, lamp], [shelf], { note: 'Both, then.' });
    const revisions = await readRevisions(ben, id);
    expect(revisions).toMatchObject([first, second, { number: 3, note: 'Both, then.', legs: toLegs([vase, lamp], [shelf]) }]);
    expect(revisions!.at(-1)).toMatchObject({ legs: (await world.find(ben, id))!.legs.map(({ handedOverAt: _, ...leg }) => leg) });
  });

  it('have the new one in the answer to a counter-offer, also when they were read before in the same operation', async () => {
    const [ann, ben] = [someone(), someone()];
    const [lamp, chair] = [world.addItem(ann), world.addItem(ben)];
    const { id } = await world.propose(ann, [lamp], [chair], { idempotencyKey: 'once' });
    await world.counter(ben, id, [chair], [lamp]);
    const items = `offeredItemIds: ["${lamp}"], requestedItemIds: ["${chair}"]`;
    const answer = '{ ... on Exchange { id revisions { number } } }';
    const { data } = await ask(
      world.exchanges,
      `mutation { before: proposeExchange(input: { ${items}, idempotencyKey: "once" }) ${answer} after: counterExchange(input: { ${items}, exchangeId: "${id}" }) ${answer} }`,
      {},
      { userId: ann },
    );
    const upTo = (count: number) => ({ id, revisions: Array.from({ length: count }, (_, index) => ({ number: index + 1 })) });
    expect(data).toEqual({ before: upTo(2), after: upTo(3) });
  });

  it('are unknown to a stranger, with their exchange', async () => {
    const { id } = await proposed();
    expect(await readRevisions(someone(), id)).toBeUndefined();
  });

  it('are read with three queries beside the list’s, for one exchange or six', async () => {
    const me = someone();
    const list = () => read<{ edges: { node: Revised }[] }>(world.exchanges, `{ exchanges { edges { node { ${REVISIONS} } } } }`, {}, { userId: me });
    for (let index = 0; index < 6; index += 1) {
      const other = someone();
      const [mine, theirs] = [world.addItem(me), world.addItem(other)];
      const { id } = await world.propose(me, [mine], [theirs]);
      await world.counter(other, id, [theirs], [mine]);
      if (index === 0) expect(await countQueries(list)).toBe(4);
    }
    expect(await countQueries(async () => expect((await list()).edges.map(({ node }) => node.revisions.length)).toEqual([2, 2, 2, 2, 2, 2]))).toBe(4);
  });
});
