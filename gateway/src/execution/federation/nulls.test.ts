import { GraphQLError } from 'graphql';
import { createGraphCases, findBy, subgraph } from './testing/federation-cases.js';

const describeGraph = createGraphCases();

const refuse = (code: string) => () => { throw new GraphQLError('Refused.', { extensions: { code } }); };
const PEOPLE = [{ id: 'u1', name: 'Ann' }, { id: 'u2', name: 'Ben' }];
describeGraph('what is missing or fails', [
  subgraph('people', `
    type Query { people: [Person] sure: [Person!]! one(id: ID!): Person must(id: ID!): Person! wild: [Person!] outer: Outer }
    type Person @key(fields: "id") { id: ID! name: String boss: Person }
    type Outer { inner: Person! }
  `, {
    Query: {
      people: () => [{ id: 'u1' }, null, { id: 'u-gone' }, { id: 'u2' }], sure: () => [{ id: 'u1' }, { id: 'u2' }], one: (_, { id }) => ({ id }), must: (_, { id }) => ({ id }),
      wild: () => [{ id: 'u1' }, { id: 'u-gone' }], outer: () => ({ inner: { id: 'u-gone' } }),
    },
    Person: { __resolveReference: findBy(PEOPLE, 'id'), boss: ({ id }) => (id === 'u1' ? { id: 'u2' } : null) },
  }),
  subgraph('details', `
    type Person @key(fields: "id") { id: ID! age: Int email: String! phone: String stars: [Int!] friends: [Person] mood(of: String): String }
  `, {
    Person: {
      __resolveReference: ({ id }) => (id === 'u-gone' ? null : { id }),
      age: ({ id }) => (id === 'u1' ? 30 : null),
      email: ({ id }) => (id === 'u1' ? 'ann@example.org' : refuse('FORBIDDEN')()),
      phone: ({ id }) => (id === 'u1' ? refuse('RATE_LIMITED')() : '22'),
      stars: ({ id }) => (id === 'u1' ? [1, 2] : [1, null]),
      friends: ({ id }) => (id === 'u1' ? [null, { id: 'u2' }, { id: 'u-gone' }] : null),
    },
  }),
], {
  'is null for a field that may be': { query: '{ people { id age } }', data: { people: [{ id: 'u1', age: 30 }, null, { id: 'u-gone', age: null }, { id: 'u2', age: null }] } },
  'takes the entity away for a field that may not be': { query: '{ one(id: "u2") { id email } }', data: { one: null }, errors: ['FORBIDDEN one.email'] },
  'takes the entity away without an error where it is gone': { query: '{ one(id: "u-gone") { id email } }', data: { one: null } },
  'takes one of a list away': { query: '{ people { email } }', data: { people: [{ email: 'ann@example.org' }, null, null, null] }, errors: ['FORBIDDEN people.3.email'] },
  'takes the list away where none of it may be null': { query: '{ wild { email } }', data: { wild: null }, errors: ['INTERNAL_SERVER_ERROR wild.1'] },
  'takes all away where nothing may be null': { query: '{ sure { email } one(id: "u1") { id } }', data: null, errors: ['FORBIDDEN sure.1.email'] },
  'takes all away under a root field that may not be null': { query: '{ must(id: "u-gone") { email } }', data: null, errors: ['INTERNAL_SERVER_ERROR must'] },
  'goes up to what may be null': { query: '{ outer { inner { email } } one(id: "u1") { id } }', data: { outer: null, one: { id: 'u1' } }, errors: ['INTERNAL_SERVER_ERROR outer.inner'] },
  'has its error where one of several fails': { query: '{ people { age phone } }', data: { people: [{ age: 30, phone: null }, null, { age: null, phone: null }, { age: null, phone: '22' }] }, errors: ['RATE_LIMITED people.0.phone'] },
  'has its error under the client\'s name': { query: '{ them: people { call: phone } }', data: { them: [{ call: null }, null, { call: null }, { call: '22' }] }, errors: ['RATE_LIMITED them.0.call'] },
  'has its error at each place of the entity': {
    query: '{ a: one(id: "u1") { phone } b: one(id: "u1") { phone } }', data: { a: { phone: null }, b: { phone: null } }, errors: ['RATE_LIMITED a.phone', 'RATE_LIMITED b.phone'],
  },
  'is null within a list of values': { query: '{ people { stars } }', data: { people: [{ stars: [1, 2] }, null, { stars: null }, { stars: null }] }, errors: ['INTERNAL_SERVER_ERROR people.3.stars.1'] },
  'leaves the way on to others': {
    query: '{ people { friends { name friends { id } } } }',
    data: { people: [{ friends: [null, { name: 'Ben', friends: null }, { name: null, friends: null }] }, null, { friends: null }, { friends: null }] },
  },
  'does not end a chain over null': { query: '{ people { boss { age boss { age } } } }', data: { people: [{ boss: { age: null, boss: null } }, null, { boss: null }, { boss: null }] } },
});

const LOTS = [{ id: 'l1', code: 'c1' }, { id: 'l2', code: null }];
describeGraph('a null in a key', [
  subgraph('lots', 'type Query { lots: [Lot] } type Lot @key(fields: "id") { id: ID! }', { Query: { lots: () => LOTS.map(({ id }) => ({ id })) } }),
  subgraph('codes', 'type Lot @key(fields: "id") @key(fields: "code") { id: ID! code: ID }', { Lot: { __resolveReference: findBy(LOTS, 'id') } }),
  subgraph('bids', 'type Lot @key(fields: "code") { code: ID bid: Int }', { Lot: { __resolveReference: ({ code }) => (code === null ? null : { code, bid: 7 }) } }),
], {
  'leads nowhere, and harms no other': { query: '{ lots { id bid } }', data: { lots: [{ id: 'l1', bid: 7 }, { id: 'l2', bid: null }] } },
  'is seen as it is': { query: '{ lots { code } }', data: { lots: [{ code: 'c1' }, { code: null }] } },
});

describeGraph('a subgraph that fails in one field that another requires', [
  subgraph('sizes', 'type Query { bag: Bag } type Bag @key(fields: "id") { id: ID! size: Int! name: String color: String }', {
    Query: { bag: () => ({ id: 'b1', name: 'Bag' }) }, Bag: { size: refuse('GONE'), color: refuse('FADED') },
  }),
  subgraph('fees', `
    type Bag @key(fields: "id") { id: ID! size: Int! @external color: String @external fee: Int @requires(fields: "size") dye: String @requires(fields: "color") tag: String }
  `, { Bag: { fee: ({ size }) => Number(size) * 2, dye: ({ color }) => `not ${String(color)}`, tag: () => 'tag' } }),
], {
  'leaves null what requires it': { query: '{ bag { name dye } }', data: { bag: { name: 'Bag', dye: 'not null' } }, errors: ['FADED bag'] },
  'leaves the rest': { query: '{ bag { name tag } }', data: { bag: { name: 'Bag', tag: 'tag' } } },
  'is null with what it must give': { query: '{ bag { name fee } }', data: { bag: null }, errors: ['GONE bag'] },
});
