import { createGraphCases, findBy, subgraph } from './testing/federation-cases.js';

const describeGraph = createGraphCases();

const WARES = [{ id: 'w1', kilos: 1, price: 10, kind: { price: 10 } }, { id: 'w2', kilos: 2, price: 20, kind: { price: 15 } }];
const inCurrency = ({ price }: Record<string, unknown>, { currency }: Record<string, unknown>): number => Number(price) * (currency === 'EUR' ? 2 : 1);
describeGraph('fields that require others with an argument', [
  subgraph('wares', `
    type Query { wares: [Ware] }
    type Ware @key(fields: "id") { id: ID! price(currency: String!): Int kilos: Int kind: Kind }
    type Kind { averagePrice(currency: String!): Int }
  `, {
    Query: { wares: () => WARES },
    Ware: { __resolveReference: findBy(WARES, 'id'), price: inCurrency },
    Kind: { averagePrice: inCurrency },
  }),
  subgraph('freight', `
    type Ware @key(fields: "id") {
      id: ID! kilos: Int @external price(currency: String!): Int @external kind: Kind @external
      freight: Int @requires(fields: "price(currency: \\"USD\\") kilos")
      freightInEuro: Int @requires(fields: "price(currency: \\"EUR\\") kilos")
      isDear: Boolean @requires(fields: "kind { averagePrice(currency: \\"USD\\") }")
    }
    type Kind @external { averagePrice(currency: String!): Int }
  `, {
    Ware: {
      freight: ({ price, kilos }) => Number(price) * Number(kilos),
      freightInEuro: ({ price, kilos }) => Number(price) * Number(kilos),
      isDear: ({ kind }) => (kind as { averagePrice: number }).averagePrice > 12,
    },
  }),
], {
  'are given its value': { query: '{ wares { id freight } }', data: { wares: [{ id: 'w1', freight: 10 }, { id: 'w2', freight: 40 }] } },
  'are given another value for another argument': { query: '{ wares { freightInEuro } }', data: { wares: [{ freightInEuro: 20 }, { freightInEuro: 80 }] } },
  'are given that of an object': { query: '{ wares { isDear } }', data: { wares: [{ isDear: false }, { isDear: true }] } },
  'are given the value for their own argument, where they differ': {
    query: '{ wares { freight freightInEuro isDear } }', data: { wares: [{ freight: 10, freightInEuro: 20, isDear: false }, { freight: 40, freightInEuro: 80, isDear: true }] }, isBeyondApollo: true,
  },
  'are given it beside what the client selects with another argument': {
    query: 'query ($currency: String! = "EUR") { wares { price(currency: $currency) freight } }', data: { wares: [{ price: 20, freight: 10 }, { price: 40, freight: 40 }] },
  },
});

const NOTES = [{ id: 'n1', postId: 'p1', writer: 'a1', body: 'x' }, { id: 'n2', postId: 'p1', writer: 'a2', body: 'y' }, { id: 'n3', postId: 'p2', writer: 'a1', body: 'x' }, { id: 'n4', postId: 'p2', writer: 'a1', body: 'z' }];
const POSTS = [{ id: 'p1' }, { id: 'p2' }];
const notesOf = ({ id }: Record<string, unknown>, { limit }: Record<string, unknown>) => NOTES.filter(({ postId }) => postId === id).slice(0, Number(limit));
describeGraph('a list that is required with an argument, of entities', [
  subgraph('feed', `
    type Query { feed: [Post] }
    type Post @key(fields: "id") { id: ID! notes(limit: Int!): [Note] @external }
    type Note @key(fields: "id") { id: ID! writer: ID body: String! repeats: [Post] @external isSpam: Boolean @requires(fields: "repeats { notes(limit: 50) { id } }") }
  `, {
    Query: { feed: () => POSTS },
    Note: {
      __resolveReference: findBy(NOTES, 'id'),
      isSpam: ({ repeats }) => (repeats as { notes: { id: string }[] }[]).some(({ notes }) => notes.length > 1),
    },
  }),
  subgraph('notes', `
    type Post @key(fields: "id") { id: ID! notes(limit: Int!): [Note] lastWriter: Writer @requires(fields: "notes(limit: 2) { writer }") }
    type Note @key(fields: "id") { id: ID! writer: ID @external repeats: [Post] }
    type Writer { id: ID! }
  `, {
    Post: { notes: (source, args) => ('notes' in source ? source['notes'] : notesOf(source, args)), lastWriter: ({ notes }) => ({ id: (notes as { writer: string }[])[1]?.writer }) },
    Note: {
      repeats: ({ id }) => { const note = NOTES.find((candidate) => candidate.id === id); return NOTES.filter(({ body, postId }) => body === note?.body && postId !== note.postId).map(({ postId }) => ({ id: postId })); },
    },
  }),
], {
  'is given whole': { query: '{ feed { lastWriter { id } } }', data: { feed: [{ lastWriter: { id: 'a2' } }, { lastWriter: { id: 'a1' } }] }, isBeyondApollo: true },
  'is given whole beside a shorter one of the client\'s': {
    query: '{ feed { lastWriter { id } notes(limit: 1) { id } } }', data: { feed: [{ lastWriter: { id: 'a2' }, notes: [{ id: 'n1' }] }, { lastWriter: { id: 'a1' }, notes: [{ id: 'n3' }] }] }, isBeyondApollo: true,
  },
  'is given whole beside one of a variable\'s length': {
    query: 'query ($limit: Int = 1) { feed { lastWriter { id } notes(limit: $limit) { id } } }',
    data: { feed: [{ lastWriter: { id: 'a2' }, notes: [{ id: 'n1' }] }, { lastWriter: { id: 'a1' }, notes: [{ id: 'n3' }] }] }, isBeyondApollo: true,
  },
  'is given whole beside one of two fragments': {
    query: 'query ($limit: Int = 1) { feed { lastWriter { id } ...A ...B } } fragment A on Post { notes(limit: $limit) { id } } fragment B on Post { notes(limit: $limit) { id } }',
    data: { feed: [{ lastWriter: { id: 'a2' }, notes: [{ id: 'n1' }] }, { lastWriter: { id: 'a1' }, notes: [{ id: 'n3' }] }] }, isBeyondApollo: true,
  },
  'is given within a list of the client\'s': {
    query: '{ feed { notes(limit: 3) { isSpam } } }', data: { feed: [{ notes: [{ isSpam: true }, { isSpam: false }] }, { notes: [{ isSpam: true }, { isSpam: false }] }] },
  },
  'is given beside the client\'s of the same argument': {
    query: '{ feed { lastWriter { id } notes(limit: 2) { writer } } }',
    data: { feed: [{ lastWriter: { id: 'a2' }, notes: [{ writer: 'a1' }, { writer: 'a2' }] }, { lastWriter: { id: 'a1' }, notes: [{ writer: 'a1' }, { writer: 'a1' }] }] }, isBeyondApollo: true,
  },
});
