import { ask, someone } from '@secondlife/platform/testing/ask';
import { openWorld, type Answer, type World } from '../testing/test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());

const DAY_MS = 24 * 60 * 60 * 1000;

/** Two people with an item each, and a proposal of the first one's. */
async function proposed() {
  const [ann, ben] = [someone(), someone()];
  const [lamp, chair] = [world.addItem(ann), world.addItem(ben)];
  const { id } = await world.propose(ann, [lamp], [chair]);
  return { ann, ben, lamp, chair, id };
}
type Scene = Awaited<ReturnType<typeof proposed>>;

/** How an exchange gets into each state. */
const SCENES: Record<string, (scene: Scene) => Promise<unknown>> = {
  PROPOSED: async () => undefined,
  ACCEPTED: ({ ben, id }) => world.accept(ben, id),
  COMPLETED: async ({ ann, ben, id }) => {
    await world.accept(ben, id);
    await world.confirm(ann, id);
    await world.confirm(ben, id);
  },
  DECLINED: ({ ben, id }) => world.decline(ben, id),
  CANCELLED: ({ ann, id }) => world.cancel(ann, id),
};

const TURNS: Record<string, (by: string, scene: Scene) => Promise<Answer>> = {
  accept: (by, { id }) => world.accept(by, id),
  decline: (by, { id }) => world.decline(by, id),
  cancel: (by, { id }) => world.cancel(by, id),
  confirm: (by, { id }) => world.confirm(by, id),
  counter: (by, { id, ann, lamp, chair }) => (by === ann ? world.counter(by, id, [lamp], [chair]) : world.counter(by, id, [chair], [lamp])),
};

/** Where the turns of the proposer (ann) and of the other (ben) lead; all else is WrongState. */
const ALLOWED: Record<string, Record<string, string>> = {
  PROPOSED: { 'ben accept': 'ACCEPTED', 'ben decline': 'DECLINED', 'ben counter': 'PROPOSED', 'ann cancel': 'CANCELLED' },
  ACCEPTED: { 'ann cancel': 'CANCELLED', 'ben cancel': 'CANCELLED', 'ann confirm': 'ACCEPTED', 'ben confirm': 'ACCEPTED' },
};

describe('a turn', () => {
  for (const state of Object.keys(SCENES)) {
    const steps = Object.keys(TURNS).flatMap((turn) => (['ann', 'ben'] as const).map((who) => ({ who, turn, to: ALLOWED[state]?.[`${who} ${turn}`] })));

    it(`that the rules do not allow is WrongState on what is ${state}, and changes nothing`, async () => {
      const scene = await proposed();
      await SCENES[state]!(scene);
      const before = await world.find(scene.ann, scene.id);
      for (const { who, turn } of steps.filter(({ to }) => !to)) {
        expect([who, turn, await TURNS[turn]!(scene[who], scene)]).toEqual([who, turn, { __typename: 'WrongState', status: state, message: expect.any(String) }]);
      }
      expect(await world.find(scene.ben, scene.id)).toEqual(before);
    });

    for (const { who, turn, to } of steps.filter(({ to }) => to)) {
      it(`by which ${who} would ${turn} leads from ${state} to ${to}`, async () => {
        const scene = await proposed();
        await SCENES[state]!(scene);
        expect(await TURNS[turn]!(scene[who], scene)).toMatchObject({ __typename: 'Exchange', status: to });
      });
    }
  }

  it('is NotFound for who takes no part, and on what there is not', async () => {
    const scene = await proposed();
    for (const turn of Object.values(TURNS)) {
      expect(await turn(someone(), { ...scene, ann: '' })).toMatchObject({ __typename: 'NotFound', message: 'Not found.' });
      for (const id of [someone(), 'nonsense', '', scene.lamp]) expect(await turn(scene.ben, { ...scene, id })).toMatchObject({ __typename: 'NotFound' });
    }
    expect(await world.decline({ userId: scene.ben, language: 'fr' }, someone())).toMatchObject({ message: 'Introuvable.' });
    expect(await world.find(scene.ben, scene.id)).toMatchObject({ status: 'PROPOSED', version: 1 });
  });

  it('is UNAUTHENTICATED for nobody', async () => {
    const { id, lamp, chair } = await proposed();
    for (const field of ['acceptExchange', 'declineExchange', 'cancelExchange', 'confirmHandover']) {
      const { errors } = await ask(world.exchanges, `mutation ($id: ID!) { ${field}(id: $id) { __typename } }`, { id });
      expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    }
    const input = { exchangeId: id, offeredItemIds: [chair], requestedItemIds: [lamp] };
    const { errors } = await ask(world.exchanges, 'mutation ($input: CounterExchangeInput!) { counterExchange(input: $input) { __typename } }', { input });
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('says why it is refused, in the language asked for', async () => {
    const { ann, ben, id } = await proposed();
    expect((await world.accept({ userId: ann, language: 'fr' }, id)).message).toBe('Ce n’est pas à vous de faire cela maintenant.');
    await world.decline(ben, id);
    expect((await world.cancel({ userId: ann, language: 'en' }, id)).message).toBe('This exchange has ended already.');
  });

  it('takes the id in capitals too', async () => {
    const { ben, id } = await proposed();
    expect(await world.accept(ben, id.toUpperCase())).toMatchObject({ id, status: 'ACCEPTED', awaiting: expect.arrayContaining([{ id: ben }]) });
  });

  it('of ten at once is taken once', async () => {
    const { ann, ben, id } = await proposed();
    const turns = [() => world.accept(ben, id), () => world.decline(ben, id), () => world.cancel(ann, id)];
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => turns[index % turns.length]!()));
    const taken = answers.filter(({ __typename }) => __typename === 'Exchange');
    // An acceptance may still be followed by the proposer's cancelling.
    const story = taken.map(({ status, version }) => `${version} ${status}`).toSorted();
    expect([['2 DECLINED'], ['2 CANCELLED'], ['2 ACCEPTED', '3 CANCELLED']]).toContainEqual(story);
  });

  it('is seen by the fields of the next one in the same operation', async () => {
    const { ann, ben, id } = await proposed();
    const fields = '{ ... on Exchange { awaiting { id } legs { handedOverAt } } }';
    const both = `mutation ($id: ID!) { accepted: acceptExchange(id: $id) ${fields} confirmed: confirmHandover(id: $id) ${fields} }`;
    expect((await ask(world.exchanges, both, { id }, { userId: ben })).data).toMatchObject({
      accepted: { awaiting: [{ id: ann }, { id: ben }], legs: [{ handedOverAt: null }, { handedOverAt: null }] },
      confirmed: { awaiting: [{ id: ann }], legs: [{ handedOverAt: expect.any(String) }, { handedOverAt: null }] },
    });
  });
});

describe('acceptExchange', () => {
  it('takes the revision that the person saw, or whichever is current without one', async () => {
    const { ann, ben, lamp, chair, id } = await proposed();
    await world.counter(ben, id, [chair], [lamp]);
    for (const revision of [1, 0, -1, 3]) {
      expect(await world.accept(ann, id, revision)).toMatchObject({
        __typename: 'WrongState',
        status: 'PROPOSED',
        message: 'The proposal has changed in the meantime: read it again.',
      });
    }
    expect(await world.accept(ann, id, 2)).toMatchObject({ status: 'ACCEPTED' });
    const other = await proposed();
    expect(await world.accept(other.ben, other.id)).toMatchObject({ status: 'ACCEPTED' });
  });
});

describe('counterExchange', () => {
  it('names the side that breaks a rule: own items for items of the other', async () => {
    const { ann, ben, lamp, chair, id } = await proposed();
    const theirs = world.addItem(someone());
    const cases: [offered: string[], requested: string[], field: string][] = [
      [[], [lamp], 'offeredItemIds'],
      [[lamp], [chair], 'offeredItemIds'],
      [[chair], [], 'requestedItemIds'],
      [[chair], [theirs], 'requestedItemIds'],
      [[chair], [lamp, theirs], 'requestedItemIds'],
      [[chair], [chair], 'requestedItemIds'],
      [[chair], [someone()], 'requestedItemIds'],
      [[chair], ['nonsense'], 'requestedItemIds'],
      [[chair, chair], [lamp], 'offeredItemIds'],
    ];
    for (const [offered, requested, field] of cases) {
      expect(await world.counter(ben, id, offered, requested)).toMatchObject({ __typename: 'InvalidInput', field: [field] });
    }
    const { message } = await world.counter({ userId: ben, language: 'fr' }, id, [chair], [theirs]);
    expect(message).toBe('Ce que vous demandez doit être à la personne avec qui vous échangez.');
    expect(await world.counter(ben, id, [chair], [lamp], { note: 'n'.repeat(501) })).toMatchObject({ field: ['note'] });
    expect(await world.find(ann, id)).toMatchObject({ revision: 1, awaiting: [{ id: ben }] });
  });

  it('finds withdrawn and promised items unavailable', async () => {
    const { ann, ben, lamp, chair, id } = await proposed();
    const gone = world.addItem(ben);
    world.owner.items.get(gone)!.status = 'WITHDRAWN';
    const [vase, carl] = [world.addItem(ann), someone()];
    await world.accept(ann, (await world.propose(carl, [world.addItem(carl)], [vase])).id);
    expect(await world.counter(ben, id, [gone], [lamp])).toMatchObject({ __typename: 'ItemUnavailable', itemIds: [gone] });
    expect(await world.counter(ben, id, [chair], [vase])).toMatchObject({ __typename: 'ItemUnavailable', itemIds: [vase] });
  });
});

describe('confirmHandover', () => {
  it('is said once by each receiver: a second time it is WrongState, and moves nothing', async () => {
    const { ann, ben, id } = await proposed();
    await world.accept(ben, id);
    const { version, expiresAt } = await world.confirm(ann, id);
    world.clock.ms += DAY_MS;
    expect(await world.confirm(ann, id)).toMatchObject({ __typename: 'WrongState', status: 'ACCEPTED' });
    expect(await world.find(ann, id)).toMatchObject({ version, expiresAt });
    expect(await world.confirm(ben, id)).toMatchObject({ status: 'COMPLETED' });
  });

  it('completes the exchange once when both say it at the same time', async () => {
    const { ann, ben, id } = await proposed();
    await world.accept(ben, id);
    const answers = await Promise.all([world.confirm(ann, id), world.confirm(ben, id)]);
    expect(answers.map(({ status, version }) => `${version} ${status}`).toSorted()).toEqual(['3 ACCEPTED', '4 COMPLETED']);
  });
});

describe('a deadline', () => {
  const stateOf = async (personId: string, id: string) => (await world.find(personId, id))!.status;

  it('ends a proposal after 7 days, and tells both', async () => {
    const { ann, ben, id } = await proposed();
    world.clock.ms += 7 * DAY_MS - 1;
    await world.exchanges.endDue();
    expect(await stateOf(ann, id)).toBe('PROPOSED');
    const updates = [await world.watch(ann, id), await world.watch(ben, id)];
    const told = updates.map((update) => update.next());
    world.clock.ms += 1;
    await world.exchanges.endDue();
    for (const { value } of await Promise.all(told)) expect(value).toMatchObject({ id, status: 'EXPIRED', expiresAt: null, awaiting: [] });
    for (const update of updates) await update.return?.();
    const event = await world.untilTold(({ data }) => 'change' in data && data.id === id && data.status === 'EXPIRED');
    expect(event).toMatchObject({ version: 2, data: { change: 'EXPIRED', actorId: null, participantIds: [ann, ben] } });
  });

  it('calls off an accepted exchange after 14 days, 17 when it is half confirmed, and frees its items', async () => {
    const [idle, half] = [await proposed(), await proposed()];
    for (const { ben, id } of [idle, half]) await world.accept(ben, id);
    await world.confirm(half.ann, half.id);
    world.clock.ms += 14 * DAY_MS;
    await world.exchanges.endDue();
    expect(await stateOf(idle.ann, idle.id)).toBe('CANCELLED');
    expect(await stateOf(half.ann, half.id)).toBe('ACCEPTED');
    world.clock.ms += 3 * DAY_MS;
    await world.exchanges.endDue();
    expect(await stateOf(half.ann, half.id)).toBe('CANCELLED');
    for (const { ann, lamp, chair } of [idle, half]) expect(await world.propose(ann, [lamp], [chair])).toMatchObject({ status: 'PROPOSED' });
  });

  it('holds for a turn that comes after it, whether or not the clock’s job has run', async () => {
    const [late, gone] = [await proposed(), await proposed()];
    await world.accept(gone.ben, gone.id);
    world.clock.ms += 7 * DAY_MS;
    expect(await world.accept(late.ben, late.id)).toMatchObject({ __typename: 'WrongState', status: 'EXPIRED' });
    expect(await stateOf(late.ann, late.id)).toBe('EXPIRED');
    world.clock.ms += 7 * DAY_MS;
    expect(await world.confirm(gone.ann, gone.id)).toMatchObject({ __typename: 'WrongState', status: 'CANCELLED' });
    expect(await world.propose(gone.ann, [gone.lamp], [gone.chair])).toMatchObject({ status: 'PROPOSED' });
  });

  it('is kept once by several processes at once', async () => {
    const { ann, id } = await proposed();
    world.clock.ms += 7 * DAY_MS;
    await Promise.all(Array.from({ length: 4 }, () => world.exchanges.endDue()));
    expect(await world.find(ann, id)).toMatchObject({ status: 'EXPIRED', version: 2 });
  });

  it('of one exchange that can’t be ended keeps no other from ending', async () => {
    const [stuck, fine] = [await proposed(), await proposed()];
    await world.rows.query('UPDATE exchange SET version = 2147483647 WHERE id = $1', [stuck.id]);
    world.clock.ms += 7 * DAY_MS;
    await expect(world.exchanges.endDue()).rejects.toThrow('1 of 2 exchanges could not be ended');
    expect(await stateOf(fine.ann, fine.id)).toBe('EXPIRED');
    await world.rows.query('UPDATE exchange SET version = 1 WHERE id = $1', [stuck.id]);
    await world.exchanges.endDue();
    expect(await stateOf(stuck.ann, stuck.id)).toBe('EXPIRED');
  });
});
