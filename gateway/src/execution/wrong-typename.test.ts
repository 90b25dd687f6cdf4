import type { FormattedExecutionResult } from 'graphql';
import { createLocalExecutor } from './testing/local-executor.js';
import type { LocalSubgraph } from './testing/local-graph.js';

const shelf: LocalSubgraph = {
  name: 'shelf',
  sdl: `
    type Query { best: Thing named: Named things: [Thing] book: Book }
    union Thing = Book | Game
    interface Named { name: String }
    type Book implements Named @key(fields: "id") { id: ID! name: String pages: Int }
    type Game implements Named { name: String players: Int }
    type Vault implements Named @inaccessible { name: String }
    type Author { id: ID! }
  `,
  resolvers: {},
};
const prices: LocalSubgraph = { name: 'prices', sdl: 'type Book @key(fields: "id") { id: ID! price: Int }', resolvers: {} };

const answering = (answer: unknown) => ({ execute: async () => structuredClone(answer) as FormattedExecutionResult });
const run = (query: string, answers: { shelf: unknown; prices?: unknown }) => (
  createLocalExecutor([shelf, prices], { transports: { shelf: answering(answers.shelf), ...(answers.prices === undefined ? {} : { prices: answering(answers.prices) }) } }).run(query)
);

describe('a subgraph that gives a wrong __typename', () => {
  const QUERY = '{ best { __typename ... on Book { name } ... on Game { name } } }';

  it.each<[string, unknown]>([
    ['that the schema lacks', 'DbSecret'],
    ['of a type that the field cannot be', 'Author'],
    ['of a type that clients do not see', 'Vault'],
    ['of the union itself', 'Thing'],
    ['of a scalar', 'String'],
    ['of a property that every object has', 'constructor'],
    ['that is a number', 42],
    ['that is an object', { toString: 'Book' }],
    ['that is null', null],
  ])('nulls its field with a coded error that does not name it: one %s', async (_, __typename) => {
    const answer = await run(QUERY, { shelf: { data: { best: { __typename, name: 'secret' } } } });
    expect(answer).toEqual({ data: { best: null }, errors: [{ message: expect.any(String), path: expect.arrayContaining(['best']), extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
    expect(JSON.stringify(answer)).not.toMatch(/DbSecret|Author|Vault|secret/);
  });

  it('does so for an interface', async () => {
    const answer = await run('{ named { name } }', { shelf: { data: { named: { __typename: 'Vault', name: 'secret' } } } });
    expect(answer).toMatchObject({ data: { named: null }, errors: [{ path: ['named'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
    expect(JSON.stringify(answer)).not.toMatch(/Vault|secret/);
  });

  it('nulls that item of a list and no other', async () => {
    const things = [{ __typename: 'Game', name: 'Go' }, { __typename: 'DbSecret', name: 'secret' }, { __typename: 'Book', name: 'Emma' }];
    const answer = await run('{ things { ... on Book { name } ... on Game { name } } }', { shelf: { data: { things } } });
    expect(answer).toMatchObject({ data: { things: [{ name: 'Go' }, null, { name: 'Emma' }] }, errors: [{ path: ['things', 1], extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
  });

  it('nulls an entity that another subgraph calls by another name', async () => {
    const answer = await run('{ book { name price } }', {
      shelf: { data: { book: { __typename: 'Book', id: '1', name: 'Emma' } } },
      prices: { data: { _entities: [{ __typename: 'DbSecret', price: 3 }] } },
    });
    expect(JSON.stringify(answer)).not.toMatch(/DbSecret/);
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
  });

  it('asks no other subgraph about it', async () => {
    const { run: ask, requestsTo } = createLocalExecutor([shelf, prices], { transports: { shelf: answering({ data: { best: { __typename: 'DbSecret', id: '1' } } }) } });
    expect((await ask('{ best { ... on Book { price } } }')).data).toEqual({ best: null });
    expect(requestsTo('prices')).toEqual([]);
  });
});
