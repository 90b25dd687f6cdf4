import { createGraphCases, findBy, subgraph } from './testing/federation-cases.js';

const describeGraph = createGraphCases();

const LOG: string[] = [];
const add = (name: string) => (_: unknown, { text }: Record<string, unknown>) => { LOG.push(`${name} ${String(text)}`); return LOG.slice(-4); };
const ITEMS = [{ id: 'i1', name: 'Cup', stock: 3 }];
describeGraph('mutations', [
  subgraph('first', `
    type Query { item: Item }
    type Mutation { writeFirst(text: String!): [String!]! rename(id: ID!, name: String!): Item addItem(input: ItemInput!): Added! }
    input ItemInput { name: String! tags: [String!] = ["new"] kind: Kind = PLAIN }
    enum Kind { PLAIN FANCY }
    type Added { item: Item tags: [String!] kind: Kind }
    type Item @key(fields: "id") { id: ID! name: String }
  `, {
    Query: { item: () => ITEMS[0] },
    Mutation: {
      writeFirst: add('first'),
      rename: (_, { id, name }) => ({ id, name }),
      addItem: (_, { input }) => { const { name, tags, kind } = input as Record<string, unknown>; return { item: { id: 'i2', name }, tags, kind }; },
    },
    Item: { __resolveReference: findBy(ITEMS, 'id') },
  }),
  subgraph('second', `
    type Mutation { writeSecond(text: String!): [String!]! restock(id: ID!): Item }
    type Item @key(fields: "id") { id: ID! stock: Int }
  `, { Mutation: { writeSecond: add('second'), restock: (_, { id }) => ({ id, stock: 9 }) }, Item: { stock: ({ id, stock }) => stock ?? (id === 'i1' ? 3 : 0) } }),
], {
  'run one after the other over subgraphs': {
    query: 'mutation { a: writeFirst(text: "1") b: writeSecond(text: "2") c: writeFirst(text: "3") d: writeSecond(text: "4") d2: __typename }',
    data: expect.objectContaining({ d: ['first 1', 'second 2', 'first 3', 'second 4'], d2: 'Mutation' }),
  },
  'give fields of another subgraph': { query: 'mutation { rename(id: "i1", name: "Mug") { name stock } }', data: { rename: { name: 'Mug', stock: 3 } } },
  'give their own value beside another subgraph\'s': { query: 'mutation { restock(id: "i1") { stock name } }', data: { restock: { stock: 9, name: 'Cup' } } },
  'take input objects, defaults and enums': { query: 'mutation { addItem(input: { name: "Jug" }) { item { name stock } tags kind } }', data: { addItem: { item: { name: 'Jug', stock: 0 }, tags: ['new'], kind: 'PLAIN' } } },
  'take input objects by variables': {
    query: 'mutation Add($input: ItemInput!, $id: ID!) { addItem(input: $input) { tags kind } restock(id: $id) { name } }',
    variables: { input: { name: 'Jug', tags: [], kind: 'FANCY' }, id: 'i1' }, data: { addItem: { tags: [], kind: 'FANCY' }, restock: { name: 'Cup' } },
  },
  'are left out by conditions': { query: 'mutation ($on: Boolean!) { a: restock(id: "i1") @include(if: $on) { name } b: restock(id: "i1") @skip(if: $on) { name } }', variables: { on: false }, data: { b: { name: 'Cup' } } },
});

const SEATS = [{ id: 's1', row: 1 }, { id: 's2', row: 2 }];
describeGraph('subscriptions', [
  subgraph('events', 'type Query { a: Int } type Subscription { taken(from: Int = 1): Seat change: Change! count: Int } union Change = Seat | Note type Note { text: String } type Seat @key(fields: "id") { id: ID! by: String }', {
    Subscription: {
      taken: { async* subscribe(_: unknown, { from }) { for (let number = Number(from); number <= 3; number += 1) yield { taken: { id: `s${number}`, by: `by ${number}` } }; } },
      change: { async* subscribe() { yield { change: { __typename: 'Seat', id: 's2' } }; yield { change: { __typename: 'Note', text: 'end' } }; } },
      count: { async* subscribe() { yield { count: 1 }; yield { count: null }; } },
    },
  }),
  subgraph('seats', 'type Seat @key(fields: "id") { id: ID! row: Int! by: String @external label: String @requires(fields: "by") }', {
    Seat: { __resolveReference: findBy(SEATS, 'id'), label: ({ row, by }) => `${String(row)} ${String(by)}` },
  }),
], {
  'give each event': { query: 'subscription { count }', data: [{ count: 1 }, { count: null }] },
  'give fields of another subgraph': { query: 'subscription { taken { by row } }', data: [{ taken: { by: 'by 1', row: 1 } }, { taken: { by: 'by 2', row: 2 } }, { taken: null }] },
  'give what another subgraph requires': { query: 'subscription ($from: Int) { seat: taken(from: $from) { by: id label } }', variables: { from: 2 }, data: [{ seat: { by: 's2', label: '2 by 2' } }, { seat: { by: 's3', label: null } }] },
  'give the members of a union': { query: 'subscription { change { __typename ... on Seat { row } ... on Note { text } } }', data: [{ change: { __typename: 'Seat', row: 2 } }, { change: { __typename: 'Note', text: 'end' } }] },
});
