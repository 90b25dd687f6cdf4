import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { LocalSubgraph } from '../execution/testing/local-graph.js';
import { startGateway, type StartedGateway } from '../testing/start-gateway.js';

const shelves: LocalSubgraph = {
  name: 'shelves',
  sdl: 'type Query { shelves(first: Int): [Shelf!] } type Shelf { id: ID! inner(first: Int): [Shelf!] }',
  resolvers: { Query: { shelves: () => [{ id: '1' }] }, Shelf: { inner: () => [] } },
};
const SHELVES = '{ shelves { id } }';
/** Ten shelves in ten shelves in ten shelves … */
const NESTED = `{ shelves { ${'inner { '.repeat(5)} id ${'}'.repeat(5)} } }`;

async function askBySocket(url: string, query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const client = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
  try {
    return (await client.iterate({ query, variables }).next()).value;
  } catch (errors) {
    return { errors };
  } finally {
    await client.dispose();
  }
}

describe('a gateway for strangers', () => {
  let strict: StartedGateway;
  beforeAll(async () => {
    strict = await startGateway([shelves], { limits: {} });
  });
  afterAll(() => strict[Symbol.asyncDispose]());

  it('tells with each answer what it cost, and what is left', async () => {
    await using gateway = await startGateway([shelves], { limits: {} });
    const answer = await gateway.post({ query: SHELVES });
    expect(await answer.json()).toEqual({
      data: { shelves: [{ id: '1' }] },
      extensions: { cost: { requestedQueryCost: 10, throttleStatus: { maximumAvailable: 1_000_000, currentlyAvailable: 999_990, restoreRate: 20_000 } } },
    });
    expect(answer.headers.get('ratelimit-policy')).toBe('"address";q=1000000;w=50');
    expect(answer.headers.get('ratelimit')).toMatch(/^"address";r=\d+;t=1$/);
  });

  it('refuses by 429 what costs more than is left, and says when to come back', async () => {
    await using gateway = await startGateway([shelves], { limits: { rate: { perAddress: { capacity: 25, restoredPerSecond: 1 } } } });
    const [, , refused] = [await gateway.post({ query: SHELVES }), await gateway.post({ query: SHELVES }), await gateway.post({ query: SHELVES })];
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect(await askBySocket(gateway.url, SHELVES)).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect(gateway.requests).toHaveLength(2);
  });

  it.each([
    ['costs more than one may', NESTED, {}],
    ['asks for a longer list than one may', 'query ($first: Int) { shelves(first: $first) { id } }', { first: 1_001 }],
    ['is deeper than one may be', `{ shelves { ${'inner { '.repeat(16)} id ${'}'.repeat(16)} } }`, {}],
    ['has 500 fields of one name', `{ ${SHELVES.slice(2, -2).repeat(500)} }`, {}],
    ['has 100 aliases', `{ ${Array.from({ length: 100 }, (_, n) => `a${n}: __typename`).join(' ')} }`, {}],
    ['has 10 unknown directives', `{ __typename ${Array.from({ length: 10 }, (_, n) => `@no${n}`).join(' ')} }`, {}],
    ['doubles 2^30 times', `{ shelves { ...F0 } } ${Array.from({ length: 30 }, (_, n) => `fragment F${n} on Shelf { ${n < 29 ? `...F${n + 1} ...F${n + 1}` : 'id'} }`).join(' ')}`, {}],
  ])('refuses an operation that %s, by every door, and asks no subgraph', async (_, query, variables) => {
    strict.requests.length = 0;
    const refusal = { errors: [{ extensions: { code: 'OPERATION_TOO_COMPLEX' } }] };
    expect(await (await strict.post({ query, variables })).json()).toMatchObject(refusal);
    expect(await askBySocket(strict.url, query, variables)).toMatchObject(refusal);
    const stream = await strict.post({ query, variables }, { accept: 'text/event-stream' });
    expect(await stream.text()).toContain('OPERATION_TOO_COMPLEX');
    expect(strict.requests).toEqual([]);
  });

  it('has the numbers that its settings say', async () => {
    await using gateway = await startGateway([shelves], { limits: { operation: { depth: 1 }, cost: { maximum: 5 } } });
    expect(await (await gateway.post({ query: SHELVES })).json()).toMatchObject({ errors: [{ message: expect.stringContaining('1') as string, extensions: { code: 'OPERATION_TOO_COMPLEX' } }] });
  });
});

it('a gateway without limits lets all of it run, and tells nothing of cost', async () => {
  await using gateway = await startGateway([shelves], { limits: 'off' });
  const answer = await gateway.post({ query: NESTED });
  expect(await answer.json()).toEqual({ data: { shelves: [{ inner: [] }] } });
  expect(answer.headers.get('ratelimit')).toBeNull();
});
