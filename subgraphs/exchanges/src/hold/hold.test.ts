import { someone } from '@secondlife/platform/testing/ask';
import { openWorld, type Answer, type World } from '../testing/test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld({ limits: { proposalsPerPerson: { times: 1_000, seconds: 60 } } });
});
afterAll(() => world.dispose());

const DAY_MS = 24 * 60 * 60 * 1000;

/** One who has something, and others who each propose something of theirs for it. */
async function rivals(count: number) {
  const owner = someone();
  const wanted = world.addItem(owner);
  const others = await Promise.all(
    Array.from({ length: count }, async () => {
      const person = someone();
      const offered = world.addItem(person);
      return { person, offered, id: (await world.propose(person, [offered], [wanted])).id };
    }),
  );
  return { owner, wanted, others };
}
const find = async (personId: string, id: string): Promise<Answer> => (await world.find(personId, id))!;
/** Exchanges that hold the item now. */
const holdersOf = async (itemId: string): Promise<string[]> =>
  (await world.rows.query('SELECT exchange_id AS id FROM hold WHERE item_id = $1 AND released_at IS NULL', [itemId])).map(({ id }: { id: string }) => id);
/** What items has been told of an item, by version. */
const holdsTold = (itemId: string) =>
  world.told.flatMap(({ data, version }) => ('hold' in data && data.itemId === itemId ? [[version, data.hold] as const] : [])).toSorted(([a], [b]) => a - b);
/** What chat has been told of an exchange, by version. */
const changesTold = (exchangeId: string) =>
  world.told.flatMap(({ data, version }) => ('change' in data && data.id === exchangeId ? [[version, data.change, data.actorId] as const] : [])).toSorted(([a], [b]) => a - b);
const untilHold = (itemId: string, version: number) => world.untilTold((event) => 'hold' in event.data && event.data.itemId === itemId && event.version === version);

describe('an item', () => {
  it('is promised once when ten rival proposals on it are accepted at once', async () => {
    const { owner, wanted, others } = await rivals(10);
    const answers = await Promise.all(others.map(({ id }) => world.accept(owner, id)));
    const accepted = answers.filter(({ status }) => status === 'ACCEPTED');
    expect(accepted).toHaveLength(1);
    for (const answer of answers) if (answer !== accepted[0]) expect(answer).toMatchObject({ __typename: 'ItemUnavailable', itemIds: [wanted] });
    expect(await holdersOf(wanted)).toEqual([accepted[0]!.id]);
    for (const { person, id } of others) {
      expect(await find(person, id)).toMatchObject(id === accepted[0]!.id ? { status: 'ACCEPTED', isPaused: false } : { status: 'PROPOSED', isPaused: true, expiresAt: null });
    }
  });

  it('is promised once when it is offered in several proposals that are accepted at once, by different people', async () => {
    const giver = someone();
    const [bike, bell] = [world.addItem(giver), world.addItem(giver)];
    const asked = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const person = someone();
        const offered = index % 2 ? [bike, bell] : [bell, bike];
        return { person, id: (await world.propose(giver, offered, [world.addItem(person)])).id };
      }),
    );
    const answers = await Promise.all(asked.map(({ person, id }) => world.accept(person, id)));
    expect(answers.filter(({ status }) => status === 'ACCEPTED')).toHaveLength(1);
    expect(await holdersOf(bike)).toEqual(await holdersOf(bell));
  });

  it('is refused a second hold by the database itself', async () => {
    const { owner, wanted, others } = await rivals(2);
    await world.accept(owner, others[0]!.id);
    const second = world.rows.query('INSERT INTO hold (exchange_id, item_id, created_at) VALUES ($1, $2, now())', [others[1]!.id, wanted]);
    await expect(second).rejects.toThrow('hold_item_id_key');
  });

  it('tells of its hold under a version that rises with each change', async () => {
    const { owner, wanted, others } = await rivals(2);
    await world.accept(owner, others[0]!.id);
    await world.cancel(owner, others[0]!.id);
    await world.accept(owner, others[1]!.id);
    await world.confirm(owner, others[1]!.id);
    await world.confirm(others[1]!.person, others[1]!.id);
    await untilHold(wanted, 4);
    expect(holdsTold(wanted)).toEqual([
      [1, 'RESERVED'],
      [2, 'NONE'],
      [3, 'RESERVED'],
      [4, 'EXCHANGED'],
    ]);
    await untilHold(others[0]!.offered, 2);
    expect(holdsTold(others[0]!.offered)).toEqual([
      [1, 'RESERVED'],
      [2, 'NONE'],
    ]);
  });
});

describe('a rival', () => {
  it('stands still while the item is promised, and goes on with the time it had left', async () => {
    const { owner, others } = await rivals(2);
    const [chosen, rival] = others as [(typeof others)[0], (typeof others)[0]];
    world.clock.ms += 2 * DAY_MS;
    const updates = await world.watch(rival.person, rival.id);
    const paused = updates.next();
    await world.accept(owner, chosen.id);
    expect((await paused).value).toMatchObject({ status: 'PROPOSED', isPaused: true, expiresAt: null, awaiting: [{ id: owner }], version: 2 });
    world.clock.ms += 6 * DAY_MS;
    await world.exchanges.endDue();
    expect(await find(rival.person, rival.id)).toMatchObject({ status: 'PROPOSED', isPaused: true });
    const resumed = updates.next();
    await world.cancel(chosen.person, chosen.id);
    expect((await resumed).value).toMatchObject({ status: 'PROPOSED', isPaused: false, expiresAt: new Date(world.clock.ms + 5 * DAY_MS).toISOString(), version: 3 });
    await updates.return?.();
    expect(await world.accept(owner, rival.id)).toMatchObject({ status: 'ACCEPTED' });
    await world.untilTold(({ data, version }) => 'change' in data && data.id === rival.id && version === 4);
    expect(changesTold(rival.id)).toEqual([
      [1, 'PROPOSED', rival.person],
      [2, 'PAUSED', null],
      [3, 'RESUMED', null],
      [4, 'ACCEPTED', owner],
    ]);
  });

  it('can’t be accepted, but declined, cancelled and countered', async () => {
    const { owner, wanted, others } = await rivals(4);
    const [chosen, declined, cancelled, countered] = others;
    await world.accept(owner, chosen!.id);
    expect(await world.accept(owner, declined!.id)).toMatchObject({ __typename: 'ItemUnavailable', itemIds: [wanted] });
    expect(await world.accept(declined!.person, declined!.id)).toMatchObject({ __typename: 'WrongState', status: 'PROPOSED' });
    expect(await world.decline(owner, declined!.id)).toMatchObject({ status: 'DECLINED', isPaused: false, expiresAt: null });
    expect(await world.cancel(cancelled!.person, cancelled!.id)).toMatchObject({ status: 'CANCELLED', isPaused: false });
    expect(await world.counter(owner, countered!.id, [wanted], [countered!.offered])).toMatchObject({ __typename: 'ItemUnavailable', itemIds: [wanted] });
    world.clock.ms += DAY_MS;
    expect(await world.counter(owner, countered!.id, [world.addItem(owner)], [countered!.offered])).toMatchObject({
      status: 'PROPOSED',
      isPaused: false,
      revision: 2,
      expiresAt: new Date(world.clock.ms + 7 * DAY_MS).toISOString(),
    });
    expect(await world.accept(countered!.person, countered!.id)).toMatchObject({ status: 'ACCEPTED' });
  });

  it('waits for every promised item that it has', async () => {
    const [owner, ann, ben, carl] = [someone(), someone(), someone(), someone()];
    const [vase, clock] = [world.addItem(owner), world.addItem(owner)];
    const forVase = await world.propose(ann, [world.addItem(ann)], [vase]);
    const forClock = await world.propose(ben, [world.addItem(ben)], [clock]);
    const forBoth = await world.propose(carl, [world.addItem(carl)], [vase, clock]);
    await world.accept(owner, forVase.id);
    await world.accept(owner, forClock.id);
    await world.cancel(owner, forVase.id);
    expect(await find(carl, forBoth.id)).toMatchObject({ isPaused: true });
    expect(await world.accept(owner, forBoth.id)).toMatchObject({ __typename: 'ItemUnavailable', itemIds: [clock] });
    expect(await holdersOf(vase)).toEqual([]);
    await world.cancel(owner, forClock.id);
    expect(await find(carl, forBoth.id)).toMatchObject({ isPaused: false });
  });

  it('is not what once had the item and has it no more', async () => {
    const { owner, others } = await rivals(2);
    const [chosen, other] = others as [(typeof others)[0], (typeof others)[0]];
    await world.counter(owner, other.id, [world.addItem(owner)], [other.offered]);
    await world.accept(owner, chosen.id);
    expect(await find(other.person, other.id)).toMatchObject({ isPaused: false, version: 2 });
  });

  it('is cancelled when the swap is completed', async () => {
    const { owner, wanted, others } = await rivals(3);
    const [chosen, ...rest] = others;
    await world.accept(owner, chosen!.id);
    await world.confirm(owner, chosen!.id);
    await world.confirm(chosen!.person, chosen!.id);
    for (const { person, id } of rest) expect(await find(person, id)).toMatchObject({ status: 'CANCELLED', isPaused: false, expiresAt: null });
    expect(await holdersOf(wanted)).toEqual([chosen!.id]);
  });
});

describe('at the moment of an acceptance', () => {
  it('a proposal on the item is paused, or not made at all', async () => {
    const { owner, wanted, others } = await rivals(1);
    const people = Array.from({ length: 12 }, () => someone());
    const [, ...answers] = await Promise.all([world.accept(owner, others[0]!.id), ...people.map((person) => world.propose(person, [world.addItem(person)], [wanted]))]);
    for (const [index, answer] of answers.entries()) {
      if (answer.__typename === 'ItemUnavailable') continue;
      expect(await find(people[index]!, answer.id)).toMatchObject({ status: 'PROPOSED', isPaused: true });
    }
  });

  it('a counter-offer that brings the item in waits, and is refused', async () => {
    const { owner, wanted, others } = await rivals(1);
    const person = someone();
    const asked = world.addItem(person);
    const { id } = await world.propose(owner, [world.addItem(owner)], [asked]);
    const acceptance = [
      ['SELECT FROM known_item WHERE item_id = $1 FOR UPDATE', [wanted]],
      ['INSERT INTO hold (exchange_id, item_id, created_at) VALUES ($1, $2, now())', [others[0]!.id, wanted]],
    ] as const;
    const answer = await world.amid(acceptance, () => world.counter(person, id, [asked], [wanted]));
    expect(answer).toMatchObject({ __typename: 'ItemUnavailable', itemIds: [wanted] });
    expect(await find(person, id)).toMatchObject({ revision: 1, isPaused: false });
  });

  it('a rival that ends stays ended', async () => {
    const { owner, others } = await rivals(2);
    const [chosen, rival] = others as [(typeof others)[0], (typeof others)[0]];
    const decline = [[`UPDATE exchange SET status = 'DECLINED', expires_at = NULL, version = version + 1 WHERE id = $1`, [rival.id]]] as const;
    expect(await world.amid(decline, () => world.accept(owner, chosen.id))).toMatchObject({ status: 'ACCEPTED' });
    expect(await find(rival.person, rival.id)).toMatchObject({ status: 'DECLINED', isPaused: false, version: 2 });
  });

  it('a counter-offer to it is seen: what is promised is what is on the table then', async () => {
    const { owner, wanted, others } = await rivals(1);
    const [{ person, offered, id }] = others as [(typeof others)[0]];
    const vase = world.addItem(person);
    await world.propose(person, [vase], [world.addItem(owner)]);
    const counter = [
      ['SELECT FROM known_item WHERE item_id = ANY($1) ORDER BY item_id FOR UPDATE', [[wanted, offered, vase]]],
      [`INSERT INTO revision (exchange_id, number, author_id, created_at) VALUES ($1, 2, $2, now())`, [id, person]],
      ['INSERT INTO revision_item (exchange_id, revision, item_id, giver_id, position) VALUES ($1, 2, $2, $3, 0), ($1, 2, $4, $5, 1)', [id, vase, person, wanted, owner]],
      ['UPDATE exchange SET revision = 2, version = version + 1 WHERE id = $1', [id]],
    ] as const;
    expect(await world.amid(counter, () => world.accept(owner, id))).toMatchObject({ status: 'ACCEPTED', revision: 2 });
    expect([await holdersOf(vase), await holdersOf(wanted), await holdersOf(offered)]).toEqual([[id], [id], []]);
  });
});

describe('many turns at once', () => {
  it('leave each item promised once at most, and paused just what waits for a promised item', async () => {
    const people = Array.from({ length: 6 }, () => ({ id: someone() })).map(({ id }) => ({ id, items: [world.addItem(id), world.addItem(id)] }));
    const pairs = people.flatMap((giver, index) => people.slice(index + 1).map((taker) => [giver, taker] as const));
    const proposals = await Promise.all(
      pairs.map(async ([giver, taker], index) => {
        const offered = index % 3 ? [giver.items[index % 2]!] : giver.items.toReversed();
        return { giver, taker, id: (await world.propose(giver.id, offered, [taker.items[(index >> 1) % 2]!])).id };
      }),
    );
    const turns = proposals.flatMap(({ giver, taker, id }, index) => [
      () => world.accept(taker.id, id),
      () => (index % 4 ? world.cancel(taker.id, id) : world.confirm(giver.id, id)),
      () => (index % 3 ? world.counter(taker.id, id, taker.items, [giver.items[0]!]) : world.confirm(taker.id, id)),
      () => world.accept(giver.id, id),
    ]);
    const answers = await Promise.all(turns.map((turn) => turn()));
    expect(answers.some(({ status, __typename }) => __typename === 'Exchange' && status === 'ACCEPTED')).toBe(true);

    const [broken] = await world.rows.query(
      `SELECT count(*)::integer AS count FROM exchange
       WHERE id = ANY($1) AND status = 'PROPOSED' AND (remaining_ms IS NOT NULL) <> EXISTS (
         SELECT FROM revision_item JOIN hold USING (item_id)
         WHERE revision_item.exchange_id = exchange.id AND revision_item.revision = exchange.revision AND released_at IS NULL
       )`,
      [proposals.map(({ id }) => id)],
    );
    expect(broken.count).toBe(0);
    const [loose] = await world.rows.query(
      `SELECT count(*)::integer AS count FROM hold JOIN exchange ON exchange.id = exchange_id
       WHERE exchange.id = ANY($1) AND (released_at IS NULL) <> (status IN ('ACCEPTED', 'COMPLETED'))`,
      [proposals.map(({ id }) => id)],
    );
    expect(loose.count).toBe(0);
  });
});

describe('a withdrawn item', () => {
  const untilCancelled = async (personId: string, id: string): Promise<Answer> => {
    const updates = await world.watch(personId, id);
    const first = updates.next();
    let exchange = await find(personId, id);
    for (let update = first; exchange.status !== 'CANCELLED'; update = updates.next()) exchange = (await update).value as Answer;
    await updates.return?.();
    return exchange;
  };

  it('calls off its proposals, in its owner’s name, and tells both', async () => {
    const { owner, wanted, others } = await rivals(2);
    const [one, two] = others as [(typeof others)[0], (typeof others)[0]];
    const told = [untilCancelled(one.person, one.id), untilCancelled(owner, two.id)];
    await world.tellItem('item.withdrawn', wanted, owner, 2);
    expect(await Promise.all(told)).toMatchObject([{ status: 'CANCELLED', expiresAt: null }, { status: 'CANCELLED' }]);
    const event = await world.untilTold(({ data, version }) => 'change' in data && data.id === one.id && version === 2);
    expect(event.data).toMatchObject({ change: 'CANCELLED', actorId: owner });
    expect(await world.propose(one.person, [one.offered], [wanted])).toMatchObject({ __typename: 'ItemUnavailable', itemIds: [wanted] });
  });

  it('calls off an accepted exchange, frees what else it held, and resumes those who waited for that alone', async () => {
    const { owner, wanted, others } = await rivals(2);
    const [chosen, rival] = others as [(typeof others)[0], (typeof others)[0]];
    const carl = someone();
    const waiting = await world.propose(carl, [world.addItem(carl)], [chosen.offered]);
    await world.accept(owner, chosen.id);
    await world.confirm(owner, chosen.id);
    expect(await find(carl, waiting.id)).toMatchObject({ isPaused: true });
    await world.tellItem('item.withdrawn', wanted, owner, 2);
    expect(await untilCancelled(chosen.person, chosen.id)).toMatchObject({ status: 'CANCELLED' });
    expect(await find(rival.person, rival.id)).toMatchObject({ status: 'CANCELLED', isPaused: false });
    await world.untilTold(({ data, version }) => 'change' in data && data.id === rival.id && version === 3);
    expect(changesTold(rival.id)).toEqual([[1, 'PROPOSED', rival.person], [2, 'PAUSED', null], [3, 'CANCELLED', owner]]);
    expect(await find(carl, waiting.id)).toMatchObject({ status: 'PROPOSED', isPaused: false });
    await untilHold(chosen.offered, 2);
    expect(holdsTold(chosen.offered).at(-1)).toEqual([2, 'NONE']);
    expect(await holdersOf(wanted)).toEqual([]);
  });

  it('can’t be accepted any more', async () => {
    const { owner, wanted, others } = await rivals(1);
    await world.tellItem('item.withdrawn', wanted, owner, 2);
    await untilCancelled(owner, others[0]!.id);
    expect(await world.accept(owner, others[0]!.id)).toMatchObject({ __typename: 'WrongState', status: 'CANCELLED' });
    // What asking items has told first: the event that ends the exchange is still under way.
    const next = await rivals(1);
    await world.rows.query(`UPDATE known_item SET listing = 'WITHDRAWN', version = 2 WHERE item_id = $1`, [next.wanted]);
    expect(await world.accept(next.owner, next.others[0]!.id)).toMatchObject({ __typename: 'ItemUnavailable', itemIds: [next.wanted] });
    expect(await holdersOf(next.others[0]!.offered)).toEqual([]);
    await world.tellItem('item.withdrawn', next.wanted, next.owner, 2);
    expect(await untilCancelled(next.owner, next.others[0]!.id)).toMatchObject({ version: 2 });
  });

  it('wins over an acceptance at the same time', async () => {
    const scenes = await Promise.all(Array.from({ length: 10 }, () => rivals(2)));
    await Promise.all(
      scenes.map(async ({ owner, wanted, others }) => {
        await Promise.all([world.tellItem('item.withdrawn', wanted, owner, 2), ...others.map(({ id }) => world.accept(owner, id))]);
        await Promise.all(others.map(({ person, id }) => untilCancelled(person, id)));
        for (const { offered } of others) expect(await holdersOf(offered)).toEqual([]);
        expect(await holdersOf(wanted)).toEqual([]);
      }),
    );
  });

  it('leaves what is completed as it is', async () => {
    const { owner, wanted, others } = await rivals(1);
    const [{ person, id, offered }] = others as [(typeof others)[0]];
    await world.accept(owner, id);
    await world.confirm(owner, id);
    await world.confirm(person, id);
    await world.tellItem('item.withdrawn', wanted, owner, 2);
    await world.untilKnown([wanted], 'WITHDRAWN');
    expect(await find(person, id)).toMatchObject({ status: 'COMPLETED', version: 4 });
    expect(await holdersOf(offered)).toEqual([id]);
  });

  it('is none when the news of it is older than what is known', async () => {
    const [owner, person] = [someone(), someone()];
    const [back, control] = [world.addItem(owner), world.addItem(owner)];
    world.owner.items.get(back)!.version = 3;
    const [kept, ended] = [await world.propose(person, [world.addItem(person)], [back]), await world.propose(person, [world.addItem(person)], [control])];
    await world.tellItem('item.withdrawn', back, owner, 2);
    await world.tellItem('item.withdrawn', control, owner, 2);
    await untilCancelled(owner, ended.id);
    expect(await find(owner, kept.id)).toMatchObject({ status: 'PROPOSED', version: 1 });
  });

  it('stays withdrawn when older news comes late', async () => {
    const { owner, wanted, others } = await rivals(1);
    await world.tellItem('item.withdrawn', wanted, owner, 3);
    await untilCancelled(owner, others[0]!.id);
    const fresh = world.addItem(owner);
    await world.tellItem('item.published', wanted, owner, 2);
    await world.tellItem('item.published', fresh, owner, 1);
    await world.untilKnown([fresh]);
    expect(await world.propose(others[0]!.person, [others[0]!.offered], [wanted])).toMatchObject({ __typename: 'ItemUnavailable', itemIds: [wanted] });
  });
});
