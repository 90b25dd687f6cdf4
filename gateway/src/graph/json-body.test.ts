import { leastCpuMs } from '@secondlife/platform/testing/least-cpu-ms';
import type { LocalSubgraph } from '../execution/testing/local-graph.js';
import { startGateway } from '../testing/start-gateway.js';
import { holdsMoreThan } from './json-body.js';

const echo: LocalSubgraph = { name: 'echo', sdl: 'type Query { length(text: String!): Int }', resolvers: { Query: { length: (_, { text }) => (text as string).length } } };

describe('the values of a JSON text', () => {
  it.each([
    ['[1,2,3]', 4],
    ['{"a":[1,{"b":2}],"c":3}', 6],
    ['[[[[]]],{}]', 7],
    ['{"a":"1,[2],{3,\\",4,\\\\","b":5}', 3],
  ])('are counted, but for what is within quotes: %s', (text, values) => {
    expect([holdsMoreThan(text, values - 1), holdsMoreThan(text, values)]).toEqual([true, false]);
  });
});

describe('the depth of a JSON text', () => {
  const nest = (depth: number) => '[{"a":'.repeat(depth / 2) + '"[["' + '}]'.repeat(depth / 2);

  it('may be 200', () => {
    expect([nest(200), `[${nest(198)},${nest(198)}]`, nest(202)].map((text) => holdsMoreThan(text, Infinity))).toEqual([false, false, true]);
  });
});

describe('a body', () => {
  it('of a long text is read', async () => {
    await using gateway = await startGateway([echo], { limits: {} });
    const answer = await gateway.post({ query: 'query ($text: String!) { length(text: $text) }', variables: { text: ','.repeat(1_000_000) } });
    expect(await answer.json()).toMatchObject({ data: { length: 1_000_000 } });
  });

  it.each([
    ['keys', `{${Array.from({ length: 180_000 }, (_, n) => `"k${n}":1`).join(',')}}`],
    ['values', `{"query":"{ __typename }","variables":{"a":[${'1,'.repeat(900_000)}1]}}`],
    ['lists inside one another', `{"query":"{ __typename }","variables":{"a":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}}`],
    ['objects inside one another', `{"query":"{ __typename }","variables":${'{"a":'.repeat(330_000)}1${'}'.repeat(330_000)}}`],
    ['empty lists', `{"query":"{ __typename }","variables":{"a":[${'[],'.repeat(600_000)}1]}}`],
  ])('of 2 MB of %s is refused by 413, and costs less than 50 ms', async (_, body) => {
    await using gateway = await startGateway([echo], { limits: {} });
    const answer = await gateway.post(body);
    expect([answer.status, await answer.json()]).toMatchObject([413, { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] }]);
    expect(await leastCpuMs(() => gateway.post(body), 50)).toBeLessThan(50);
  });
});
