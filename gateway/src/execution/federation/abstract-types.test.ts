import { createGraphCases, findBy, subgraph } from './testing/federation-cases.js';

const describeGraph = createGraphCases();

const NODES = [
  { __typename: 'User', id: 'u1', name: 'Ann', age: 30, at: 1 },
  { __typename: 'Post', id: 'p1', title: 'Hello', at: 2 },
  { __typename: 'Tag', id: 't1', label: 'new' },
];
const users = subgraph('users', `
  type Query { node(id: ID!): Node nodes: [Node!]! named: [Named] either: [Either!]! }
  interface Node { id: ID! }
  interface Named { name: String }
  interface Dated implements Node { id: ID! at: Int }
  union Either = User | Post
  type User implements Node & Named & Dated @key(fields: "id") { id: ID! name: String at: Int }
  type Post implements Node & Dated @key(fields: "id") { id: ID! at: Int }
  type Tag implements Node @key(fields: "id") { id: ID! }
`, {
  Query: {
    node: (_, { id }) => NODES.find((node) => node.id === id) ?? null,
    nodes: () => NODES,
    named: () => [NODES[0], null],
    either: () => NODES.slice(0, 2),
  },
  User: { __resolveReference: findBy(NODES, 'id') },
  Post: { __resolveReference: findBy(NODES, 'id') },
});
const posts = subgraph('posts', `
  type Query { latest: Node }
  interface Node { id: ID! }
  type Post implements Node @key(fields: "id") { id: ID! title: String author: User writers: [Writer!]! }
  type User @key(fields: "id") { id: ID! age: Int }
  type Tag implements Node @key(fields: "id") { id: ID! label: String }
  union Writer = User | Robot
  type Robot { model: String }
`, {
  Query: { latest: () => NODES[1] },
  Post: { __resolveReference: findBy(NODES, 'id'), author: () => NODES[0], writers: () => [NODES[0], { __typename: 'Robot', model: 'R2' }] },
  User: { __resolveReference: findBy(NODES, 'id') },
  Tag: { __resolveReference: findBy(NODES, 'id') },
});
describeGraph('interfaces and unions over subgraphs', [users, posts], {
  'give an interface\'s own field': { query: '{ nodes { id } }', data: { nodes: [{ id: 'u1' }, { id: 'p1' }, { id: 't1' }] }, asked: ['users'] },
  'say what each is': { query: '{ nodes { __typename } }', data: { nodes: [{ __typename: 'User' }, { __typename: 'Post' }, { __typename: 'Tag' }] } },
  'give the fields that its types have in the other subgraph': {
    query: '{ nodes { ... on User { age } ... on Post { title } ... on Tag { label } } }', data: { nodes: [{ age: 30 }, { title: 'Hello' }, { label: 'new' }] },
  },
  'give nothing where no fragment fits': { query: '{ nodes { ... on Tag { label } } }', data: { nodes: [{}, {}, { label: 'new' }] } },
  'take one name for fields of different types': { query: '{ nodes { ... on User { text: name } ... on Post { text: title } ... on Tag { text: label } } }', data: { nodes: [{ text: 'Ann' }, { text: 'Hello' }, { text: 'new' }] } },
  'take fragments on another interface': { query: '{ nodes { ... on Dated { at } ... on Named { name } } }', data: { nodes: [{ at: 1, name: 'Ann' }, { at: 2 }, {}] } },
  'take fragments on a union': { query: '{ nodes { ... on Either { __typename ... on Post { title } } } }', data: { nodes: [{ __typename: 'User' }, { __typename: 'Post', title: 'Hello' }, {}] } },
  'take fragments on an interface within a union': { query: '{ either { ... on Node { id } ... on Dated { at } } }', data: { either: [{ id: 'u1', at: 1 }, { id: 'p1', at: 2 }] } },
  'take fragments within fragments': {
    query: '{ nodes { ...A } } fragment A on Node { ... on Dated { ... on Node { ...B } } } fragment B on Node { id ... on User { age name } }', data: { nodes: [{ id: 'u1', age: 30, name: 'Ann' }, { id: 'p1' }, {}] },
  },
  'say what each is, by another name': { query: '{ nodes { kind: __typename ... on User { what: __typename } } }', data: { nodes: [{ kind: 'User', what: 'User' }, { kind: 'Post' }, { kind: 'Tag' }] } },
  'lead on from a member of a union': {
    query: '{ either { ... on Post { author { name age } writers { __typename ... on User { name } ... on Robot { model } } } } }',
    data: { either: [{}, { author: { name: 'Ann', age: 30 }, writers: [{ __typename: 'User', name: 'Ann' }, { __typename: 'Robot', model: 'R2' }] }] },
  },
  'are found from the other subgraph': { query: '{ latest { id __typename ... on Post { at title } } }', data: { latest: { id: 'p1', __typename: 'Post', at: 2, title: 'Hello' } } },
  'are null where there is none': { query: '{ node(id: "none") { id ... on User { age } } named { name ... on User { age } } }', data: { node: null, named: [{ name: 'Ann', age: 30 }, null] } },
  'are asked for by type name alone': { query: '{ either { __typename } latest { __typename } __typename }', data: { either: [{ __typename: 'User' }, { __typename: 'Post' }], latest: { __typename: 'Post' }, __typename: 'Query' } },
  'lead on under conditions': {
    query: 'query ($on: Boolean!) { nodes { ... on User @include(if: $on) { age } ... on Post @skip(if: $on) { title } ... on Tag { label @include(if: $on) } } }',
    variables: { on: true }, data: { nodes: [{ age: 30 }, {}, { label: 'new' }] },
  },
});

const PIECES = [{ __typename: 'Saw', id: 's1', teeth: 20, name: 'saw' }, { __typename: 'Nail', id: 'n1', length: 3, name: 'nail' }];
describeGraph('a union of which each subgraph knows other members', [
  subgraph('shelf', `
    type Query { first: Piece @shareable onShelf: [Piece] holder: Holder @shareable }
    union Piece = Saw | Box
    type Holder @shareable { piece: Piece }
    type Saw @key(fields: "id") { id: ID! teeth: Int }
    type Box @shareable { size: Int }
  `, { Query: { first: () => PIECES[0], onShelf: () => [PIECES[0], { __typename: 'Box', size: 4 }], holder: () => ({ piece: PIECES[0] }) }, Saw: { __resolveReference: findBy(PIECES, 'id') } }),
  subgraph('floor', `
    type Query { first: Piece @shareable onFloor: [Piece] holder: Holder @shareable }
    union Piece = Saw | Nail
    type Holder @shareable { piece: Piece }
    type Saw @key(fields: "id") { id: ID! name: String }
    type Nail { length: Int }
  `, { Query: { first: () => PIECES[0], onFloor: () => PIECES, holder: () => ({ piece: PIECES[0] }) }, Saw: { __resolveReference: findBy(PIECES, 'id') } }),
], {
  'gives members that both know': { query: '{ first { ... on Saw { teeth name } } }', data: { first: { teeth: 20, name: 'saw' } } },
  'gives members that one knows': { query: '{ onShelf { ... on Saw { name } ... on Box { size } ... on Nail { length } } }', data: { onShelf: [{ name: 'saw' }, { size: 4 }] } },
  'gives members that the other knows': { query: '{ onFloor { __typename ... on Saw { teeth } ... on Box { size } ... on Nail { length } } }', data: { onFloor: [{ __typename: 'Saw', teeth: 20 }, { __typename: 'Nail', length: 3 }] } },
  'gives nothing for a member that is not there': { query: '{ first { ... on Nail { length } ... on Box { size } } }', data: { first: {} } },
  'gives members within a shared object': { query: '{ holder { piece { __typename ... on Saw { name teeth } ... on Nail { length } } } }', data: { holder: { piece: { __typename: 'Saw', name: 'saw', teeth: 20 } } } },
});

const PETS = [{ __typename: 'Cat', id: 'a1', name: 'Tom', lives: 9 }, { __typename: 'Dog', id: 'a2', name: 'Rex', tricks: ['sit'] }];
describeGraph('an interface whose types differ per subgraph', [
  subgraph('cats', `
    type Query { pets: [Pet!]! pet: Pet }
    interface Pet { id: ID! name: String }
    type Cat implements Pet @key(fields: "id") { id: ID! name: String lives: Int }
    type Dog implements Pet @key(fields: "id") { id: ID! name: String @external }
  `, { Query: { pets: () => PETS.map(({ __typename, id, ...pet }) => (__typename === 'Cat' ? { __typename, id, ...pet } : { __typename, id })), pet: () => PETS[0] } }),
  subgraph('dogs', `
    interface Pet { id: ID! }
    type Dog implements Pet @key(fields: "id") { id: ID! name: String tricks: [String!] friend: Pet }
    type Cat implements Pet @key(fields: "id") { id: ID! }
  `, { Dog: { __resolveReference: findBy(PETS, 'id'), friend: () => ({ __typename: 'Cat', id: 'a1' }) } }),
  subgraph('names', 'type Cat @key(fields: "id") { id: ID! nick: String } type Dog @key(fields: "id") { id: ID! nick: String }', { Cat: { nick: () => 'puss' }, Dog: { nick: () => 'pup' } }),
], {
  'gives a field that one subgraph has of some of its types only': { query: '{ pets { name } }', data: { pets: [{ name: 'Tom' }, { name: 'Rex' }] } },
  'leads on from there': { query: '{ pets { ... on Dog { tricks friend { id __typename ... on Cat { nick } } } ... on Cat { lives nick } } }', data: { pets: [{ lives: 9, nick: 'puss' }, { tricks: ['sit'], friend: { id: 'a1', __typename: 'Cat', nick: 'puss' } }] } },
  'gives fields of a third subgraph for each type': { query: '{ pets { name ... on Cat { nick } ... on Dog { nick } } }', data: { pets: [{ name: 'Tom', nick: 'puss' }, { name: 'Rex', nick: 'pup' }] } },
});
