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

const HOUR_MS = 60 * 60 * 1000;
const PROPOSE = 'mutation ($input: ProposeExchangeInput!) { proposeExchange(input: $input) { __typename } }';

/** Two people with an item each. */
function pair() {
  const [ann, ben] = [someone(), someone()];
  return { ann, ben, lamp: world.addItem(ann), chair: world.addItem(ben) };
}
const countOf = async (personId: string): Promise<number> =>
  (await world.rows.query('SELECT count(*)::integer AS count FROM exchange WHERE proposer_id = $1', [personId]))[0].count;

describe('proposeExchange', () => {
  it('takes items that were published a moment ago, which it asks items about in its own name', async () => {
    const { ann, lamp, chair } = pair();
    expect(await world.propose(ann, [lamp], [chair])).toMatchObject({ status: 'PROPOSED' });
    const { ids, call } = world.owner.asked.at(-1)!;
    expect(ids).toEqual([lamp, chair]);
    expect(call.viewer).toMatchObject({ service: 'exchanges', userId: null });
  });

  it('does not ask again about what it has heard of', async () => {
    const { ann, ben, lamp, chair } = pair();
    await world.propose(ann, [lamp], [chair]);
    world.owner.mood = 'DOWN';
    expect(await world.propose(ben, [chair], [lamp])).toMatchObject({ status: 'PROPOSED' });
  });

  it.each(['DOWN', 'SILENT', 'CONFUSED'] as const)('says that a part is unavailable, not that an item is unknown, when items is %s', async (mood) => {
    const { ann, lamp, chair } = pair();
    world.owner.mood = mood;
    const { data, errors } = await ask(world.exchanges, PROPOSE, { input: { offeredItemIds: [lamp], requestedItemIds: [chair] } }, { userId: ann });
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([{ message: 'A part of the platform did not answer. Try again.', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    world.owner.mood = 'WELL';
    expect(await world.propose(ann, [lamp], [chair])).toMatchObject({ status: 'PROPOSED' });
  });

  it('learns of items by their events', async () => {
    const { ann, ben, lamp, chair } = pair();
    world.owner.mood = 'DOWN';
    await world.tellItem('item.published', lamp, ann, 1);
    await world.tellItem('item.published', chair, ben, 1);
    await world.untilKnown([lamp, chair]);
    expect(await world.propose(ann, [lamp], [chair])).toMatchObject({ status: 'PROPOSED' });
  });

  it('names the side that breaks a rule, in the language asked for', async () => {
    const { ann, ben, lamp, chair } = pair();
    const carl = someone();
    const desk = world.addItem(carl);
    const orphan = world.addItem(ben);
    world.owner.items.get(orphan)!.owner = null;
    const many = (personId: string) => Array.from({ length: 21 }, () => world.addItem(personId));
    const cases: [offered: string[], requested: string[], field: string][] = [
      [[], [chair], 'offeredItemIds'],
      [[lamp], [], 'requestedItemIds'],
      [[lamp, lamp], [chair], 'offeredItemIds'],
      [[lamp, lamp.toUpperCase()], [chair], 'offeredItemIds'],
      [[lamp], [chair, chair], 'requestedItemIds'],
      [['nonsense'], [chair], 'offeredItemIds'],
      [[''], [chair], 'offeredItemIds'],
      [['x'.repeat(1_000_000)], [chair], 'offeredItemIds'],
      [[someone()], [chair], 'offeredItemIds'],
      [[chair], [lamp], 'offeredItemIds'],
      [[lamp], [someone()], 'requestedItemIds'],
      [[lamp], [ben], 'requestedItemIds'],
      [[lamp], [lamp], 'requestedItemIds'],
      [[lamp], [chair, desk], 'requestedItemIds'],
      [[lamp], [chair, someone()], 'requestedItemIds'],
      [[lamp], [orphan], 'requestedItemIds'],
      [many(ann), [chair], 'offeredItemIds'],
      [[lamp], many(ben), 'requestedItemIds'],
    ];
    for (const [offered, requested, field] of cases) {
      expect(await world.propose(ann, offered, requested)).toMatchObject({ __typename: 'InvalidInput', field: [field] });
    }
    expect((await world.propose({ userId: ann, language: 'fr' }, [chair], [lamp])).message).toBe('Ce que vous offrez doit être à vous.');
    expect((await world.propose({ userId: ann, language: 'en' }, [], [chair])).message).toBe('Between 1 and 20 items.');
    expect(await countOf(ann)).toBe(0);
  });

  it('takes a note of up to 500 characters', async () => {
    const { ann, lamp, chair } = pair();
    for (const note of ['n'.repeat(501), 'n'.repeat(1_000_000), 'a\u0000b', 'a\u202Eb']) {
      expect(await world.propose(ann, [lamp], [chair], { note })).toMatchObject({ __typename: 'InvalidInput', field: ['note'] });
    }
    expect(await world.propose(ann, [lamp], [chair], { note: ` ${'é'.repeat(499)}\n🪑 ` })).toMatchObject({ __typename: 'InvalidInput' });
    expect(await world.propose(ann, [lamp], [chair], { note: '🪑'.repeat(500) })).toMatchObject({ note: '🪑'.repeat(500) });
    expect(await world.propose(ann, [lamp], [chair], { note: '  ' })).toMatchObject({ note: null });
  });

  it('finds withdrawn, promised and exchanged items unavailable, on either side', async () => {
    const { ann, ben, lamp, chair } = pair();
    const gone = world.addItem(ben);
    world.owner.items.get(gone)!.status = 'WITHDRAWN';
    expect(await world.propose(ann, [lamp], [gone, chair])).toMatchObject({ __typename: 'ItemUnavailable', itemIds: [gone] });
    expect(await world.propose({ userId: ben, language: 'fr' }, [gone], [lamp])).toMatchObject({
      itemIds: [gone],
      message: 'Un objet n’est plus disponible : il a été retiré, échangé, ou promis dans un autre échange.',
    });

    const { id } = await world.propose(ann, [lamp], [chair]);
    await world.accept(ben, id);
    const carl = someone();
    const desk = world.addItem(carl);
    expect(await world.propose(carl, [desk], [chair])).toMatchObject({ __typename: 'ItemUnavailable', itemIds: [chair] });
    await world.confirm(ann, id);
    await world.confirm(ben, id);
    expect(await world.propose(carl, [desk], [chair])).toMatchObject({ __typename: 'ItemUnavailable', itemIds: [chair] });
    expect(await world.propose(ann, [lamp], [desk])).toMatchObject({ __typename: 'ItemUnavailable', itemIds: [lamp] });
  });

  it('is UNAUTHENTICATED for nobody', async () => {
    const { lamp, chair } = pair();
    const { errors } = await ask(world.exchanges, PROPOSE, { input: { offeredItemIds: [lamp], requestedItemIds: [chair] } }, { language: 'fr' });
    expect(errors).toMatchObject([{ message: 'Connectez-vous d’abord.', extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('is done 60 times an hour at most', async () => {
    const { ann, lamp, chair } = pair();
    const input = { offeredItemIds: [lamp], requestedItemIds: [chair] };
    await read(world.exchanges, PROPOSE, { input }, { userId: ann });
    const aliases = Array.from({ length: 60 }, (_, index) => `p${index}: proposeExchange(input: $input) { __typename }`);
    const { data } = await ask(world.exchanges, `mutation ($input: ProposeExchangeInput!) { ${aliases.join(' ')} }`, { input }, { userId: ann });
    expect(Object.values(data!).filter((answer) => (answer as { __typename: string }).__typename === 'RateLimited')).toHaveLength(1);
    const refused = await world.propose(ann, [lamp], [chair]);
    expect(refused).toMatchObject({ __typename: 'RateLimited', message: expect.stringContaining('Too many tries') });
    expect(refused.retryAfterSeconds).toBeGreaterThan(3_000);
  });
});

describe('an idempotency key', () => {
  it('gives the first exchange again, as it is now, and makes no second one', async () => {
    const { ann, ben, lamp, chair } = pair();
    const first = await world.propose(ann, [lamp], [chair], { idempotencyKey: 'k1' });
    await world.decline(ben, first.id);
    expect(await world.propose(ann, [lamp], [chair], { idempotencyKey: 'k1' })).toMatchObject({ id: first.id, status: 'DECLINED' });
    expect(await countOf(ann)).toBe(1);
  });

  it('makes one exchange when it comes twenty times at once', async () => {
    const { ann, lamp, chair } = pair();
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.propose(ann, [lamp], [chair], { idempotencyKey: 'at once' })));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers[0]!.id).toBeDefined();
    expect(await countOf(ann)).toBe(1);
  });

  it('is refused with other input, and is each person’s own', async () => {
    const { ann, ben, lamp, chair } = pair();
    const first = await world.propose(ann, [lamp], [chair], { idempotencyKey: 'k2' });
    expect(await world.propose(ann, [lamp], [chair], { idempotencyKey: 'k2', note: 'else' })).toMatchObject({ __typename: 'InvalidInput', field: ['idempotencyKey'] });
    const other = await world.propose(ben, [chair], [lamp], { idempotencyKey: 'k2' });
    expect(other).toMatchObject({ status: 'PROPOSED' });
    expect(other.id).not.toBe(first.id);
    for (const idempotencyKey of ['', 'k'.repeat(201), 'a\u0000b']) {
      expect(await world.propose(ann, [lamp], [chair], { idempotencyKey })).toMatchObject({ field: ['idempotencyKey'] });
    }
  });

  it('is kept for 24 hours', async () => {
    const { ann, lamp, chair } = pair();
    const first = await world.propose(ann, [lamp], [chair], { idempotencyKey: 'k3' });
    world.clock.ms += 24 * HOUR_MS - 1;
    expect((await world.propose(ann, [lamp], [chair], { idempotencyKey: 'k3' })).id).toBe(first.id);
    world.clock.ms += 1;
    const second = await world.propose(ann, [lamp], [chair], { idempotencyKey: 'k3' });
    expect(second).toMatchObject({ status: 'PROPOSED' });
    expect(second.id).not.toBe(first.id);
  });

  it('is not used up by a failure', async () => {
    const { ann, lamp, chair } = pair();
    world.owner.items.get(chair)!.owner = null;
    expect(await world.propose(ann, [lamp], [chair], { idempotencyKey: 'k4' })).toMatchObject({ __typename: 'InvalidInput' });
    world.owner.items.get(chair)!.owner = { id: someone() };
    expect(await world.propose(ann, [lamp], [chair], { idempotencyKey: 'k4' })).toMatchObject({ __typename: 'Exchange' });
  });
});
