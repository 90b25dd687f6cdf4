import { randomUUID } from 'node:crypto';
import { createGraphClient, type Json } from './graph-client.js';
import { anyCategory, eventually, MESSAGES, publish, registerPerson, SEND, takePhoto, turns, UPDATES, uploadPhoto, type Person } from './people.js';
import type { Stack } from './stack/stack.js';

/** What the platform is for, as its clients do it, on whatever way of running it `start` brings up. */
export function describeMainJob(name: string, start: () => Promise<Stack>): void {
  describe(`the main job, ${name}`, () => {
    let stack: Stack;
    let category: string;

    beforeAll(async () => {
      stack = await start();
      category = await anyCategory(createGraphClient({ url: stack.url }));
    }, 120_000);
    afterAll(async () => {
      await stack.dispose();
      expect(stack.output().split('\n').filter((line) => line.includes('"level":"error"'))).toEqual([]);
    }, 60_000);

    const register = (displayName?: string): Promise<Person> => registerPerson(stack.url, displayName);
    const statusOf = (item: Json) => createGraphClient({ url: stack.url }).read('query ($id: ID!) { item(id: $id) { status } }', { id: item.id });

    it('two people meet, swap an object, and chat live; a third sees nothing of it', async () => {
      const [nour, karim, third] = await Promise.all([register('Nour'), register('Karim'), register('Lou')]);
      const [mine, other] = await Promise.all(
        [nour, karim].map(async (person) => {
          const { photoId, response } = await uploadPhoto(person, await takePhoto());
          expect(response.status).toBeLessThan(300);
          return publish(person, category, { photoIds: [photoId] });
        }),
      );
      expect(mine.photos).toEqual([expect.objectContaining({ width: 640, height: 480 })]);
      const picture = await fetch(mine.photos[0].url);
      expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp']);

      const proposed = await turns(nour).propose([mine.id], [other.id]);
      expect(proposed).toMatchObject({ __typename: 'Exchange', status: 'PROPOSED', revision: 1, awaiting: [{ id: karim.id }] });
      const exchangeId: string = proposed.id;
      const [nourSees, karimSees] = [nour, karim].map(({ graph }) => graph.subscribe(MESSAGES, { exchangeId, after: 0 }));
      const updates = nour.graph.subscribe(UPDATES, { exchangeId });
      await nour.graph.read(SEND, { input: { exchangeId, body: 'Il est encore là ?', clientId: randomUUID() } });
      await Promise.all([nourSees!.until(1), karimSees!.until(1)]);

      const spare = await publish(karim, category, { title: 'Lampe' });
      expect(await turns(karim).counter(exchangeId, [spare.id], [mine.id])).toMatchObject({ __typename: 'Exchange', revision: 2, awaiting: [{ id: nour.id }] });
      expect(await turns(nour).accept(exchangeId, 1)).toMatchObject({ __typename: 'WrongState' });
      expect(await turns(nour).accept(exchangeId, 2)).toMatchObject({ __typename: 'Exchange', status: 'ACCEPTED' });

      const say = (person: Person, index: number) => person.graph.read(SEND, { input: { exchangeId, body: `message ${index}`, clientId: randomUUID() } });
      const sent = await Promise.all(Array.from({ length: 200 }, (_, index) => say(index % 2 ? nour : karim, index)));
      expect(sent.map(({ __typename }: Json) => __typename)).toEqual(Array<string>(200).fill('Message'));
      for (const sees of [nourSees!, karimSees!]) {
        const events = await sees.until(201);
        expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 201 }, (_, index) => index + 1));
        expect(events[0]).toMatchObject({
          body: 'Il est encore là ?',
          author: { id: nour.id, displayName: 'Nour', reputation: { rating: null, reviewCount: 0 } },
          exchange: { id: exchangeId },
        });
        expect(events.at(-1).exchange.status).toBe('ACCEPTED');
      }

      expect(await third.graph.read('query ($id: ID!) { exchange(id: $id) { id messages { totalCount } } }', { id: exchangeId })).toBeNull();
      expect(await third.graph.read('{ exchanges { totalCount } }')).toEqual({ totalCount: 0 });
      expect(await third.graph.read(SEND, { input: { exchangeId, body: 'x', clientId: 'x' } })).toMatchObject({ __typename: 'NotFound' });
      expect(await turns(third).cancel(exchangeId)).toMatchObject({ __typename: 'NotFound' });
      await expect(third.graph.subscribe(MESSAGES, { exchangeId }).until(1)).rejects.toThrow('FORBIDDEN');
      await expect(third.graph.subscribe(UPDATES, { exchangeId }).until(1)).rejects.toThrow('FORBIDDEN');

      await eventually(() => statusOf(mine), ({ status }) => status === 'RESERVED');
      expect(await turns(nour).confirm(exchangeId)).toMatchObject({ status: 'ACCEPTED', awaiting: [{ id: karim.id }] });
      expect(await turns(karim).confirm(exchangeId)).toMatchObject({ status: 'COMPLETED', awaiting: [] });
      for (const item of [mine, spare]) await eventually(() => statusOf(item), ({ status }) => status === 'EXCHANGED');
      expect(await statusOf(other)).toEqual({ status: 'PUBLISHED' });
      const seen = await updates.until(4);
      expect(seen.at(-1)).toEqual({ id: exchangeId, status: 'COMPLETED', revision: 2 });
      await Promise.all([nour, karim, third].map(({ graph }) => graph.dispose()));
    }, 60_000);

    it('thirty pairs at once, with rivals for the same items: exactly one acceptance for each item', async () => {
      const pairs = await Promise.all(
        Array.from({ length: 30 }, async () => {
          const [owner, wooer] = await Promise.all([register(), register()]);
          const [wanted, offers] = await Promise.all([publish(owner, category), Promise.all([publish(wooer, category), publish(wooer, category), publish(wooer, category)])]);
          const proposals = await Promise.all(offers.map((offer) => turns(wooer).propose([offer.id], [wanted.id])));
          return { owner, wooer, wanted, proposals };
        }),
      );
      const spans: { startedAt: number; endedAt: number }[] = [];
      const answers = await Promise.all(
        pairs.map(({ owner, proposals }) =>
          Promise.all(
            proposals.map(async ({ id }) => {
              const startedAt = performance.now();
              const answer = await turns(owner).accept(id);
              spans.push({ startedAt, endedAt: performance.now() });
              return answer;
            }),
          ),
        ),
      );
      const mostAtOnce = Math.max(...spans.map(({ startedAt }) => spans.filter((span) => span.startedAt <= startedAt && startedAt < span.endedAt).length));
      expect(mostAtOnce).toBeGreaterThanOrEqual(10);
      for (const [index, { owner, wanted, proposals }] of pairs.entries()) {
        const kinds = answers[index]!.map(({ __typename }: Json) => __typename).toSorted();
        expect(kinds).toEqual(['Exchange', 'ItemUnavailable', 'ItemUnavailable']);
        const refused: Json[] = answers[index]!.filter(({ __typename }: Json) => __typename === 'ItemUnavailable');
        for (const { itemIds } of refused) expect(itemIds).toEqual([wanted.id]);
        const states: Json[] = await Promise.all(proposals.map(({ id }) => owner.graph.read('query ($id: ID!) { exchange(id: $id) { status isPaused } }', { id })));
        expect(states.toSorted((a, b) => String(a.status).localeCompare(String(b.status)))).toEqual([
          { status: 'ACCEPTED', isPaused: false },
          { status: 'PROPOSED', isPaused: true },
          { status: 'PROPOSED', isPaused: true },
        ]);
      }
    }, 120_000);

    it('a withdrawal and an acceptance, in either order and at once: nobody is left with a promise of what is gone', async () => {
      const [owner, wooer] = await Promise.all([register(), register()]);
      const orders = ['withdraw first', 'accept first', 'at once', 'at once', 'at once'];
      const cases = orders.flatMap((order) => [{ order, side: 'wanted' }, { order, side: 'offered' }]);
      const ends = await Promise.all(
        cases.map(async ({ order, side }) => {
          const [wanted, offer] = await Promise.all([publish(owner, category), publish(wooer, category)]);
          const { id } = await turns(wooer).propose([offer.id], [wanted.id]);
          const accept = () => turns(owner).accept(id);
          const [gone, left] = side === 'wanted' ? [wanted, offer] : [offer, wanted];
          const withdraw = () => turns(side === 'wanted' ? owner : wooer).withdraw(gone.id);
          const [withdrawal, acceptance] =
            order === 'at once'
              ? await Promise.all([withdraw(), accept()])
              : order === 'withdraw first'
                ? [await withdraw(), await accept()]
                : (([a, w]) => [w, a])([await accept(), await withdraw()]);
          return { order, id, gone, left, withdrawal, acceptance };
        }),
      );
      for (const { order, id, gone, left, withdrawal, acceptance } of ends) {
        expect(['Item', 'ItemUnavailable']).toContain(withdrawal.__typename);
        expect(['Exchange', 'ItemUnavailable', 'WrongState']).toContain(acceptance.__typename);
        if (withdrawal.__typename === 'Item') {
          await eventually(() => owner.graph.read('query ($id: ID!) { exchange(id: $id) { status } }', { id }), ({ status }) => status === 'CANCELLED');
          expect(await statusOf(gone)).toEqual({ status: 'WITHDRAWN' });
          await eventually(() => statusOf(left), ({ status }) => status === 'PUBLISHED');
        } else {
          expect({ order, acceptance: acceptance.__typename }).toEqual({ order, acceptance: 'Exchange' });
          await eventually(() => statusOf(gone), ({ status }) => status === 'RESERVED');
        }
      }
    }, 60_000);
  });
}
