import { randomUUID } from 'node:crypto';
import { ask, read, someone, type Asker } from '@secondlife/platform/testing/ask';
import { openWorld, SEND, type World } from '../testing/test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());
afterEach(() => {
  world.owner.isDown = false;
});

interface Page {
  edges: { cursor: string; node: { seq: number } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
  totalCount: number;
}
async function readPage(exchangeId: string, page: string, asker: Asker) {
  const selection = `lastMessageSeq messages${page} { edges { cursor node { seq } } pageInfo { hasNextPage hasPreviousPage } totalCount }`;
  const [exchange] = await world.readExchanges<{ lastMessageSeq: number | null; messages: Page | null }>([exchangeId], selection, asker);
  return exchange!;
}
const seqsOf = ({ messages }: { messages: Page | null }) => messages!.edges.map(({ node }) => node.seq);

describe('sendMessage', () => {
  it('numbers messages from 1, also in an exchange that chat hears of for the first time', async () => {
    const { nour, karim, exchangeId } = world.meet();
    expect(await world.send(exchangeId, nour, '  Le vélo est à vous ?\nMerci  ')).toMatchObject({
      __typename: 'Message',
      seq: 1,
      body: 'Le vélo est à vous ?\nMerci',
      author: { id: nour },
      exchange: { id: exchangeId },
    });
    expect(await world.send(exchangeId, karim)).toMatchObject({ seq: 2 });
  });

  it('gives 200 messages that two people send at once the numbers 1 to 200, each once', async () => {
    const { nour, karim, exchangeId } = world.meet();
    const sent = await Promise.all(Array.from({ length: 200 }, (_, index) => world.send(exchangeId, index % 2 ? nour : karim)));
    expect(sent.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  });

  it('gives the first message again for the same clientId, also when sent twenty times at once, and leaves no gap', async () => {
    const { nour, exchangeId } = world.meet();
    const clientId = randomUUID();
    const sent = await Promise.all(Array.from({ length: 20 }, () => world.send(exchangeId, nour, 'once', clientId)));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(await world.send(exchangeId, nour)).toMatchObject({ seq: 2 });
  });

  it('is for participants alone: to anyone else the exchange is unknown', async () => {
    const { exchangeId } = world.meet();
    expect(await world.send(exchangeId, someone())).toMatchObject({ __typename: 'NotFound' });
    for (const id of [randomUUID(), 'nonsense', '']) expect(await world.send(id, someone())).toMatchObject({ __typename: 'NotFound' });
    const { errors } = await ask(world.chat, SEND, { input: { exchangeId, body: 'x', clientId: 'x' } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('says what is wrong with the input', async () => {
    const { nour, exchangeId } = world.meet();
    for (const body of ['', '   ', 'x'.repeat(4001), 'x'.repeat(1_000_000), 'a\u0000b']) {
      expect(await world.send(exchangeId, nour, body)).toMatchObject({ __typename: 'InvalidInput', field: ['body'] });
    }
    expect(await world.send(exchangeId, nour, 'x', '')).toMatchObject({ __typename: 'InvalidInput', field: ['clientId'] });
    expect(await world.send(exchangeId, nour, '🚲'.repeat(4000))).toMatchObject({ __typename: 'Message' });
  });

  it('takes 300 messages a minute from one person, and no more; a repeated one is none more', async () => {
    const { nour, exchangeId } = world.meet();
    const clientId = randomUUID();
    const first = await world.send(exchangeId, nour, 'first', clientId);
    const sent = await Promise.all(Array.from({ length: 300 }, () => world.send(exchangeId, nour)));
    expect(sent.filter(({ __typename }) => __typename === 'RateLimited')).toHaveLength(1);
    expect(await world.send(exchangeId, nour, 'first', clientId)).toEqual(first);
  });

  it('is seen by the fields that are read after it in the same operation', async () => {
    const { nour, exchangeId } = world.meet();
    const one = (clientId: string) => `sendMessage(input: { exchangeId: "${exchangeId}", body: "x", clientId: "${clientId}" }) { ... on Message { seq exchange { lastMessageSeq messages { totalCount } } } }`;
    const { data } = await ask(world.chat, `mutation { a: ${one('a')} b: ${one('b')} }`, {}, { userId: nour });
    expect(data).toEqual({
      a: { seq: 1, exchange: { lastMessageSeq: 1, messages: { totalCount: 1 } } },
      b: { seq: 2, exchange: { lastMessageSeq: 2, messages: { totalCount: 2 } } },
    });
  });

  it('is an error, and never "not found", when the owner of exchanges does not answer', async () => {
    const { nour, exchangeId } = world.meet();
    world.owner.isDown = true;
    const { errors } = await ask(world.chat, SEND, { input: { exchangeId, body: 'x', clientId: 'x' } }, { userId: nour });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    expect(JSON.stringify(errors)).not.toContain('10.0.0.7');
  });
});

describe('Exchange.messages', () => {
  it('pages from either end, the last 24 without arguments, oldest first', async () => {
    const { nour, exchangeId } = world.meet();
    for (let index = 0; index < 30; index += 1) await world.send(exchangeId, nour);
    const newest = await readPage(exchangeId, '', { userId: nour });
    expect(seqsOf(newest)).toEqual(Array.from({ length: 24 }, (_, index) => index + 7));
    expect(newest).toMatchObject({ lastMessageSeq: 30, messages: { pageInfo: { hasNextPage: false, hasPreviousPage: true }, totalCount: 30 } });

    const before = newest.messages!.edges[0]!.cursor;
    const older = await readPage(exchangeId, `(last: 4, before: "${before}")`, { userId: nour });
    expect(seqsOf(older)).toEqual([3, 4, 5, 6]);
    const first = await readPage(exchangeId, '(first: 2)', { userId: nour });
    expect(seqsOf(first)).toEqual([1, 2]);
    expect(first.messages!.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false });
    const after = first.messages!.edges[1]!.cursor;
    expect(seqsOf(await readPage(exchangeId, `(first: 3, after: "${after}")`, { userId: nour }))).toEqual([3, 4, 5]);
  });

  it('is empty, not null, for a participant of a silent exchange; null for a third person and for nobody', async () => {
    const { karim, exchangeId } = world.meet();
    expect(await readPage(exchangeId, '', { userId: karim })).toMatchObject({ lastMessageSeq: 0, messages: { edges: [], totalCount: 0 } });
    for (const asker of [{ userId: someone() }, {}]) {
      expect(await readPage(exchangeId, '', asker)).toEqual({ lastMessageSeq: null, messages: null });
    }
  });

  it.each([['(first: 0)'], ['(first: 101)'], ['(last: -1)'], ['(first: 1, last: 1)'], ['(first: 1, before: "WzFd")'], ['(after: "garbage")'], ['(before: "W10")']])(
    'refuses %s with BAD_USER_INPUT',
    async (page) => {
      const { nour, exchangeId } = world.meet();
      await expect(world.readExchanges([exchangeId], `messages${page} { totalCount }`, { userId: nour })).rejects.toThrow('BAD_USER_INPUT');
    },
  );
});

describe('Message.clientId', () => {
  it('is for its author alone, in whatever way the message is read', async () => {
    const { nour, karim, exchangeId } = world.meet();
    const clientId = randomUUID();
    const added = `subscription ($id: ID!) { messageAdded(exchangeId: $id, after: 0) { clientId } }`;
    const sent = `mutation { sendMessage(input: { exchangeId: "${exchangeId}", body: "x", clientId: "${clientId}" }) { ... on Message { clientId } } }`;
    expect(await read(world.chat, sent, {}, { userId: nour })).toEqual({ clientId });
    for (const [userId, seen] of [[nour, clientId], [karim, null]] as const) {
      expect(await world.readExchanges([exchangeId], 'messages { edges { node { clientId } } }', { userId })).toEqual([{ messages: { edges: [{ node: { clientId: seen } }] } }]);
      const feed = await world.subscribe(added, { id: exchangeId }, { userId });
      expect((await feed.next()).value).toEqual({ clientId: seen });
      await feed.return!();
    }
  });
});

describe('messageAdded', () => {
  const SUBSCRIBE = 'subscription ($id: ID!, $after: Int) { messageAdded(exchangeId: $id, after: $after) { seq body author { id } } }';
  const subscribe = (exchangeId: string, after: number | null, asker: Asker) => world.subscribe<{ seq: number }>(SUBSCRIBE, { id: exchangeId, after }, asker);

  it('gives what was missed, then what comes, in order, each once, while both write', async () => {
    const { nour, karim, exchangeId } = world.meet();
    await Promise.all(Array.from({ length: 50 }, () => world.send(exchangeId, nour)));
    const feed = await subscribe(exchangeId, 20, { userId: karim });
    const sending = Promise.all(Array.from({ length: 100 }, (_, index) => world.send(exchangeId, index % 2 ? nour : karim)));
    const seqs: number[] = [];
    while (seqs.length < 130) seqs.push((await feed.next()).value.seq);
    expect(seqs).toEqual(Array.from({ length: 130 }, (_, index) => index + 21));
    await sending;
    await feed.return!();
  });

  it('gives only new ones without `after`', async () => {
    const { nour, karim, exchangeId } = world.meet();
    await world.send(exchangeId, nour);
    const feed = await subscribe(exchangeId, null, { userId: karim });
    await world.send(exchangeId, nour, 'new');
    expect((await feed.next()).value).toEqual({ seq: 2, body: 'new', author: { id: nour } });
    await feed.return!();
  });

  it.each([
    ['a third person', { userId: someone() }, 'FORBIDDEN'],
    ['nobody', {}, 'UNAUTHENTICATED'],
  ])('refuses %s', async (_, asker, code) => {
    const { exchangeId } = world.meet();
    await expect((await subscribe(exchangeId, 0, asker)).next()).rejects.toThrow(code);
  });

  it('refuses a negative number', async () => {
    const { nour, exchangeId } = world.meet();
    await expect((await subscribe(exchangeId, -1, { userId: nour })).next()).rejects.toThrow('BAD_USER_INPUT');
  });
});
