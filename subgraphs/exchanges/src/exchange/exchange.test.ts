import { ask, read, someone, toCall } from '@secondlife/platform/testing/ask';
import { countQueries } from '@secondlife/platform/testing/count-queries';
import { openWorld, type Answer, type World } from '../testing/test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());

const DAY_MS = 24 * 60 * 60 * 1000;
const codeOf = async (query: string, variables: object = {}, asker = {}) => (await ask(world.exchanges, query, { ...variables }, asker)).errors?.[0]?.extensions?.['code'];

/** Two people with an item each, and a proposal of the first one's. */
async function proposed() {
  const [ann, ben] = [someone(), someone()];
  const [lamp, chair] = [world.addItem(ann), world.addItem(ben)];
  const exchange = await world.propose(ann, [lamp], [chair], { note: 'Hello!' });
  expect(exchange.__typename).toBe('Exchange');
  return { ann, ben, lamp, chair, id: exchange.id, exchange };
}

describe('an exchange', () => {
  it('goes from proposal over counter-offer and acceptance to completion', async () => {
    const { ann, ben, lamp, chair, id, exchange } = await proposed();
    const shelf = world.addItem(ben);
    expect(exchange).toMatchObject({
      status: 'PROPOSED',
      revision: 1,
      isPaused: false,
      note: 'Hello!',
      proposer: { id: ann },
      participants: [{ id: ann }, { id: ben }],
      awaiting: [{ id: ben }],
      legs: [
        { giver: { id: ann }, receiver: { id: ben }, items: [{ id: lamp }], handedOverAt: null },
        { giver: { id: ben }, receiver: { id: ann }, items: [{ id: chair }], handedOverAt: null },
      ],
      createdAt: new Date(world.clock.ms).toISOString(),
      expiresAt: new Date(world.clock.ms + 7 * DAY_MS).toISOString(),
    });

    world.clock.ms += DAY_MS;
    const countered = await world.counter(ben, id, [shelf], [lamp], { note: 'The shelf instead?' });
    expect(countered).toMatchObject({
      status: 'PROPOSED',
      revision: 2,
      note: 'The shelf instead?',
      proposer: { id: ann },
      awaiting: [{ id: ann }],
      legs: [
        { giver: { id: ann }, receiver: { id: ben }, items: [{ id: lamp }] },
        { giver: { id: ben }, receiver: { id: ann }, items: [{ id: shelf }] },
      ],
      updatedAt: new Date(world.clock.ms).toISOString(),
      expiresAt: new Date(world.clock.ms + 7 * DAY_MS).toISOString(),
    });

    const acceptedAtMs = world.clock.ms;
    expect(await world.accept(ann, id, 2)).toMatchObject({
      status: 'ACCEPTED',
      awaiting: [{ id: ann }, { id: ben }],
      expiresAt: new Date(acceptedAtMs + 14 * DAY_MS).toISOString(),
    });

    world.clock.ms += DAY_MS;
    expect(await world.confirm(ann, id)).toMatchObject({
      status: 'ACCEPTED',
      awaiting: [{ id: ben }],
      legs: [{ handedOverAt: null }, { handedOverAt: new Date(world.clock.ms).toISOString() }],
      expiresAt: new Date(acceptedAtMs + 17 * DAY_MS).toISOString(),
    });
    expect(await world.confirm(ben, id)).toMatchObject({ status: 'COMPLETED', awaiting: [], expiresAt: null, version: 5 });
    expect((await world.find(ben, id))!.status).toBe('COMPLETED');
  });

  it('tells the other services of each change, in its order, with who did it', async () => {
    const { ann, ben, lamp, chair, id } = await proposed();
    await world.counter(ben, id, [chair], [lamp]);
    await world.accept(ann, id);
    await world.confirm(ann, id);
    await world.confirm(ben, id);
    await world.untilTold(({ type, data, version }) => type === 'exchange.changed' && 'id' in data && data.id === id && version === 5);
    const story = world.told.flatMap(({ data, version }) => ('change' in data && data.id === id ? [[version, data.change, data.status, data.actorId]] : []));
    expect(story.toSorted()).toEqual([
      [1, 'PROPOSED', 'PROPOSED', ann],
      [2, 'COUNTERED', 'PROPOSED', ben],
      [3, 'ACCEPTED', 'ACCEPTED', ann],
      [4, 'HANDED_OVER', 'ACCEPTED', ann],
      [5, 'COMPLETED', 'COMPLETED', ben],
    ]);
  });

  it('is unknown to everyone else', async () => {
    const { ann, id } = await proposed();
    const entities = `query ($id: ID!) { _entities(representations: [{ __typename: "Exchange", id: $id }]) { ... on Exchange { id version status participants { id } } } }`;
    expect(await world.find(someone(), id)).toBeNull();
    expect(await read(world.exchanges, entities, { id }, { userId: someone() })).toEqual([null]);
    expect(await read(world.exchanges, entities, { id })).toEqual([null]);
    expect(await read(world.exchanges, entities, { id }, { userId: ann })).toMatchObject([{ id }]);
    for (const unknown of [someone(), 'nonsense', '', 'x'.repeat(1_000_000)]) expect(await world.find(ann, unknown)).toBeNull();
    expect(await codeOf('query ($id: ID!) { exchange(id: $id) { id } }', { id })).toBe('UNAUTHENTICATED');
  });

  it('is told to a service that asks in its own name', async () => {
    const { ann, ben, id } = await proposed();
    const query = `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Exchange { id version status participants { id } } } }`;
    const ids = [id, someone()].map((one) => ({ __typename: 'Exchange', id: one }));
    expect(await read(world.exchanges, query, { ids }, { service: 'chat' })).toEqual([{ id, version: 1, status: 'PROPOSED', participants: [{ id: ann }, { id: ben }] }, null]);
  });
});

describe('exchanges', () => {
  const LIST = `query ($statuses: [ExchangeStatus!], $first: Int! = 24, $after: String) {
    exchanges(statuses: $statuses, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { node { id status legs { items { id } } awaiting { id } } }
    }
  }`;
  interface List {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
    edges: { node: Answer }[];
  }
  const list = (userId: string, variables: object = {}) => read<List>(world.exchanges, LIST, { ...variables }, { userId });
  const nodesOf = ({ edges }: List) => edges.map(({ node }) => node.id);

  it('are the viewer’s, newest change first, in pages that skip and repeat nothing', async () => {
    const me = someone();
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      const other = someone();
      world.clock.ms += index % 2;
      const [mine, theirs] = [world.addItem(me), world.addItem(other)];
      ids.unshift((index % 2 ? await world.propose(me, [mine], [theirs]) : await world.propose(other, [theirs], [mine])).id);
    }
    await proposed();
    const all = nodesOf(await list(me));
    expect(all.toSorted()).toEqual(ids.toSorted());
    expect(await list(me, { first: 2 })).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true, hasPreviousPage: false } });

    const paged: string[] = [];
    let after: string | undefined;
    do {
      const page = await list(me, { first: 2, after });
      paged.push(...nodesOf(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
    } while (after);
    expect(paged).toEqual(all);

    world.clock.ms += 1;
    await world.find(me, all[3]!).then((exchange) => (exchange!.awaiting[0]!.id === me ? world.decline(me, exchange!.id) : world.cancel(me, exchange!.id)));
    expect(nodesOf(await list(me))).toEqual([all[3], ...all.filter((id) => id !== all[3])]);
  });

  it('can be asked for by their states', async () => {
    const { ann, ben, id } = await proposed();
    await world.decline(ben, id);
    const other = await world.propose(ann, [world.addItem(ann)], [world.addItem(ben)]);
    expect(nodesOf(await list(ann, { statuses: ['DECLINED'] }))).toEqual([id]);
    expect(nodesOf(await list(ann, { statuses: ['PROPOSED', 'ACCEPTED'] }))).toEqual([other.id]);
    expect(await list(ann, { statuses: [] })).toMatchObject({ totalCount: 0, edges: [] });
    expect(nodesOf(await list(ann))).toHaveLength(2);
  });

  it('are refused to nobody, in sizes out of range, and after strange cursors', async () => {
    expect(await codeOf(LIST)).toBe('UNAUTHENTICATED');
    const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
    const cursors = ['garbage', '', cursor(['yesterday', someone()]), cursor([new Date().toISOString(), 'x']), cursor({})];
    for (const variables of [{ first: 0 }, { first: 101 }, { first: -1 }, ...cursors.map((after) => ({ after }))]) {
      expect(await codeOf(LIST, variables, { userId: someone() })).toBe('BAD_USER_INPUT');
    }
  });

  it('are read with four queries, one or six: the page, its legs, its items, the count', async () => {
    const me = someone();
    const propose = () => world.propose(me, [world.addItem(me)], [world.addItem(someone())]);
    await propose();
    expect(await countQueries(() => list(me))).toBe(4);
    for (let index = 1; index < 6; index += 1) await propose();
    expect(await countQueries(async () => expect((await list(me)).edges).toHaveLength(6))).toBe(4);
  });
});

describe('exchangeUpdated', () => {
  it('sends each change of the viewer’s exchanges, as it is then', async () => {
    const { ann, ben, id, lamp, chair } = await proposed();
    const updates = await world.watch(ann);
    const first = updates.next();
    await world.counter(ben, id, [chair], [lamp]);
    expect((await first).value).toMatchObject({ id, revision: 2, awaiting: [{ id: ann }] });
    const second = updates.next();
    await world.accept(ann, id);
    expect((await second).value).toMatchObject({ id, status: 'ACCEPTED' });
    const third = updates.next();
    const more = await world.propose(ben, [world.addItem(ben)], [world.addItem(ann)]);
    expect((await third).value).toMatchObject({ id: more.id, status: 'PROPOSED' });
    await updates.return?.();
  });

  it('sends one exchange’s changes alone when asked to', async () => {
    const { ann, ben, id } = await proposed();
    const updates = await world.watch(ben, id.toUpperCase());
    const first = updates.next();
    await world.propose(ann, [world.addItem(ann)], [world.addItem(ben)]);
    await world.decline(ben, id);
    expect((await first).value).toMatchObject({ id, status: 'DECLINED' });
    await updates.return?.();
  });

  it('is FORBIDDEN for an exchange that one takes no part in, and UNAUTHENTICATED for nobody', async () => {
    const { id } = await proposed();
    const refusalOf = async (exchangeId: string | null, userId: string | null) => {
      const query = 'subscription ($id: ID) { exchangeUpdated(exchangeId: $id) { id } }';
      const results = await world.exchanges.subscribe({ query, variables: { id: exchangeId } }, toCall({ userId }));
      return (await results.next()).value.errors[0].extensions.code;
    };
    for (const one of [id, someone(), 'nonsense']) expect(await refusalOf(one, someone())).toBe('FORBIDDEN');
    expect(await refusalOf(null, null)).toBe('UNAUTHENTICATED');
    expect(await refusalOf(id, null)).toBe('UNAUTHENTICATED');
  });
});
