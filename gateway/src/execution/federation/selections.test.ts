import { createGraphCases, findBy, subgraph } from './testing/federation-cases.js';

const describeGraph = createGraphCases();

const USERS = [{ id: 'u1', name: 'Ann', age: 30, city: 'Lyon' }, { id: 'u2', name: 'Ben', age: 40, city: 'Rome' }];
const people = [
  subgraph('names', 'type Query { user(id: ID): User users: [User!]! count: Int } type User @key(fields: "id") { id: ID! name: String friend: User }', {
    Query: { user: (_, { id }) => USERS.find((user) => user.id === (id ?? 'u1')) ?? null, users: () => USERS, count: () => 2 },
    User: { __resolveReference: findBy(USERS, 'id'), friend: ({ id }) => USERS.find((user) => user.id !== id) },
  }),
  subgraph('ages', 'type Query { oldest: User size: Int } type User @key(fields: "id") { id: ID! age: Int city: String }', {
    Query: { oldest: () => USERS[1], size: () => 9 }, User: { __resolveReference: findBy(USERS, 'id') },
  }),
];
const both = { on: true, off: false };
const QUERY = 'query ($on: Boolean!, $off: Boolean!)';
describeGraph('selections', people, {
  'merge where they are the same': { query: '{ user { name age } user { name city friend { age } friend { name } } }', data: { user: { name: 'Ann', age: 30, city: 'Lyon', friend: { age: 40, name: 'Ben' } } } },
  'have names that swap': { query: '{ user { name: age age: name city: id id: city } }', data: { user: { name: 30, age: 'Ann', city: 'u1', id: 'Lyon' } } },
  'have names of planners': { query: '{ _entities: user { _internal_qp_alias_0: age representations: name __typename } _service: count }', data: { _entities: { _internal_qp_alias_0: 30, representations: 'Ann', __typename: 'User' }, _service: 2 } },
  'have one name for the key of the inner and the outer': { query: '{ user { id: name friend { id: age friend { id } } } }', data: { user: { id: 'Ann', friend: { id: 40, friend: { id: 'u1' } } } } },
  'come from fragments': { query: '{ user { ...A ...B } users { ...B } } fragment A on User { name ...B } fragment B on User { age }', data: { user: { name: 'Ann', age: 30 }, users: [{ age: 30 }, { age: 40 }] } },
  'come from fragments without a type': { query: '{ ... { user { ... { age } } } }', data: { user: { age: 30 } } },
  'come from fragments on the root': { query: '{ ...R } fragment R on Query { count size oldest { name } }', data: { count: 2, size: 9, oldest: { name: 'Ben' } } },
  'are in the order of the operation': { query: '{ size count oldest { age name } user { age id } }', data: { size: 9, count: 2, oldest: { age: 40, name: 'Ben' }, user: { age: 30, id: 'u1' } } },
  'go round in a circle of subgraphs': { query: '{ user { age friend { age friend { age friend { name } } } } }', data: { user: { age: 30, friend: { age: 40, friend: { age: 30, friend: { name: 'Ben' } } } } } },
  'of one type name alone need no subgraph': { query: '{ __typename a: __typename }', data: { __typename: 'Query', a: 'Query' }, asked: [] },
  'of type names stand anywhere': { query: '{ __typename user { __typename friend { __typename kind: __typename age } } }', data: { __typename: 'Query', user: { __typename: 'User', friend: { __typename: 'User', kind: 'User', age: 40 } } } },
  'of introspection need no subgraph': { query: '{ __schema { queryType { name } } t: __type(name: "User") { kind } }', data: { __schema: { queryType: { name: 'Query' } }, t: { kind: 'OBJECT' } }, asked: [] },
  'of introspection stand beside data': { query: 'query ($name: String!) { user { age } __type(name: $name) { ...T } } fragment T on __Type { name fields { name } }', variables: { name: 'User' }, data: { user: { age: 30 }, __type: { name: 'User', fields: expect.arrayContaining([{ name: 'age' }, { name: 'name' }]) } } },
});

describeGraph('conditions', people, {
  'leave out a field': { query: `${QUERY} { user { name @include(if: $off) age @skip(if: $on) city @skip(if: $off) id @include(if: $on) } }`, variables: both, data: { user: { city: 'Lyon', id: 'u1' } } },
  'leave out a field where either does': { query: `${QUERY} { user { name @include(if: $on) @skip(if: $on) age @include(if: $off) @skip(if: $off) city @include(if: $on) @skip(if: $off) } }`, variables: both, data: { user: { city: 'Lyon' } } },
  'leave out an entity\'s fields, and the request for them': { query: `query ($off: Boolean!) { user { name age @include(if: $off) } }`, variables: both, data: { user: { name: 'Ann' } }, asked: ['names'] },
  'leave out a fragment': { query: `${QUERY} { user { ...A @include(if: $off) ...B @skip(if: $off) ... @include(if: $on) { id } } } fragment A on User { name } fragment B on User { age }`, variables: both, data: { user: { age: 30, id: 'u1' } } },
  'leave out a fragment with what another keeps': { query: `${QUERY} { user { ...A @include(if: $off) ...A @include(if: $on) } } fragment A on User { name age }`, variables: both, data: { user: { name: 'Ann', age: 30 } } },
  'leave out within fragments': { query: `${QUERY} { users { ...A } } fragment A on User { name @skip(if: $on) friend @include(if: $on) { age @skip(if: $off) name @include(if: $off) } }`, variables: both, data: { users: [{ friend: { age: 40 } }, { friend: { age: 30 } }] } },
  'leave out a root field': { query: `query ($on: Boolean!) { count @skip(if: $on) size @include(if: $on) }`, variables: both, data: { size: 9 }, asked: ['ages'] },
  'leave out all': { query: `${QUERY} { count @skip(if: $on) user @include(if: $off) { age } }`, variables: both, data: {}, asked: [] },
  'leave out all of an object': { query: `${QUERY} { user { age @skip(if: $on) name @include(if: $off) } }`, variables: both, data: { user: {} } },
  'are said outright': { query: '{ user { name @include(if: true) age @skip(if: true) city @include(if: false) } }', data: { user: { name: 'Ann' } } },
  'have defaults': { query: 'query ($on: Boolean = false) { user { name age @include(if: $on) } }', data: { user: { name: 'Ann' } } },
  'keep a field that stands elsewhere too': { query: `query ($off: Boolean!) { user { age @include(if: $off) } user { age } }`, variables: both, data: { user: { age: 30 } } },
  'leave out introspection': { query: `${QUERY} { __typename @skip(if: $on) __schema @include(if: $off) { queryType { name } } user { __typename @include(if: $on) } }`, variables: both, data: { user: { __typename: 'User' } } },
});

const ODD = { id: 'o1', constructor: 'c', toString: 't', hasOwnProperty: 'h', valueOf: 'v', then: 'n', length: 3 };
describeGraph('fields with the names of a language\'s own', [
  subgraph('odd', 'type Query { constructor: Odd odds: [Odd] toString: String } type Odd @key(fields: "id") { id: ID! constructor: String toString: String length: Int then: String }', {
    Query: { constructor: () => ODD, odds: () => [ODD, null], toString: () => 'root' },
  }),
  subgraph('even', 'type Odd @key(fields: "id") { id: ID! constructor: String @external hasOwnProperty: String valueOf: String prototype: String @requires(fields: "constructor") }', {
    Odd: { __resolveReference: ({ id, constructor }) => ({ ...ODD, id, given: constructor }), prototype: ({ given }) => `of ${String(given)}` },
  }),
], {
  'are given': { query: '{ constructor { constructor toString length then } toString }', data: { constructor: { constructor: 'c', toString: 't', length: 3, then: 'n' }, toString: 'root' } },
  'are given by another subgraph': { query: '{ odds { hasOwnProperty valueOf prototype } }', data: { odds: [{ hasOwnProperty: 'h', valueOf: 'v', prototype: 'of c' }, null] } },
  'are given under such names': {
    query: '{ hasOwnProperty: constructor { constructor: valueOf __proto__: length toString: prototype } }',
    data: { hasOwnProperty: JSON.parse('{ "constructor": "v", "__proto__": 3, "toString": "of c" }') as unknown },
  },
});
