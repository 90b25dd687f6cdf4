import { createGraphCases, findBy, subgraph } from './testing/federation-cases.js';

const describeGraph = createGraphCases();

const CHAIRS = [{ id: 'c1', name: 'Stool', legs: 3 }, { id: 'c2', name: 'Throne', legs: 4 }];
describeGraph('a simple key', [
  subgraph('names', 'type Query { chairs: [Chair!]! chair(id: ID!): Chair gone: Chair } type Chair @key(fields: "id") { id: ID! name: String! }', {
    Query: { chairs: () => CHAIRS, chair: (_, { id }) => CHAIRS.find((chair) => chair.id === id) ?? null, gone: () => ({ id: 'c-gone', name: 'Ghost' }) },
    Chair: { __resolveReference: findBy(CHAIRS, 'id') },
  }),
  subgraph('legs', 'type Query { tallest: Chair } type Chair @key(fields: "id") { id: ID! legs: Int }', {
    Query: { tallest: () => ({ id: 'c2' }) },
    Chair: { __resolveReference: findBy(CHAIRS, 'id') },
  }),
], {
  'leads from one subgraph to the other': { query: '{ chair(id: "c1") { name legs } }', data: { chair: { name: 'Stool', legs: 3 } }, asked: ['names', 'legs'] },
  'leads back': { query: '{ tallest { name } }', data: { tallest: { name: 'Throne' } } },
  'leads there for each of a list in one request': { query: '{ chairs { legs } }', data: { chairs: [{ legs: 3 }, { legs: 4 }] }, asked: ['names', 'legs'] },
  'needs no second subgraph where the key alone is selected': { query: '{ tallest { id } }', data: { tallest: { id: 'c2' } }, asked: ['legs'] },
  'is not needed of what is null': { query: '{ chair(id: "none") { id legs } }', data: { chair: null }, asked: ['names'] },
  'leads to null fields where nothing is found': { query: '{ gone { name legs } }', data: { gone: { name: 'Ghost', legs: null } } },
  'is not what a client gives its name to': { query: '{ chair(id: "c1") { id: name name: id legs } }', data: { chair: { id: 'Stool', name: 'c1', legs: 3 } } },
  'is not what a client names the type': { query: '{ chair(id: "c1") { id: __typename legs } }', data: { chair: { id: 'Chair', legs: 3 } } },
  'leads there for two aliases of one field': {
    query: '{ one: chair(id: "c1") { legs } two: chair(id: "c2") { legs name } }', data: { one: { legs: 3 }, two: { legs: 4, name: 'Throne' } },
  },
});

const FLATS = [{ number: 1, house: { street: 'Elm', code: 'x' }, rent: 500 }, { number: 1, house: { street: 'Oak', code: 'y' }, rent: 700 }];
describeGraph('a key of several fields, one of them an object', [
  subgraph('list', 'type Query { flats: [Flat] } type Flat @key(fields: "number house { street }") { number: Int! house: House! } type House @shareable { street: String! code: String }', {
    Query: { flats: () => FLATS.map(({ number, house }) => ({ number, house })) },
  }),
  subgraph('rents', 'type Flat @key(fields: "number house { street }") { number: Int! house: House! rent: Int } type House @shareable { street: String! }', {
    Flat: { __resolveReference: (reference) => ({ ...reference, rent: FLATS.find(({ house }) => house.street === (reference['house'] as { street: string }).street)?.rent }) },
  }),
], {
  'leads to the other subgraph': { query: '{ flats { rent } }', data: { flats: [{ rent: 500 }, { rent: 700 }] } },
  'is there beside what a client selects of the object': { query: '{ flats { house { code } rent } }', data: { flats: [{ house: { code: 'x' }, rent: 500 }, { house: { code: 'y' }, rent: 700 }] } },
  'is there beside aliases within the object': { query: '{ flats { house { street: code code: street } rent } }', data: { flats: [{ house: { street: 'x', code: 'Elm' }, rent: 500 }, { house: { street: 'y', code: 'Oak' }, rent: 700 }] } },
});

const TEAMS = [
  { members: [{ id: 'm1' }, { id: 'm2' }], tags: ['a', 'b'], score: 7 },
  { members: [{ id: 'm3' }], tags: [], score: 9 },
];
describeGraph('a key with lists', [
  subgraph('teams', 'type Query { teams: [Team!]! } type Team @key(fields: "tags members { id }") { tags: [String!]! members: [Member!]! } type Member @shareable { id: ID! }', {
    Query: { teams: () => TEAMS.map(({ members, tags }) => ({ members, tags })) },
  }),
  subgraph('scores', 'type Team @key(fields: "tags members { id }") { tags: [String!]! members: [Member!]! score: Int } type Member @shareable { id: ID! }', {
    Team: { __resolveReference: findBy(TEAMS, 'tags') },
  }),
], {
  'leads to the other subgraph': { query: '{ teams { score } }', data: { teams: [{ score: 7 }, { score: 9 }] } },
});

const BOOKS = [{ id: 'b1', isbn: 'i1', code: 'k1', title: 'Emma', pages: 400, price: 12 }, { id: 'b2', isbn: 'i2', code: 'k2', title: 'Dune', pages: 600, price: 9 }];
describeGraph('several keys, no one of them everywhere', [
  subgraph('titles', 'type Query { books: [Book!]! } type Book @key(fields: "id") { id: ID! title: String }', {
    Query: { books: () => BOOKS.map(({ id, title }) => ({ id, title })) }, Book: { __resolveReference: findBy(BOOKS, 'id') },
  }),
  subgraph('isbns', 'type Book @key(fields: "id") @key(fields: "isbn") { id: ID! isbn: ID! pages: Int }', {
    Book: { __resolveReference: (reference, args, context, info) => findBy(BOOKS, 'id' in reference ? 'id' : 'isbn')(reference, args, context, info) },
  }),
  subgraph('codes', 'type Book @key(fields: "isbn") @key(fields: "code") { isbn: ID! code: ID! }', {
    Book: { __resolveReference: (reference, args, context, info) => findBy(BOOKS, 'code' in reference ? 'code' : 'isbn')(reference, args, context, info) },
  }),
  subgraph('prices', 'type Query { cheapest: Book } type Book @key(fields: "code") { code: ID! price: Int }', {
    Query: { cheapest: () => ({ code: 'k2', price: 9 }) }, Book: { __resolveReference: findBy(BOOKS, 'code') },
  }),
], {
  'lead over the subgraphs between': { query: '{ books { price } }', data: { books: [{ price: 12 }, { price: 9 }] }, asked: ['titles', 'isbns', 'codes', 'prices'] },
  'lead back over them': { query: '{ cheapest { title } }', data: { cheapest: { title: 'Dune' } }, asked: ['titles', 'isbns', 'codes', 'prices'] },
  'give fields on the way': { query: '{ books { title pages code } }', data: { books: [{ title: 'Emma', pages: 400, code: 'k1' }, { title: 'Dune', pages: 600, code: 'k2' }] } },
  'can be selected themselves': { query: '{ cheapest { id isbn code } }', data: { cheapest: { id: 'b2', isbn: 'i2', code: 'k2' } } },
});

describeGraph('a key that does not lead into a subgraph', [
  subgraph('posts', 'type Query { posts: [Post!]! } type Post { text: String author: Author! } type Author @key(fields: "id", resolvable: false) { id: ID! }', {
    Query: { posts: () => [{ text: 'Hi', author: { id: 'a1' } }, { text: 'Ho', author: { id: 'a2' } }] },
  }),
  subgraph('authors', 'type Query { author: Author } type Author @key(fields: "id") { id: ID! name: String }', {
    Query: { author: () => ({ id: 'a1', name: 'Ann' }) }, Author: { __resolveReference: ({ id }) => (id === 'a1' ? { id, name: 'Ann' } : null) },
  }),
], {
  'leads out of it': { query: '{ posts { author { name } } }', data: { posts: [{ author: { name: 'Ann' } }, { author: { name: null } }] } },
  'is given by it': { query: '{ posts { author { id __typename } } }', data: { posts: [{ author: { id: 'a1', __typename: 'Author' } }, { author: { id: 'a2', __typename: 'Author' } }] }, asked: ['posts'] },
});

const ROOMS = [{ id: 'r1', slug: 's1', spot: { x: 1, y: 2, z: 3 }, name: 'Hall' }, { id: 'r2', slug: 's2', spot: { x: 4, y: 5, z: 6 }, name: 'Attic' }];
describeGraph('keys that overlap, of which each subgraph resolves another', [
  subgraph('plan', `
    type Room @key(fields: "id") @key(fields: "slug", resolvable: false) @key(fields: "spot { x y }", resolvable: false) @key(fields: "id spot { y z }", resolvable: false) {
      id: ID! slug: ID! spot: Spot! name: String!
    }
    type Spot { x: ID! y: ID! z: ID! }
  `, { Room: { __resolveReference: findBy(ROOMS, 'id') } }),
  subgraph('house', `
    type Query { house: House }
    type House @key(fields: "id") { id: ID! rooms: [Room!]! }
    type Room @key(fields: "spot { x y }", resolvable: false) @key(fields: "id spot { y z }") @key(fields: "slug", resolvable: false) @key(fields: "id", resolvable: false) {
      id: ID! slug: ID! spot: Spot! name: String! @external label: String! @requires(fields: "name")
    }
    type Spot { x: ID! y: ID! z: ID! }
  `, {
    Query: { house: () => ({ id: 'h1', rooms: ROOMS.map(({ id, slug, spot }) => ({ id, slug, spot })) }) },
    Room: { __resolveReference: (reference) => reference, label: ({ name }) => `the ${String(name).toLowerCase()}` },
  }),
], {
  'lead there and back for what requires the other\'s field': {
    query: '{ house { id rooms { id name label } } }',
    data: { house: { id: 'h1', rooms: [{ id: 'r1', name: 'Hall', label: 'the hall' }, { id: 'r2', name: 'Attic', label: 'the attic' }] } },
    isBeyondApollo: true,
  },
  'lead to the other subgraph': { query: '{ house { rooms { name } } }', data: { house: { rooms: [{ name: 'Hall' }, { name: 'Attic' }] } } },
});
