import { serverAudits } from 'graphql-http';
import { startGateway, type StartedGateway } from '../testing/start-gateway.js';
import type { LocalSubgraph } from '../execution/testing/local-graph.js';

let wound = 0;
const clocks: LocalSubgraph = {
  name: 'clocks',
  sdl: 'type Query { clock(id: ID!, size: Size): String broken: String! } type Mutation { wind: Int } type Subscription { ticked: Int } enum Size { SMALL LARGE }',
  resolvers: {
    Query: {
      clock: (_source, { id }) => `clock ${id as string}`,
      broken: () => {
        throw new Error('SELECT * FROM vault');
      },
    },
    Mutation: { wind: () => (wound += 1) },
  },
};
const GRAPHQL = { accept: 'application/graphql-response+json' };
const CLOCK = '{ clock(id: 1) }';

let gateway: StartedGateway;
beforeAll(async () => {
  gateway = await startGateway([clocks]);
});
afterAll(() => gateway[Symbol.asyncDispose]());

const read = async (response: Response) => (await response.json()) as { data?: unknown; errors?: { message: string; extensions: Record<string, unknown> }[] };
/** Status, and the code of the one error, whose request id is that of the header. */
const refusalOf = async (response: Response) => {
  const { data, errors } = await read(response);
  expect([data, errors?.length, errors?.[0]?.extensions['requestId']]).toEqual([undefined, 1, response.headers.get('x-request-id')]);
  return [response.status, errors![0]!.extensions['code']];
};

describe('GraphQL over HTTP', () => {
  it.each(serverAudits({ url: () => gateway.url, fetchFn: fetch }).map((audit) => [`${audit.id}: ${audit.name}`, audit] as const))('%s', async (_, audit) => {
    const result = await audit.fn();
    expect([result.status, 'reason' in result ? result.reason : null]).toEqual(['ok', null]);
  });
});

describe('an answer', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/json, application/graphql-response+json;q=0.9', 'application/json'],
    ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json'],
    ['application/graphql-response+json;charset=utf-8', 'application/graphql-response+json'],
    ['text/plain, application/*', 'application/json'],
  ])('to who accepts %s is of type %s, and kept by no cache', async (accept, type) => {
    const response = await fetch(gateway.url, { method: 'POST', headers: { 'content-type': 'application/json', ...(accept && { accept }) }, body: JSON.stringify({ query: CLOCK }) });
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([200, `${type}; charset=utf-8`, 'no-store']);
  });

  it.each(['text/plain', 'multipart/mixed', 'text/html'])('is refused to who accepts %s alone', async (accept) => {
    expect(await refusalOf(await gateway.post({ query: CLOCK }, { accept }))).toEqual([406, 'BAD_USER_INPUT']);
  });

  it('to a browser that comes by is a page', async () => {
    const response = await fetch(gateway.url, { headers: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' } });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await response.text()).toContain('<html');
  });

  it('that failed in part is 200, with what there is', async () => {
    const response = await gateway.post({ query: '{ clock(id: 1) broken }' }, GRAPHQL);
    expect(response.status).toBe(200);
    const { data, errors } = await read(response);
    expect([data, errors]).toMatchObject([null, [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]]);
    expect(JSON.stringify(errors)).not.toContain('vault');
  });

  it.each([
    ['is no GraphQL', { query: '{' }, 'GRAPHQL_PARSE_FAILED'],
    ['is not valid', { query: '{ unknown }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['has variables that do not fit', { query: 'query ($size: Size) { clock(id: 1, size: $size) }', variables: { size: 'SMAL' } }, 'BAD_USER_INPUT'],
    ['names no operation of its document', { query: 'query A { clock(id: 1) } query B { clock(id: 2) }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ])('to what %s is 400 to who knows GraphQL, 200 to others, and suggests nothing', async (_, body, code) => {
    expect(await refusalOf(await gateway.post(body, GRAPHQL))).toEqual([400, code]);
    expect(await refusalOf(await gateway.post(body))).toEqual([200, code]);
    expect(await (await gateway.post(body)).text()).not.toMatch(/did you mean/i);
  });
});

describe('a request that cannot be understood', () => {
  it.each<[string, unknown]>([
    ['a list of 10 queries', Array.from({ length: 10 }, () => ({ query: CLOCK }))],
    ['no JSON', '{"query":'],
    ['a string', '"query"'],
    ['null', 'null'],
    ['no query', { operationName: 'A' }],
    ['an empty query', { query: '' }],
    ['a parsed query', { query: { kind: 'Document' } }],
    ['variables in a string', { query: CLOCK, variables: '{}' }],
    ['extensions in a list', { query: CLOCK, extensions: [] }],
    ['a number for an operation’s name', { query: CLOCK, operationName: 1 }],
    ['a subscription', { query: 'subscription { ticked }' }],
  ])('is 400: %s', async (_, body) => {
    expect(await refusalOf(await gateway.post(body))).toEqual([400, 'BAD_USER_INPUT']);
  });

  it.each([[{ query: CLOCK, variables: '{' }], [{ query: CLOCK, variables: '[]' }], [{ query: CLOCK, extensions: '1' }], [{}]])('is 400 in an address: %j', async (parameters) => {
    expect(await refusalOf(await gateway.get(parameters as Record<string, string>))).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('is 400 where an address has two queries', async () => {
    expect(await refusalOf(await fetch(`${gateway.url}?query=${encodeURIComponent(CLOCK)}&query=x`))).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('is 413 where it is larger than 2 MB', async () => {
    await using limited = await startGateway([clocks], { limits: {} });
    expect(await refusalOf(await limited.post({ query: CLOCK, variables: { a: 'a'.repeat(2 * 1024 * 1024) } }))).toEqual([413, 'BAD_USER_INPUT']);
  });

  it('is 415 where it is in another charset, and 200 in UTF-8 however that is written', async () => {
    expect(await refusalOf(await gateway.post({ query: CLOCK }, { 'content-type': 'application/json; charset=latin1' }))).toEqual([415, 'BAD_USER_INPUT']);
    for (const charset of ['utf-8', 'UTF-8', '"utf-8"']) expect((await gateway.post({ query: CLOCK }, { 'content-type': `application/json; charset=${charset}` })).status).toBe(200);
  });

  it('is 405 by any other method', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE']) expect(await refusalOf(await fetch(gateway.url, { method }))).toEqual([405, 'BAD_USER_INPUT']);
  });
});

describe('a page of a stranger', () => {
  const form = new FormData();
  form.set('query', 'mutation { wind }');

  it.each<[string, BodyInit]>([
    ['text/plain', '{"query":"mutation { wind }"}'],
    ['application/x-www-form-urlencoded', new URLSearchParams({ query: 'mutation { wind }' })],
    ['multipart/form-data', form],
  ])('can do nothing by a form of type %s', async (type, body) => {
    const before = wound;
    const headers = type === 'text/plain' ? { 'content-type': type } : {};
    expect(await refusalOf(await fetch(gateway.url, { method: 'POST', headers, body }))).toEqual([415, 'BAD_USER_INPUT']);
    expect(wound).toBe(before);
  });

  it('can do nothing by an address', async () => {
    const before = wound;
    for (const accept of ['*/*', 'application/graphql-response+json']) {
      const response = await gateway.get({ query: 'mutation { wind }' }, { accept });
      expect(response.headers.get('allow')).toBe('POST');
      expect(await refusalOf(response)).toEqual([405, 'BAD_USER_INPUT']);
    }
    expect(wound).toBe(before);
  });
});
