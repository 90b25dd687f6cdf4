import { parse, type FormattedExecutionResult } from 'graphql';
import { maskError } from '@secondlife/platform/error-code';
import { createLogger } from '@secondlife/platform/log';
import { leastCpuMs } from '@secondlife/platform/testing/least-cpu-ms';
import { loadInProcess } from '../planning/in-process.js';
import { createLocalExecutor } from './testing/local-executor.js';
import { composeLocal, type LocalSubgraph } from './testing/local-graph.js';
import { SHOP, catalog } from './testing/shop.js';

const unreachable = { execute: () => Promise.reject(new Error('connect ECONNREFUSED 10.1.2.3:4001')) };
const answering = (answer: FormattedExecutionResult) => ({ execute: () => Promise.resolve(structuredClone(answer)) });
const UNAVAILABLE = 'The part of the graph that answers this is unavailable.';
const NO_VALUE = 'The graph gave no value for a field that always has one.';

describe('asking subgraphs', () => {
  it('asks once for an entity that stands in several places', async () => {
    const { run, requestsTo } = createLocalExecutor(SHOP);
    const { data } = await run('{ products { reviews { author { name } } } }');
    expect(data).toEqual({ products: Array(3).fill({ reviews: [{ author: { name: 'User u1' } }, { author: null }, { author: { name: 'User u1' } }] }) });
    expect(requestsTo('users').map(({ variables }) => variables)).toEqual([
      { representations: [{ __typename: 'User', id: 'u1' }, { __typename: 'User', id: 'u2' }] },
    ]);
  });

  it('fetches an entity by its key when the client gives the key\'s name to another field', async () => {
    const { run } = createLocalExecutor(SHOP);
    const { data } = await run('{ product(id: "p1") { id: name name: id __typename: price inStock } }');
    expect(data).toEqual({ product: { id: 'Chair', name: 'p1', __typename: 30, inStock: 1 } });
  });

  it('reads one alias for other fields on other types', async () => {
    const { run } = createLocalExecutor(SHOP);
    const { data } = await run('{ offers { ... on Sale { x: product { id inStock } } ... on Gift { x: product { name } y: title } } }');
    expect(data).toEqual({ offers: [{ x: { id: 'p1', inStock: 1 } }, { x: { name: 'Lamp' }, y: 'Free' }] });
  });

  it('keeps apart fields of one name and other types on other types', async () => {
    const { run } = createLocalExecutor(SHOP);
    const { data } = await run('{ offers { ... on Sale { a: label } ... on Gift { b: label } } }');
    expect(data).toEqual({ offers: [{ a: 20 }, { b: 'Spring' }] });
  });

  it('keeps a client\'s variable apart from the representations', async () => {
    const { run } = createLocalExecutor(SHOP);
    const { data } = await run('query ($representations: [ID!]) { latestReview { author { badges(representations: $representations) } } }', { representations: ['r'] });
    expect(data).toEqual({ latestReview: { author: { badges: ['gold', 'r'] } } });
  });

  it('passes on variables coerced, with their defaults', async () => {
    const { run, requestsTo } = createLocalExecutor(SHOP);
    const { data } = await run('query ($first: Int = 1, $kinds: [String!], $id: ID!) { products(first: $first) { id } me { badges(kinds: $kinds) } product(id: $id) { id } }', { kinds: 'silver', id: 7 });
    expect(data).toEqual({ products: [{ id: 'p1' }], me: { badges: ['silver'] }, product: null });
    expect(requestsTo('catalog').map(({ variables }) => variables)).toEqual([{ first: 1, id: '7' }]);
  });

  it('refuses a variable of another type', async () => {
    const { run, requestsTo } = createLocalExecutor(SHOP);
    const { data, errors } = await run('query ($first: Int!) { products(first: $first) { id } }', { first: 'many' });
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(requestsTo('catalog')).toEqual([]);
  });

  it('tells of a variable of another type in few words, within 50 ms of CPU, however long it is', async () => {
    const { run } = createLocalExecutor(SHOP);
    const log = createLogger({ name: 'test', level: 'silent' });
    const refuse = async () => {
      const { errors = [] } = await run('query ($first: Int) { products(first: $first) { id } }', { first: 'Did you mean '.repeat(16_000) });
      return errors.map((error) => maskError(error, undefined, { requestId: 'r1', log }));
    };
    const [refusal] = await refuse();
    expect(refusal?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(refusal?.message.length).toBeLessThan(310);
    expect(await leastCpuMs(refuse, 50)).toBeLessThan(50);
  });

  it.each([[true, { inStock: 1 }, 1], [false, {}, 0]])('asks for what is under a condition only when it holds (%s)', async (wanted, part, count) => {
    const { run, requestsTo } = createLocalExecutor(SHOP);
    const { data } = await run('query ($wanted: Boolean!) { product(id: "p1") { name inStock @include(if: $wanted) } }', { wanted });
    expect(data).toEqual({ product: { name: 'Chair', ...part } });
    expect(requestsTo('stock')).toHaveLength(count);
  });

  it('leaves out what is required only by a field under a condition that does not hold', async () => {
    const { run, requestsTo } = createLocalExecutor(SHOP);
    const query = 'query ($wanted: Boolean!) { product(id: "p1") { shelf postage @include(if: $wanted) } }';
    expect((await run(query, { wanted: false })).data).toEqual({ product: { shelf: 'shelf of p1' } });
    expect(requestsTo('stock').map(({ variables }) => variables.representations)).toEqual([[{ __typename: 'Product', id: 'p1' }]]);
  });

  it('sends a null that is required where the schema has one', async () => {
    const { run, requestsTo } = createLocalExecutor(SHOP);
    expect((await run('{ product(id: "p2") { postage } }')).data).toEqual({ product: { postage: 190 } });
    expect(requestsTo('stock')[0]?.variables.representations).toEqual([{ __typename: 'Product', id: 'p2', price: 90, weight: null }]);
  });

  it('runs the root fields of a mutation one after the other', async () => {
    const order: string[] = [];
    const inOrder = (name: string) => ({
      async execute() {
        order.push(`${name} starts`);
        await new Promise(setImmediate);
        order.push(`${name} ends`);
        return { data: {} };
      },
    });
    const { run } = createLocalExecutor(SHOP, { transports: { users: inOrder('users'), catalog: inOrder('catalog') } });
    await run('mutation { a: greet(name: "A") closeShop c: greet(name: "C") }');
    expect(order).toEqual(['users starts', 'users ends', 'catalog starts', 'catalog ends', 'users starts', 'users ends']);
  });

  it('answers introspection without a subgraph', async () => {
    const { run } = createLocalExecutor([catalog], { transports: { catalog: unreachable } });
    const { data, errors } = await run('query ($name: String!) { root: __schema { queryType { ...Named } } __type(name: $name) { ...Named } __typename } fragment Named on __Type { name }', { name: 'Product' });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ root: { queryType: { name: 'Query' } }, __type: { name: 'Product' }, __typename: 'Query' });
  });

  it('gives arguments from the objects around, each object its own', async () => {
    const rooms = { name: 'rooms', sdl: `
        type Query { houses: [House!]! }
        type House @key(fields: "id") @context(name: "house") { id: ID! street: String! rooms: [Room!]! }
        type Room @key(fields: "id") { id: ID! address(street: String @fromContext(field: "$house { street }")): String }
      `, resolvers: {
      Query: { houses: () => [{ id: 'h1', street: 'A', rooms: [{ id: 'r1' }, { id: 'r2' }] }, { id: 'h2', street: 'B', rooms: [{ id: 'r1' }] }] },
      Room: { __resolveReference: ({ id }: Record<string, unknown>) => ({ id }), address: ({ id }: Record<string, unknown>, { street }: Record<string, unknown>) => `${String(id)} ${String(street)}` },
    } };
    const { run } = createLocalExecutor([rooms]);
    expect((await run('{ houses { rooms { address } } }')).data).toEqual({
      houses: [{ rooms: [{ address: 'r1 A' }, { address: 'r2 A' }] }, { rooms: [{ address: 'r1 B' }] }],
    });
  });
});

describe('a subgraph that fails', () => {
  it('takes away its part and no more, with a coded error that tells nothing of why', async () => {
    const { run, failures } = createLocalExecutor(SHOP, { transports: { stock: unreachable } });
    const answer = await run('{ product(id: "p1") { name inStock reviews { text } } }');
    expect(answer).toEqual({
      data: { product: { name: 'Chair', inStock: null, reviews: [{ text: 'Good' }, { text: 'Bad' }, { text: 'Fair' }] } },
      errors: [{ message: UNAVAILABLE, path: ['product'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
    });
    expect(failures).toEqual([{ serviceName: 'stock', error: new Error('connect ECONNREFUSED 10.1.2.3:4001') }]);
  });

  it('has one error for a list of entities, and one for each root field', async () => {
    const { run } = createLocalExecutor(SHOP, { transports: { stock: unreachable, users: unreachable } });
    const { errors } = await run('{ wares: products { inStock } me { name } you: me { name } }');
    expect(errors?.map(({ path }) => path)).toEqual(expect.arrayContaining([['wares'], ['me'], ['you']]));
    expect(errors).toHaveLength(3);
  });

  it.each([
    ['nothing', {}],
    ['no data', { data: null }],
    ['something else for errors', { data: null, errors: 'none' } as unknown as FormattedExecutionResult],
    ['no entities', { data: {} }],
    ['more entities than were asked for', { data: { _entities: [{ inStock: 1 }, { inStock: 2 }] } }],
  ])('counts as unavailable when it answers with %s and no error', async (_, answer) => {
    const { run } = createLocalExecutor(SHOP, { transports: { stock: answering(answer) } });
    const { data, errors } = await run('{ product(id: "p1") { inStock } }');
    expect(data).toEqual({ product: { inStock: null } });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
  });

  it('is not asked for what depends on a part that did not come', async () => {
    const { run, requestsTo } = createLocalExecutor(SHOP, { transports: { catalog: unreachable } });
    const { data, errors } = await run('{ nearlyGone { id postage } }');
    expect(data).toEqual({ nearlyGone: [{ id: 'p1', postage: null }, { id: 'p-gone', postage: null }, { id: 'p1', postage: null }] });
    expect(errors).toMatchObject([{ path: ['nearlyGone'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    expect(requestsTo('stock')).toHaveLength(1);
  });
});

describe('errors of a subgraph', () => {
  it('keep message and code, at the client\'s own path, and nothing else', async () => {
    const { run } = createLocalExecutor(SHOP);
    const { data, errors } = await run('{ wares: products { left: inStock } }');
    expect(data).toEqual({ wares: [{ left: 1 }, { left: null }, { left: 3 }] });
    expect(errors).toEqual([{ message: 'Counting.', path: ['wares', 1, 'left'], extensions: { code: 'RATE_LIMITED' } }]);
  });

  it('stand at each place where the entity is', async () => {
    const { run } = createLocalExecutor(SHOP);
    const { errors } = await run('{ product(id: "p1") { reviews { author { mail: email } } } }');
    expect(errors).toEqual([0, 2].map((index) => ({ message: 'Private.', path: ['product', 'reviews', index, 'author', 'mail'], extensions: { code: 'FORBIDDEN' } })));
  });

  it('in what only the plan needed are told of the object that needed it', async () => {
    const entity = { name: 'Chair', price: null };
    const { run } = createLocalExecutor(SHOP, {
      transports: { catalog: answering({ data: { _entities: [entity, entity] }, errors: [{ message: 'Not for you.', path: ['_entities', 0, 'price'], extensions: { code: 'FORBIDDEN' } }] }) },
    });
    expect((await run('{ nearlyGone { postage } }')).errors).toEqual([0, 2].map((index) => ({ message: 'Not for you.', path: ['nearlyGone', index], extensions: { code: 'FORBIDDEN' } })));
  });

  it('are unexpected when they have no code', async () => {
    const { run } = createLocalExecutor(SHOP, { transports: { users: answering({ data: { me: null }, errors: [{ message: 'boom', path: ['me'] }] }) } });
    expect((await run('{ me { name } }')).errors).toEqual([{ message: 'boom', path: ['me'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  });

  it('without a path stand where the data would be', async () => {
    const { run } = createLocalExecutor(SHOP, { transports: { stock: answering({ errors: [{ message: 'Closed.', extensions: { code: 'FORBIDDEN' } }] }) } });
    expect((await run('{ products { inStock } }')).errors).toEqual([{ message: 'Closed.', path: ['products'], extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('nulls', () => {
  it('go up from a field that cannot be null, and the fetch\'s error is the only one', async () => {
    const { run } = createLocalExecutor(SHOP, { transports: { stock: unreachable } });
    const { data, errors } = await run('{ product(id: "p1") { name shelf } me { name } }');
    expect(data).toEqual({ product: null, me: { name: 'User u1' } });
    expect(errors).toMatchObject([{ path: ['product'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
  });

  it('go up to the root', async () => {
    const { run } = createLocalExecutor(SHOP, { transports: { stock: unreachable } });
    expect((await run('{ cheapest { shelf } }')).data).toBeNull();
  });

  it('have an error of their own where a subgraph leaves out what is never null', async () => {
    const { run } = createLocalExecutor(SHOP, { transports: { catalog: answering({ data: { shop: { id: 's1' } } }) } });
    expect(await run('{ shop { id town: city } }')).toEqual({
      data: { shop: null },
      errors: [{ message: NO_VALUE, path: ['shop', 'town'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
  });

  it.each([
    ['a text for a number', { city: 'Lyon', floor: 'high' }, { city: 'Lyon', floor: null }, ['shop', 'floor']],
    ['an object for a text', { city: {}, floor: 1 }, null, ['shop', 'city']],
    ['a list for an object', [], null, ['shop']],
    ['a type that cannot be there', { __typename: 'Product', city: 'Lyon', floor: 1 }, null, ['shop']],
  ])('stand for %s', async (_, given, shop, path) => {
    const { run } = createLocalExecutor(SHOP, { transports: { catalog: answering({ data: { shop: given } }) } });
    expect(await run('{ shop { city floor } }')).toMatchObject({ data: { shop }, errors: [{ path, extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
  });

  it('stand for an entity that is gone, without an error', async () => {
    const { run } = createLocalExecutor(SHOP);
    expect(await run('{ product(id: "p1") { reviews { author { id name } } } }')).toEqual({
      data: { product: { reviews: [{ author: { id: 'u1', name: 'User u1' } }, { author: null }, { author: { id: 'u1', name: 'User u1' } }] } },
    });
  });

  it('have an error where the entity that is gone can never be null', async () => {
    const { run } = createLocalExecutor(SHOP);
    expect(await run('{ product(id: "p1") { reviews { mustHaveAuthor { name } } } }')).toEqual({
      data: { product: { reviews: null } },
      errors: [{ message: NO_VALUE, path: ['product', 'reviews', 1, 'mustHaveAuthor'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
  });
});

describe('root fields beside one that fails', () => {
  const desk: LocalSubgraph = {
    name: 'desk',
    sdl: 'type Query { first: Int! broken: Int! } type Mutation { stamp: Int! tear: Int! }',
    resolvers: {
      Query: { first: () => 1, broken: () => { throw new Error('broken'); } },
      Mutation: { stamp: () => 1, tear: () => { throw new Error('torn'); } },
    },
  };

  it.each([
    ['{ first broken }', 'broken'],
    ['{ broken first }', 'broken'],
    ['mutation { stamp tear }', 'tear'],
    ['mutation { tear stamp }', 'tear'],
  ])('are null with the whole answer, and have no error of their own: %s', async (query, failing) => {
    const { data, errors } = await createLocalExecutor([desk]).run(query);
    expect(data).toBeNull();
    expect(errors?.map(({ path }) => path)).toEqual([[failing]]);
  });
});

describe('an executor', () => {
  it('hands the caller\'s context to the subgraphs', async () => {
    const contexts: unknown[] = [];
    const { executor } = createLocalExecutor(SHOP, {
      transports: { catalog: { execute: (_, context) => { contexts.push(context); return Promise.resolve({ data: { shop: null } }); } } },
    });
    await executor.execute({ document: parse('{ shop { id } }'), context: { viewer: 'u1' } });
    expect(contexts).toEqual([{ viewer: 'u1' }]);
  });

  it('finds the operation by its name', async () => {
    const { executor } = createLocalExecutor(SHOP);
    const document = parse('query A { me { id } } query B { shop { id } }');
    expect(await executor.execute({ document, operationName: 'B', context: undefined })).toEqual({ data: { shop: { id: 's1' } } });
    expect(await executor.execute({ document, operationName: 'C', context: undefined })).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  });

  it.each([
    ['any type', '{ cheapest { ...F0 } }', 'Product', 'name'],
    ['an interface that is an object elsewhere', '{ things { ...F0 @include(if: true) } }', 'Named', 'name'],
  ])('refuses fragments that double too often, on %s', async (_, query, typeName, field) => {
    const things = { name: 'things', sdl: 'type Query { things: [Thing] } interface Named { name: String } interface Thing implements Named @key(fields: "id") { id: ID! name: String } type Toy implements Thing & Named @key(fields: "id") { id: ID! name: String }', resolvers: {} };
    const ranks = { name: 'ranks', sdl: 'type Thing @interfaceObject @key(fields: "id") { id: ID! rank: Int }', resolvers: {} };
    const { run } = createLocalExecutor([catalog, things, ranks]);
    const fragments = Array.from({ length: 30 }, (__, index) => (
      `fragment F${index} on ${typeName} { ...F${index + 1} @skip(if: false) ...F${index + 1} @include(if: true) }`
    ));
    const answer = await run([query, ...fragments, `fragment F30 on ${typeName} { ${field} }`].join('\n'));
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_TOO_COMPLEX' } }] });
  });

  it('refuses a supergraph that relies on a security feature which it does not have', () => {
    const supergraphSdl = composeLocal([catalog]).replace(
      'schema\n', 'schema\n  @link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)\n',
    ).concat('\nscalar policy__Policy\ndirective @policy(policies: [[policy__Policy!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM\n');
    expect(() => loadInProcess(supergraphSdl)).toThrow(/policy/);
  });
});
