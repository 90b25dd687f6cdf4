import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createGraphClient, type GraphClient, type Json } from './graph-client.js';
import { ROOT } from './stack/process.js';
import { startStandaloneStack, type StandaloneStack } from './stack/standalone-stack.js';

let stack: StandaloneStack;
let nour: GraphClient;
let password: string;

const operation = (name: string): Promise<string> => readFile(join(ROOT, `schema/operations/${name}.graphql`), 'utf8');
const variablesOf = async (name: string): Promise<Json> => JSON.parse(await readFile(join(ROOT, `schema/operations/${name}.json`), 'utf8'));

beforeAll(async () => {
  stack = await startStandaloneStack({ hasDemo: true });
  password = /password (\S+)/.exec(stack.output())![1]!;
  const { input } = await variablesOf('3-log-in');
  const session: Json = await createGraphClient({ url: stack.url }).read(await operation('3-log-in'), { input: { ...input, password } });
  expect(session).toMatchObject({ __typename: 'Session', viewer: { user: { displayName: expect.stringContaining('Nour') } } });
  nour = createGraphClient({ url: stack.url, accessToken: session.accessToken });
}, 90_000);
afterAll(async () => {
  await nour.dispose();
  await stack.dispose();
}, 30_000);

describe('the demo community, through the explorer’s saved operations', () => {
  it('1 has a feed with pictures, places, kinds and owners, for who has no account', async () => {
    const { totalCount, edges } = await createGraphClient({ url: stack.url }).read(await operation('1-feed'));
    expect(totalCount).toBeGreaterThan(100);
    for (const { node } of edges) {
      expect(node).toMatchObject({ owner: { displayName: expect.any(String), reputation: { reviewCount: expect.any(Number) } }, category: { name: expect.any(String) } });
      const picture = await fetch(node.photos[0].url.replace(/^http:\/\/[^/]+/, stack.url));
      expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp']);
    }
  });

  it('2 has things near the middle of Lyon, nearest first', async () => {
    const { edges } = await createGraphClient({ url: stack.url }).read(await operation('2-near-me'), await variablesOf('2-near-me'));
    const distances: number[] = edges.map(({ node }: Json) => node.distanceMetres);
    expect(distances.length).toBe(10);
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
    expect(Math.max(...distances)).toBeLessThanOrEqual(10_000);
  });

  it('4 has exchanges with chats for Nour, in every state that exists', async () => {
    const { edges } = await nour.read('query { exchanges(first: 100) { edges { node { status isPaused lastMessageSeq } } } }');
    expect(new Set(edges.map(({ node }: Json) => node.status))).toEqual(new Set(['PROPOSED', 'ACCEPTED', 'COMPLETED', 'DECLINED', 'CANCELLED', 'EXPIRED']));
    const { data, errors } = await nour.ask((await operation('4-my-exchanges')).replace('first: 5', 'first: 50'));
    expect(errors).toBeUndefined();
    expect(data.me.unreadMessages).toBeGreaterThan(0);
    expect(data.exchanges.edges.some(({ node }: Json) => node.messages.totalCount > 5)).toBe(true);
  });

  it('5 lets Nour propose a swap, once she names two items that can be had', async () => {
    const refused: Json = await nour.read(await operation('5-propose'), await variablesOf('5-propose'));
    expect(refused).toMatchObject({ __typename: 'InvalidInput', field: ['offeredItemIds'] });
    const { data } = await nour.ask('{ me { user { id items(first: 20) { edges { node { id status } } } } } items(first: 100) { edges { node { id owner { id } } } } }');
    const mine = data.me.user.items.edges.find(({ node }: Json) => node.status === 'PUBLISHED').node.id;
    const other = data.items.edges.find(({ node }: Json) => node.owner.id !== data.me.user.id).node.id;
    const proposed: Json = await nour.read(await operation('5-propose'), { input: { offeredItemIds: [mine], requestedItemIds: [other], note: 'Bonjour' } });
    expect(proposed).toMatchObject({ __typename: 'Exchange', status: 'PROPOSED' });
  });

  it('6 lets Nour follow a chat from its first message', async () => {
    const { edges } = await nour.read('query { exchanges(first: 100) { edges { node { id lastMessageSeq } } } }');
    const { id, lastMessageSeq } = edges.map(({ node }: Json) => node).find((node: Json) => node.lastMessageSeq > 3);
    const events = await nour.subscribe(await operation('6-chat'), { exchangeId: id }).until(lastMessageSeq);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: lastMessageSeq }, (_, index) => index + 1));
    expect(events[0]).toMatchObject({ author: { displayName: expect.any(String) }, exchange: { status: expect.any(String) } });
  });

  it('shows a rating from the third review on', async () => {
    const { edges } = await nour.read('query { items(first: 100) { edges { node { owner { reputation { rating reviewCount reliability } } } } } }');
    const reputations: Json[] = edges.map(({ node }: Json) => node.owner.reputation);
    for (const { rating, reviewCount } of reputations) expect(rating === null).toBe(reviewCount < 3);
    expect(reputations.some(({ rating }) => rating !== null)).toBe(true);
  });
});
