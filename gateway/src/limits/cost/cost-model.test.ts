import { composeServices } from '@apollo/composition';
import { buildSchema, parse } from 'graphql';
import { leastCpuMs } from '@secondlife/platform/testing/least-cpu-ms';
import { createCostModel, type CostModel } from './cost-model.js';

/** What the composition of these subgraphs makes of an operation. */
function compose(...subgraphs: string[]): CostModel {
  const { supergraphSdl, errors } = composeServices(subgraphs.map((sdl, index) => ({ name: `s${index}`, url: 'http://localhost', typeDefs: parse(sdl) })));
  if (!supergraphSdl) throw new Error(errors?.join('\n'));
  return createCostModel({ schema: buildSchema(supergraphSdl, { assumeValid: true }) });
}

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@cost", "@listSize"])';
const cost = (model: CostModel, text: string, variables?: Record<string, unknown>) => model.estimate(parse(text), undefined, variables).cost;

describe('the cost of an operation', () => {
  const books = compose(`${LINK}
    type Query {
      book(id: ID): Book
      bestsellers: [Book] @listSize(assumedSize: 5)
      newestAdditions(after: ID, limit: Int!): [Book] @listSize(slicingArguments: ["limit"])
      shelves: [Shelf]
      names: [String]
    }
    type Mutation { rename(id: ID): Book }
    type Subscription { bookAdded: Book }
    type Shelf { books: [Book] }
    type Book { title: String author: Author publisher: Publisher dearPublisher: Publisher @cost(weight: 7) }
    type Author { name: String }
    type Publisher { name: String address: Address }
    type Address @cost(weight: 5) { zipCode: Int! }
  `);
  const BOOK = '{ title author { name } publisher { name address { zipCode } } }';

  test('objects weigh 1 and values nothing, but for what @cost says', () => {
    expect(cost(books, '{ book(id: 1) { title } }')).toBe(1);
    expect(cost(books, `{ book(id: 1) ${BOOK} }`)).toBe(8);
    expect(cost(books, '{ book(id: 1) { dearPublisher { name } } }')).toBe(8);
  });

  test('a mutation costs 10 more, a subscription nothing', () => {
    expect(cost(books, 'mutation { rename(id: 1) { title } }')).toBe(11);
    expect(cost(books, 'subscription { bookAdded { title } }')).toBe(1);
  });

  test('a list costs what its entries cost, so many times as it is assumed or asked to be long', () => {
    expect(cost(books, `{ bestsellers ${BOOK} }`)).toBe(40);
    expect(cost(books, `{ newestAdditions(limit: 3) ${BOOK} }`)).toBe(24);
    expect(cost(books, `{ newestAdditions(limit: 7) ${BOOK} }`)).toBe(56);
    expect(cost(books, `query ($limit: Int!) { newestAdditions(limit: $limit) ${BOOK} }`, { limit: 7 })).toBe(56);
    expect(cost(books, `query ($limit: Int! = 3) { newestAdditions(limit: $limit) ${BOOK} }`)).toBe(24);
    expect(cost(books, '{ newestAdditions(limit: -3) { title } }')).toBe(0);
  });

  test('a list of which nothing is declared counts 10, lists inside one another multiply, and values in them cost nothing', () => {
    expect(cost(books, '{ shelves { books { title } } }')).toBe(110);
    expect(cost(books, '{ names }')).toBe(0);
  });

  test('what @skip and @include leave out costs nothing', () => {
    expect(cost(books, '{ book(id: 1) @skip(if: true) { title } bestsellers @include(if: false) { title } }')).toBe(0);
    const text = 'query ($with: Boolean!) { book(id: 1) { title ... @include(if: $with) { author { name } } } }';
    expect([true, false].map((value) => cost(books, text, { with: value }))).toEqual([2, 1]);
  });

  test('fragments cost what their fields cost, wherever they are spread', () => {
    expect(cost(books, `{ a: book(id: 1) { ...F } b: book(id: 2) { ...F ... on Book { author { name } } } } fragment F on Book ${BOOK}`)).toBe(17);
  });

  test('__typename costs nothing', () => {
    expect(cost(books, '{ __typename book(id: 1) { __typename } }')).toBe(1);
  });

  test('what was found for a document holds for the variables that it depends on alone', () => {
    const document = parse(`query ($id: ID, $limit: Int!) { book(id: $id) { title } newestAdditions(limit: $limit) { title } }`);
    const ask = (variables: Record<string, unknown>) => books.estimate(document, null, variables).cost;
    expect([ask({ id: 1, limit: 3 }), ask({ id: 2, limit: 3 }), ask({ id: 1, limit: 4 }), ask({ id: 1, limit: 3 })]).toEqual([4, 4, 5, 4]);
  });

  test('each operation of a document has its own', () => {
    const document = parse('query A { book(id: 1) { title } } query B { bestsellers { title } } mutation C { rename(id: 1) { title } }');
    expect(['A', 'B', 'C', 'D'].map((name) => books.estimate(document, name).cost)).toEqual([1, 5, 11, 0]);
  });

  test('the most that one may cost is told with what it costs', () => {
    const model = createCostModel({ schema: buildSchema('type Query { a: [Query] }'), maxCost: 109 });
    expect(model.check(109)).toBeNull();
    expect(model.check(cost(model, '{ a { a { __typename } } }'))?.toJSON()).toEqual({
      message: 'This operation costs 110; 109 is the most that one may.',
      extensions: { code: 'OPERATION_TOO_COMPLEX' },
    });
  });
});

describe('@listSize', () => {
  const model = compose(`${LINK}
    type Query {
      items(first: Int = 24, last: Int): ItemConnection @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)
      firstShelf: Shelf @listSize(assumedSize: 4, sizedFields: ["items"])
    }
    type Shelf { items: [Item] photos: [Photo] }
    type ItemConnection { edges: [Edge] nodes: [Item] hints: [Photo] totalCount: Int }
    type Edge { node: Item }
    type Item { title: String photos: [Photo] @listSize(assumedSize: 3) similar(first: Int): ItemConnection @listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false) }
    type Photo { url: String }
  `);

  test('a connection says how long the lists in it are', () => {
    expect(cost(model, '{ items(first: 5) { totalCount edges { node { title } } } }')).toBe(1 + 5 * 2);
    expect(cost(model, '{ items { nodes { title } } }')).toBe(1 + 24);
    expect(cost(model, '{ items(first: 5, last: 30) { nodes { title } } }')).toBe(1 + 30);
    expect(cost(model, '{ items(first: 5) { hints { url } } }')).toBe(1 + 10);
  });

  test('through fragments too, and for the object itself alone', () => {
    expect(cost(model, '{ items(first: 5) { ...C } } fragment C on ItemConnection { ... { edges { node { similar { edges { node { title } } } } } } }')).toBe(1 + 5 * (2 + 1 + 10 * 2));
  });

  test('connections inside one another multiply', () => {
    const text = '{ items(first: 5) { edges { node { photos { url } similar(first: 2) { edges { node { photos { url } } } } } } } }';
    expect(cost(model, text)).toBe(1 + 5 * (1 + 1 + 3 + (1 + 2 * (1 + 1 + 3))));
  });

  test('without a slicing argument a size is assumed', () => {
    expect(cost(model, '{ firstShelf { items { title } photos { url } } }')).toBe(1 + 4 + 10);
  });

  test('as newer compositions have it, a list as an argument says its length, and a path leads into an input', () => {
    const newer = createCostModel({
      schema: buildSchema(
        `type Query {
          byIds(ids: [ID!]!): [Item] @listSize(slicingArguments: ["ids"])
          search(input: Search): [Item] @listSize(slicingArguments: ["input.page.first"], assumedSize: 25, requireOneSlicingArgument: false)
        }
        input Search { page: Page text: String }
        input Page { first: Int }
        type Item { title: String }`,
        { assumeValidSDL: true },
      ),
    });
    expect(cost(newer, '{ byIds(ids: [1, 2, 3]) { title } }')).toBe(3);
    expect(cost(newer, 'query ($ids: [ID!]!) { byIds(ids: $ids) { title } }', { ids: ['a', 'b'] })).toBe(2);
    expect(cost(newer, '{ search(input: { page: { first: 2 } }) { title } }')).toBe(2 + 2);
    expect(cost(newer, 'query ($input: Search) { search(input: $input) { title } }', { input: { page: { first: 2 } } })).toBe(2 + 2);
    expect(cost(newer, '{ search { title } }')).toBe(25);
  });
});

describe('@cost', () => {
  const TYPES = `
    enum AorB @cost(weight: 15) { A B }
    scalar Dear @cost(weight: 30)
    type Costly @cost(weight: 40) { id: ID }
    input Weighed { plain: Int dear: Int @cost(weight: 20) inner: [Weighed] }
    type Page { items: [Thing] }
    type Thing { id: ID }
    type Query {
      field: Int @cost(weight: 5)
      argument(x: Int @cost(weight: 10)): Int
      enum: AorB
      input(x: Weighed): Int
      inputs(x: [Weighed] @cost(weight: 2)): Int
      scalar: Dear
      scalars: [Dear] @listSize(assumedSize: 3)
      object: Costly
      page(first: Int = 10): Page @listSize(slicingArguments: ["first"], sizedFields: ["items"])
    }
  `;
  const EVERYTHING = '{ field argument(x: 3) enum input(x: { dear: 10 }) scalar object { id } page(first: 5) { items { id } } }';

  test('weighs fields, arguments, input fields, enums, scalars and objects', () => {
    const model = compose(`${LINK} ${TYPES}`);
    expect(cost(model, EVERYTHING)).toBe(5 + 10 + 15 + (1 + 20) + 30 + 40 + (1 + 5));
    expect(cost(model, '{ scalars }')).toBe(90);
    expect(cost(model, '{ argument }')).toBe(0);
  });

  test('weighs input objects and lists of them, in the document and in variables', () => {
    const model = compose(`${LINK} ${TYPES}`);
    expect(cost(model, '{ input(x: { plain: 1, inner: [{ dear: 1 }, { plain: 1 }] }) }')).toBe(1 + (1 + 20) + 1);
    expect(cost(model, 'query ($x: Weighed) { input(x: $x) }', { x: { plain: 1, inner: [{ dear: 1 }, { plain: 1 }] } })).toBe(1 + (1 + 20) + 1);
    expect(cost(model, 'query ($x: Weighed) { input(x: $x) }', { x: null })).toBe(0);
    expect(cost(model, '{ inputs(x: [{ plain: 1 }, { dear: 2 }]) }')).toBe(2 + 2 + (2 + 20));
  });

  test.each([
    ['renamed', 'import: [{ name: "@cost", as: "@expense" }, { name: "@listSize", as: "@size" }]', 'expense', 'size'],
    ['under the prefix of federation', 'import: []', 'federation__cost', 'federation__listSize'],
    ['under a prefix of its own, one of them', 'as: "fed", import: ["@cost"]', 'cost', 'fed__listSize'],
  ])('is found %s', (_, link, costName, listSizeName) => {
    const sdl = TYPES.replaceAll('@cost', `@${costName}`).replaceAll('@listSize', `@${listSizeName}`);
    const model = compose(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", ${link}) ${sdl}`);
    expect(cost(model, EVERYTHING)).toBe(127);
    expect(cost(model, '{ scalars }')).toBe(90);
  });

  test.each([
    ['@link(url: "https://specs.apollo.dev/cost/v0.1")', 'cost', 'cost__listSize'],
    ['@link(url: "https://specs.apollo.dev/cost/v0.1", as: "price")', 'price', 'price__listSize'],
    ['@link(url: "https://specs.apollo.dev/federation/v2.9", import: [])', 'federation__cost', 'federation__listSize'],
    ['', 'cost', 'listSize'],
  ])('is found by "%s" in a schema', (link, costName, listSizeName) => {
    const sdl = TYPES.replaceAll('@cost', `@${costName}`).replaceAll('@listSize', `@${listSizeName}`);
    const model = createCostModel({ schema: buildSchema(`extend schema ${link || '@none'} ${sdl}`, { assumeValid: true, assumeValidSDL: true }) });
    expect(cost(model, EVERYTHING)).toBe(127);
  });

  test('takes a weight as text too, as IBM’s specification writes it', () => {
    const model = createCostModel({ schema: buildSchema('directive @cost(weight: String!) on FIELD_DEFINITION type Query { a: Int @cost(weight: "3.0") }') });
    expect(cost(model, '{ a }')).toBe(3);
  });
});

describe('interfaces and unions', () => {
  const model = compose(`${LINK}
    interface Node { id: ID parts: [Part] }
    type Part { id: ID }
    type Book implements Node @cost(weight: 3) { id: ID parts: [Part] pages: [Part] @listSize(assumedSize: 100) }
    type Film implements Node { id: ID parts: [Part] @cost(weight: 2) scenes: [Part] @listSize(assumedSize: 20) }
    union Found = Book | Film | Part
    type Query { node: Node found: [Found] @listSize(assumedSize: 2) }
  `);

  test('cost what the dearest of their types costs', () => {
    expect(cost(model, '{ node { id } }')).toBe(3);
    expect(cost(model, '{ node { parts { id } } }')).toBe(3 + 10 * 2);
    expect(cost(model, '{ node { ... on Book { pages { id } } ... on Film { scenes { id } } } }')).toBe(3 + 100);
    expect(cost(model, '{ node { ... on Film { scenes { id } parts { id } } ... on Book { parts { id } } } }')).toBe(3 + 20 + 20);
    expect(cost(model, '{ found { ... on Node { parts { id } } ... on Part { id } } }')).toBe(2 * (3 + 20));
    expect(cost(model, '{ found { __typename } }')).toBe(2 * 3);
  });
});

describe('hostile operations', () => {
  const model = createCostModel({ schema: buildSchema(`type Query { a(first: Int): [Query] @listSize(slicingArguments: ["first"], sizedFields: ["a"]) node: Node }
    directive @listSize(slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
    interface Node { node: Node } ${Array.from({ length: 50 }, (_, index) => `type T${index} implements Node { node: Node }`).join(' ')}`) });
  const chain = (length: number, toBody: (next: string) => string) =>
    `{ ...F0 } ${Array.from({ length }, (_, index) => `fragment F${index} on Query { ${toBody(`...F${index + 1}`)} }`).join(' ')} fragment F${length} on Query { a { __typename } }`;

  test.each([
    ['fragments that double 2^30 times', chain(30, (next) => `x: a(first: 2) { ${next} } y: a(first: 2) { ${next} }`)],
    ['the same, each with a size of its own', chain(30, (next) => `x: a(first: 2) { ${next} } y: a(first: 3) { ${next} }`)],
    ['fragments that spread the next one twice', chain(30, (next) => `${next} ${next}`)],
    ['lists inside one another', '{ a '.repeat(150) + '}'.repeat(150).replace('}', '{ __typename } }')],
    ['fields deeper than a stack', '{ a '.repeat(1_500) + '{ __typename }' + '}'.repeat(1_500)],
    ['types of an interface inside one another', `{ ${'node { ... on T1 { __typename } ... on Node { '.repeat(15)} __typename ${'} } '.repeat(15)} }`],
    ['a circle of fragments', '{ ...A } fragment A on Query { a { ...B } } fragment B on Query { a { ...A } ...B }'],
  ])('%s: a number within 50 ms of CPU', async (_, text) => {
    const document = parse(text);
    expect(Number.isSafeInteger(model.estimate(document).cost)).toBe(true);
    expect(await leastCpuMs(() => model.estimate({ ...document }), 50)).toBeLessThan(50);
  });

  test('a cost beyond what numbers tell stays the largest', () => {
    expect(cost(model, chain(60, (next) => `x: a(first: 1000) { ${next} } y: a(first: 1000) { ${next} }`))).toBe(Number.MAX_SAFE_INTEGER);
  });
});
