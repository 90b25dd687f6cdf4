import { createGraphCases, findBy, subgraph } from './testing/federation-cases.js';

const describeGraph = createGraphCases();

const PARCELS = [
  { id: 'p1', grams: 500, size: { height: 2, width: 3 }, items: [{ grams: 1, name: 'Pen' }, { grams: 2, name: 'Cup' }], note: null },
  { id: 'p2', grams: null, size: null, items: [], note: 'soft' },
];
describeGraph('fields that require scalars, objects and lists', [
  subgraph('goods', `
    type Query { parcels: [Parcel!]! }
    type Parcel @key(fields: "id") { id: ID! grams: Int size: Size items: [Item!] note: String }
    type Size { height: Int! width: Int! }
    type Item { grams: Int name: String }
  `, { Query: { parcels: () => PARCELS }, Parcel: { __resolveReference: findBy(PARCELS, 'id') } }),
  subgraph('post', `
    type Parcel @key(fields: "id") {
      id: ID! grams: Int @external size: Size @external items: [Item!] @external note: String @external
      postage: Int @requires(fields: "grams")
      area: Int @requires(fields: "size { height width }")
      contents: String @requires(fields: "items { name }")
      summary: String @requires(fields: "note grams items { grams }")
      stamp: String
    }
    type Size { height: Int! @external width: Int! @external }
    type Item { grams: Int @external name: String @external }
    type Query { lastSent: Parcel }
  `, {
    Query: { lastSent: () => ({ id: 'p1' }) },
    Parcel: {
      postage: ({ grams }) => (grams === null ? null : Number(grams) * 2),
      area: ({ size }) => { const { height = 0, width = 0 } = (size ?? {}) as { height?: number; width?: number }; return height * width; },
      contents: ({ items }) => (items as { name: string }[]).map(({ name }) => name).join(),
      summary: ({ note, grams, items }) => JSON.stringify([note, grams, items]),
      stamp: ({ id }) => `stamp ${String(id)}`,
    },
  }),
], {
  'are given a scalar': { query: '{ parcels { postage } }', data: { parcels: [{ postage: 1000 }, { postage: null }] }, asked: ['goods', 'post'] },
  'are given an object': { query: '{ parcels { area } }', data: { parcels: [{ area: 6 }, { area: 0 }] } },
  'are given a list of objects': { query: '{ parcels { contents } }', data: { parcels: [{ contents: 'Pen,Cup' }, { contents: '' }] } },
  'are given several, nulls among them': {
    query: '{ parcels { summary } }',
    data: { parcels: [{ summary: '[null,500,[{"grams":1},{"grams":2}]]' }, { summary: '["soft",null,[]]' }] },
  },
  'are asked for together': {
    query: '{ parcels { id postage area contents stamp } }',
    data: { parcels: [{ id: 'p1', postage: 1000, area: 6, contents: 'Pen,Cup', stamp: 'stamp p1' }, { id: 'p2', postage: null, area: 0, contents: '', stamp: 'stamp p2' }] },
  },
  'are given what the client selects under other names': {
    query: '{ parcels { grams: note size { height: width } items { name: grams } postage area contents } }',
    data: { parcels: [
      { grams: null, size: { height: 3 }, items: [{ name: 1 }, { name: 2 }], postage: 1000, area: 6, contents: 'Pen,Cup' },
      { grams: 'soft', size: null, items: [], postage: null, area: 0, contents: '' },
    ] },
  },
  'are given what another subgraph has of an entity from their own': { query: '{ lastSent { postage stamp contents } }', data: { lastSent: { postage: 1000, stamp: 'stamp p1', contents: 'Pen,Cup' } } },
  'are not what the client sees of it': { query: '{ lastSent { postage } }', data: { lastSent: { postage: 1000 } } },
});

describeGraph('a chain of fields that require one another over four subgraphs', [
  subgraph('one', 'type Query { start: Link } type Link @key(fields: "id") { id: ID! a: String }', { Query: { start: () => ({ id: '1' }) }, Link: { a: () => 'a' } }),
  subgraph('two', 'type Link @key(fields: "id") { id: ID! a: String @external b: String @requires(fields: "a") }', { Link: { b: ({ a }) => `${String(a)}b` } }),
  subgraph('three', 'type Link @key(fields: "id") { id: ID! b: String @external c: String @requires(fields: "b") }', { Link: { c: ({ b }) => `${String(b)}c` } }),
  subgraph('four', 'type Link @key(fields: "id") { id: ID! a: String @external c: String @external d: String @requires(fields: "c a") }', { Link: { d: ({ a, c }) => `${String(c)}${String(a)}d` } }),
], {
  'is followed from its end': { query: '{ start { d } }', data: { start: { d: 'abcad' } } },
  'is followed from its middle': { query: '{ start { c a } }', data: { start: { c: 'abc', a: 'a' } } },
  'is followed once for all of them': { query: '{ start { d c b a } }', data: { start: { d: 'abcad', c: 'abc', b: 'ab', a: 'a' } } },
});

describeGraph('two subgraphs that require of each other', [
  subgraph('left', 'type Query { pair: Pair } type Pair @key(fields: "id") { id: ID! seed: Int right: Int @external sum: Int @requires(fields: "right") }', {
    Query: { pair: () => ({ id: '1', seed: 2 }) }, Pair: { __resolveReference: (reference) => ({ ...reference, seed: 2 }), sum: ({ seed, right }) => Number(seed) + Number(right) },
  }),
  subgraph('right', 'type Pair @key(fields: "id") { id: ID! seed: Int @external sum: Int @external right: Int @requires(fields: "seed") total: Int @requires(fields: "sum") }', {
    Pair: { right: ({ seed }) => Number(seed) * 10, total: ({ sum }) => Number(sum) + 100 },
  }),
], {
  'are asked by turns': { query: '{ pair { total } }', data: { pair: { total: 122 } }, isBeyondApollo: true },
  'are asked by turns for all they have': { query: '{ pair { seed right sum total } }', data: { pair: { seed: 2, right: 20, sum: 22, total: 122 } }, isBeyondApollo: true },
});

const SHAPES = [{ __typename: 'Circle', id: 's1', radius: 2, name: 'round' }, { __typename: 'Square', id: 's2', side: 3, name: 'flat' }];
const BOXES = [{ id: 'b1', shape: SHAPES[0], shapes: SHAPES }, { id: 'b2', shape: SHAPES[1], shapes: [] }, { id: 'b3', shape: null, shapes: [SHAPES[1], SHAPES[0]] }];
describeGraph('fields that require of an interface', [
  subgraph('boxes', `
    type Query { boxes: [Box!]! }
    type Box @key(fields: "id") { id: ID! shape: Shape shapes: [Shape!]! }
    interface Shape { name: String }
    type Circle implements Shape { name: String radius: Int }
    type Square implements Shape { name: String side: Int }
  `, { Query: { boxes: () => BOXES }, Box: { __resolveReference: findBy(BOXES, 'id') } }),
  subgraph('labels', `
    type Box @key(fields: "id") {
      id: ID! shape: Shape @external shapes: [Shape!]! @external
      label: String @requires(fields: "shape { name }")
      extent: Int @requires(fields: "shape { __typename ... on Circle { radius } ... on Square { side } }")
      names: String @requires(fields: "shapes { name }")
    }
    interface Shape { name: String }
    type Circle implements Shape { name: String @external radius: Int @external }
    type Square implements Shape { name: String @external side: Int @external }
  `, {
    Box: {
      label: ({ shape }) => (shape as { name: string } | null)?.name ?? 'none',
      extent: ({ shape }) => { const { radius, side } = (shape ?? {}) as { radius?: number; side?: number }; return radius ?? side ?? null; },
      names: ({ shapes }) => (shapes as { name: string }[]).map(({ name }) => name).join(),
    },
  }),
], {
  'are given its fields': { query: '{ boxes { label } }', data: { boxes: [{ label: 'round' }, { label: 'flat' }, { label: 'none' }] } },
  'are given the fields of its types': { query: '{ boxes { extent } }', data: { boxes: [{ extent: 2 }, { extent: 3 }, { extent: null }] } },
  'are given a list': { query: '{ boxes { names } }', data: { boxes: [{ names: 'round,flat' }, { names: '' }, { names: 'flat,round' }] } },
  'are given it beside what the client selects of it': {
    query: '{ boxes { extent label shape { __typename ... on Circle { name: radius } } } }',
    data: { boxes: [{ extent: 2, label: 'round', shape: { __typename: 'Circle', name: 2 } }, { extent: 3, label: 'flat', shape: { __typename: 'Square' } }, { extent: null, label: 'none', shape: null }] },
  },
});

const USERS = [{ id: 'u1', name: 'Ann' }, { id: 'u2', name: 'Ben' }];
describeGraph('a field that requires of an entity behind another', [
  subgraph('orders', 'type Query { order: Order } type Order @key(fields: "id") { id: ID! buyer: User } type User @key(fields: "id") { id: ID! }', {
    Query: { order: () => ({ id: 'o1' }) }, Order: { buyer: () => ({ id: 'u2' }) },
  }),
  subgraph('users', 'type User @key(fields: "id") { id: ID! name: String }', { User: { __resolveReference: findBy(USERS, 'id') } }),
  subgraph('letters', `
    type Order @key(fields: "id") { id: ID! buyer: User @external salute: String @requires(fields: "buyer { name }") }
    type User @key(fields: "id") { id: ID! name: String @external }
  `, { Order: { salute: ({ buyer }) => `Dear ${(buyer as { name: string }).name}` } }),
], {
  'is given what a third subgraph has of it': { query: '{ order { salute } }', data: { order: { salute: 'Dear Ben' } } },
  'is given it when the client selects the entity by another name': { query: '{ order { buyer { name: id } salute } }', data: { order: { buyer: { name: 'u2' }, salute: 'Dear Ben' } } },
});
