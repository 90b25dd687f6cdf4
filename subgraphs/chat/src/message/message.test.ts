import { randomUUID } from 'node:crypto';
import type { SubgraphClient } from '@secondlife/platform/subgraph/subgraph-client';
import type { Subgraph } from '@secondlife/platform/subgraph/subgraph';
import { ask, createTestDeps, read, someone, toCall, type Asker } from '@secondlife/platform/testing/ask';
import { createTestDatabase, type TestDatabase } from '@secondlife/platform/testing/test-database';
import { CATALOGUE } from '@secondlife/schema/events/catalogue';
import { MIGRATIONS } from '../migrations/index.js';
import { createChatSubgraph } from '../subgraph.js';

let database: TestDatabase;
let chat: Subgraph;
/** What the owner of exchanges would answer, by id. */
const exchanges = new Map<string, { id: string; version: number; participants: { id: string }[] }>();
let isOwnerDown = false;

/** The owner of exchanges, at the other end of the wire. */
const owner: SubgraphClient = {
  async execute({ variables }) {
    if (isOwnerDown) throw new Error('connection refused at 10.0.0.7');
    const representations = variables['representations'] as { id: string }[];
    return { data: { _entities: representations.map(({ id }) => exchanges.get(id) ?? null) } };
  },
  subscribe: () => Promise.reject(new Error('not asked for')),
  check: async () => undefined,
  dispose: async () => undefined,
};

beforeAll(async () => {
  database = await createTestDatabase([{ schema: 'chat', migrations: MIGRATIONS }], CATALOGUE);
  chat = await createChatSubgraph({ ...createTestDeps(database, 'chat'), exchanges: owner });
  await chat.start();
});
afterAll(async () => {
  await chat.dispose();
  await database.dispose();
});
afterEach(() => {
  isOwnerDown = false;
});

interface Answer {
  __typename: string;
  id: string;
  seq: number;
  body: string;
  field: string[];
}
const SEND = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) {
  __typename ... on Message { id seq body sentAt author { id } exchange { id } } ... on InvalidInput { field } ... on RateLimited { retryAfterSeconds } } }`;
const send = (exchangeId: string, userId: string, body = 'Bonjour', clientId: string = randomUUID()) =>
  read<Answer>(chat, SEND, { input: { exchangeId, body, clientId } }, { userId });

/** Two people with an exchange that chat has not heard of yet. */
function meet() {
  const [nour, karim, exchangeId] = [someone(), someone(), randomUUID()];
  exchanges.set(exchangeId, { id: exchangeId, version: 1, participants: [{ id: nour }, { id: karim }] });
  return { nour, karim, exchangeId };
}

interface Page {
  edges: { cursor: string; node: { seq: number } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
  totalCount: number;
}
const ENTITY = (selection: string) => `query ($id: ID!) { _entities(representations: [{ __typename: "Exchange", id: $id }]) { ... on Exchange { ${selection} } } }`;
async function readPage(exchangeId: string, page: string, asker: Asker) {
  const selection = `lastMessageSeq messages${page} { edges { cursor node { seq } } pageInfo { hasNextPage hasPreviousPage } totalCount }`;
  const [exchange] = await read<{ lastMessageSeq: number | null; messages: Page | null }[]>(chat, ENTITY(selection), { id: exchangeId }, asker);
  return exchange!;
}
const seqsOf = ({ messages }: { messages: Page | null }) => messages!.edges.map(({ node }) => node.seq);

describe('sendMessage', () => {
  it('numbers messages from 1, also in an exchange that chat hears of for the first time', async () => {
    const { nour, karim, exchangeId } = meet();
    expect(await send(exchangeId, nour, '  Le vélo est à vous ?\nMerci  ')).toMatchObject({
      __typename: 'Message',
      seq: 1,
      body: 'Le vélo est à vous ?\nMerci',
      author: { id: nour },
      exchange: { id: exchangeId },
    });
    expect(await send(exchangeId, karim)).toMatchObject({ seq: 2 });
  });

  it('gives 200 messages that two people send at once the numbers 1 to 200, each once', async () => {
    const { nour, karim, exchangeId } = meet();
    const sent = await Promise.all(Array.from({ length: 200 }, (_, index) => send(exchangeId, index % 2 ? nour : karim)));
    expect(sent.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  });

  it('gives the first message again for the same clientId, also when sent twenty times at once, and leaves no gap', async () => {
    const { nour, exchangeId } = meet();
    const clientId = randomUUID();
    const sent = await Promise.all(Array.from({ length: 20 }, () => send(exchangeId, nour, 'once', clientId)));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(await send(exchangeId, nour)).toMatchObject({ seq: 2 });
  });

  it('is for participants alone: to anyone else the exchange is unknown', async () => {
    const { exchangeId } = meet();
    expect(await send(exchangeId, someone())).toMatchObject({ __typename: 'NotFound' });
    for (const id of [randomUUID(), 'nonsense', '']) expect(await send(id, someone())).toMatchObject({ __typename: 'NotFound' });
    const { errors } = await ask(chat, SEND, { input: { exchangeId, body: 'x', clientId: 'x' } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('says what is wrong with the input', async () => {
    const { nour, exchangeId } = meet();
    for (const body of ['', '   ', 'x'.repeat(4001), 'x'.repeat(1_000_000), 'a\u0000b']) {
      expect(await send(exchangeId, nour, body)).toMatchObject({ __typename: 'InvalidInput', field: ['body'] });
    }
    expect(await send(exchangeId, nour, 'x', '')).toMatchObject({ __typename: 'InvalidInput', field: ['clientId'] });
    expect(await send(exchangeId, nour, '🚲'.repeat(4000))).toMatchObject({ __typename: 'Message' });
  });

  it('takes 300 messages a minute from one person, and no more; a repeated one is none more', async () => {
    const { nour, exchangeId } = meet();
    const clientId = randomUUID();
    const first = await send(exchangeId, nour, 'first', clientId);
    const sent = await Promise.all(Array.from({ length: 300 }, () => send(exchangeId, nour)));
    expect(sent.filter(({ __typename }) => __typename === 'RateLimited')).toHaveLength(1);
    expect(await send(exchangeId, nour, 'first', clientId)).toEqual(first);
  });

  it('is seen by the fields that are read after it in the same operation', async () => {
    const { nour, exchangeId } = meet();
    const one = (clientId: string) => `sendMessage(input: { exchangeId: "${exchangeId}", body: "x", clientId: "${clientId}" }) { ... on Message { seq exchange { lastMessageSeq messages { totalCount } } } }`;
    const { data } = await ask(chat, `mutation { a: ${one('a')} b: ${one('b')} }`, {}, { userId: nour });
    expect(data).toEqual({
      a: { seq: 1, exchange: { lastMessageSeq: 1, messages: { totalCount: 1 } } },
      b: { seq: 2, exchange: { lastMessageSeq: 2, messages: { totalCount: 2 } } },
    });
  });

  it('is an error, and never "not found", when the owner of exchanges does not answer', async () => {
    const { nour, exchangeId } = meet();
    isOwnerDown = true;
    const { errors } = await ask(chat, SEND, { input: { exchangeId, body: 'x', clientId: 'x' } }, { userId: nour });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    expect(JSON.stringify(errors)).not.toContain('10.0.0.7');
  });
});

describe('Exchange.messages', () => {
  it('pages from either end, the last 24 without arguments, oldest first', async () => {
    const { nour, exchangeId } = meet();
    for (let index = 0; index < 30; index += 1) await send(exchangeId, nour);
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
    const { karim, exchangeId } = meet();
    expect(await readPage(exchangeId, '', { userId: karim })).toMatchObject({ lastMessageSeq: 0, messages: { edges: [], totalCount: 0 } });
    for (const asker of [{ userId: someone() }, {}]) {
      expect(await readPage(exchangeId, '', asker)).toEqual({ lastMessageSeq: null, messages: null });
    }
  });

  it.each([['(first: 0)'], ['(first: 101)'], ['(last: -1)'], ['(first: 1, last: 1)'], ['(first: 1, before: "WzFd")'], ['(after: "garbage")'], ['(before: "W10")']])(
    'refuses %s with BAD_USER_INPUT',
    async (page) => {
      const { nour, exchangeId } = meet();
      const { errors } = await ask(chat, ENTITY(`messages${page} { totalCount }`), { id: exchangeId }, { userId: nour });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    },
  );
});

describe('what has been read', () => {
  const UNREAD = `query ($id: ID!) { _entities(representations: [{ __typename: "Viewer", id: $id }]) { ... on Viewer { unreadMessages } } }`;
  const unread = async (userId: string, asker: Asker = { userId }) => (await read<{ unreadMessages: number | null }[]>(chat, UNREAD, { id: userId }, asker))[0]!.unreadMessages;
  const markRead = (exchangeId: string, seq: number, userId: string) =>
    read<boolean>(chat, 'mutation ($id: ID!, $seq: Int!) { markMessagesRead(exchangeId: $id, seq: $seq) }', { id: exchangeId, seq }, { userId });

  it('counts the messages of others after the mark, which never goes back', async () => {
    const { nour, karim, exchangeId } = meet();
    for (const author of [nour, nour, nour]) await send(exchangeId, author);
    expect([await unread(karim), await unread(nour)]).toEqual([3, 0]);
    expect(await markRead(exchangeId, 2, karim)).toBe(true);
    expect(await markRead(exchangeId, 1, karim)).toBe(true);
    expect(await unread(karim)).toBe(1);
    await markRead(exchangeId, 1_000_000, karim);
    await send(exchangeId, nour);
    expect(await unread(karim)).toBe(1);
  });

  it('is not what has come in meanwhile, when one writes oneself', async () => {
    const { nour, karim, exchangeId } = meet();
    await send(exchangeId, nour);
    await send(exchangeId, karim);
    expect([await unread(karim), await unread(nour)]).toEqual([1, 1]);
  });

  it('is for oneself alone', async () => {
    const { nour, exchangeId } = meet();
    await send(exchangeId, nour);
    expect(await markRead(exchangeId, 1, someone())).toBe(false);
    expect(await unread(nour, { userId: someone() })).toBeNull();
  });
});

describe('messageAdded', () => {
  const SUBSCRIBE = 'subscription ($id: ID!, $after: Int) { messageAdded(exchangeId: $id, after: $after) { seq body author { id } } }';
  const subscribe = (exchangeId: string, after: number | null, asker: Asker) => chat.subscribe({ query: SUBSCRIBE, variables: { id: exchangeId, after } }, toCall(asker));
  const take = async (feed: AsyncIterator<{ data?: unknown }>, count: number) => {
    const seqs: number[] = [];
    while (seqs.length < count) seqs.push(((await feed.next()).value.data as { messageAdded: { seq: number } }).messageAdded.seq);
    return seqs;
  };

  it('gives what was missed, then what comes, in order, each once, while both write', async () => {
    const { nour, karim, exchangeId } = meet();
    await Promise.all(Array.from({ length: 50 }, () => send(exchangeId, nour)));
    const feed = await subscribe(exchangeId, 20, { userId: karim });
    const taken = take(feed, 130);
    await Promise.all(Array.from({ length: 100 }, (_, index) => send(exchangeId, index % 2 ? nour : karim)));
    expect(await taken).toEqual(Array.from({ length: 130 }, (_, index) => index + 21));
    await feed.return!();
  });

  it('gives only new ones without `after`', async () => {
    const { nour, karim, exchangeId } = meet();
    await send(exchangeId, nour);
    const feed = await subscribe(exchangeId, null, { userId: karim });
    await send(exchangeId, nour, 'new');
    expect((await feed.next()).value.data).toEqual({ messageAdded: { seq: 2, body: 'new', author: { id: nour } } });
    await feed.return!();
  });

  it.each([
    ['a third person', { userId: someone() }, 'FORBIDDEN'],
    ['nobody', {}, 'UNAUTHENTICATED'],
  ])('refuses %s', async (_, asker, code) => {
    const { exchangeId } = meet();
    const { value } = await (await subscribe(exchangeId, 0, asker)).next();
    expect(value.errors[0].extensions).toMatchObject({ code });
  });

  it('refuses a negative number', async () => {
    const { nour, exchangeId } = meet();
    const { value } = await (await subscribe(exchangeId, -1, { userId: nour })).next();
    expect(value.errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
