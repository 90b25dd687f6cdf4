import { createGraphCases, findBy, subgraph } from './testing/federation-cases.js';

const describeGraph = createGraphCases();

describeGraph('what several subgraphs share', [
  subgraph('east', `
    type Query { now: Time @shareable shop: Shop }
    type Time @shareable { iso: String! zone: String }
    type Shop @key(fields: "id") { id: ID! name: String @shareable east: Int spot: Spot @shareable }
    type Spot @shareable { x: Int y: Int }
  `, { Query: { now: () => ({ iso: 't0', zone: 'UTC' }), shop: () => ({ id: 's1', name: 'East', east: 1, spot: { x: 1, y: 2 } }) },
    Shop: { __resolveReference: findBy([{ id: 's2', name: 'West', east: 20, spot: { x: 5, y: 8 } }], 'id') } }),
  subgraph('west', `
    type Query { now: Time @shareable westShop: Shop deep: Deep @shareable }
    type Time @shareable { iso: String! zone: String }
    type Shop @key(fields: "id") { id: ID! name: String @shareable west: Int spot: Spot @shareable }
    type Spot @shareable { x: Int z: Int }
    type Deep @shareable { west: Int inner: Deep both: Int }
  `, {
    Query: { now: () => ({ iso: 't0', zone: 'UTC' }), westShop: () => ({ id: 's2', name: 'West', west: 2, spot: { x: 5, z: 6 } }), deep: () => ({ west: 1, both: 3, inner: { west: 2, both: 3 } }) },
    Shop: { __resolveReference: findBy([{ id: 's1', name: 'East', west: 10, spot: { x: 1, z: 7 } }], 'id') },
  }),
  subgraph('north', 'type Query { deep: Deep @shareable } type Deep @shareable { north: Int inner: Deep both: Int }', {
    Query: { deep: () => ({ north: 4, both: 3, inner: { north: 5, both: 3 } }) },
  }),
], {
  'is asked of one of them': { query: '{ now { iso zone } }', data: { now: { iso: 't0', zone: 'UTC' } } },
  'is taken where the entity comes from': { query: '{ shop { name } westShop { name } }', data: { shop: { name: 'East' }, westShop: { name: 'West' } }, asked: ['east', 'west'] },
  'is there beside what one of them has alone': { query: '{ shop { name east west } }', data: { shop: { name: 'East', east: 1, west: 10 } } },
  'is a value of fields from both, over an entity': { query: '{ shop { spot { x y z } } }', data: { shop: { spot: { x: 1, y: 2, z: 7 } } } },
  'is a root field of two halves': { query: '{ deep { west north } }', data: { deep: { west: 1, north: 4 } }, asked: ['north', 'west'] },
  'is a root field of two halves, deep down': { query: '{ deep { both inner { west north both } } }', data: { deep: { both: 3, inner: { west: 2, north: 5, both: 3 } } } },
});

const CARS = [{ id: 'c1', make: 'new', wheels: 4, paint: 'red' }];
describeGraph('overridden fields', [
  subgraph('old', `
    type Query { oldCar: Car cars: [Car!]! }
    type Car @key(fields: "id") { id: ID! make: String wheels: Int owner: Owner }
    type Owner { name: String }
  `, { Query: { oldCar: () => ({ id: 'c1', make: 'old', wheels: 3, owner: { name: 'Old' } }), cars: () => [{ id: 'c0', make: 'never' }] }, Car: { __resolveReference: findBy([{ id: 'c1', make: 'old', wheels: 3 }], 'id') } }),
  subgraph('fresh', `
    type Query { freshCar: Car cars: [Car!]! @override(from: "old") }
    type Car @key(fields: "id") { id: ID! make: String @override(from: "old") paint: String }
  `, { Query: { freshCar: () => CARS[0], cars: () => CARS }, Car: { __resolveReference: findBy(CARS, 'id') } }),
], {
  'are taken from the subgraph that overrides them': { query: '{ oldCar { make } }', data: { oldCar: { make: 'new' } }, asked: ['old', 'fresh'] },
  'are taken from it with its own entity': { query: '{ freshCar { make wheels } }', data: { freshCar: { make: 'new', wheels: 3 } } },
  'are there beside those that are not': { query: '{ oldCar { wheels make paint owner { name } } }', data: { oldCar: { wheels: 3, make: 'new', paint: 'red', owner: { name: 'Old' } } } },
  'may be root fields': { query: '{ cars { id make } }', data: { cars: [{ id: 'c1', make: 'new' }] }, asked: ['fresh'] },
});

describeGraph('an overridden field that others require and that is a key', [
  subgraph('before', 'type Query { card: Card } type Card @key(fields: "id") @key(fields: "code") { id: ID! code: ID! @shareable owner: String }', {
    Query: { card: () => ({ id: 'k1', code: 'before' }) }, Card: { __resolveReference: (reference) => ({ id: 'k1', code: 'before', owner: 'Before', ...reference }) },
  }),
  subgraph('after', 'type Card @key(fields: "id") { id: ID! owner: String @override(from: "before") }', { Card: { owner: () => 'After' } }),
  subgraph('greeting', 'type Card @key(fields: "id") { id: ID! owner: String @external text: String @requires(fields: "owner") }', { Card: { text: ({ owner }) => `for ${String(owner)}` } }),
], {
  'is given as its new subgraph has it': { query: '{ card { text } }', data: { card: { text: 'for After' } } },
  'is seen as its new subgraph has it': { query: '{ card { owner code } }', data: { card: { owner: 'After', code: 'before' } } },
});

describeGraph('what is inaccessible', [
  subgraph('vault', `
    type Query { safe: Safe secret: Secret @inaccessible size(of: Size, deep: Boolean @inaccessible): Size things: [Thing!]! }
    type Safe @key(fields: "code") { code: ID! @inaccessible label: String weight: Int @inaccessible }
    type Secret @inaccessible { text: String }
    enum Size { SMALL LARGE HUGE @inaccessible }
    interface Thing { name: String }
    type Box implements Thing { name: String }
    type Ghost implements Thing @inaccessible { name: String }
  `, {
    Query: { safe: () => ({ code: 'x', label: 'Main', weight: 9 }), size: (_, { of }) => (of === 'LARGE' ? 'HUGE' : of), things: () => [{ __typename: 'Box', name: 'a box' }] },
  }),
  subgraph('locks', `
    type Safe @key(fields: "code") { code: ID! weight: Int @external locks: Int heft: String @requires(fields: "weight") }
  `, { Safe: { locks: () => 3, heft: ({ weight }) => `heft ${String(weight)}` } }),
], {
  'is a key all the same': { query: '{ safe { label locks } }', data: { safe: { label: 'Main', locks: 3 } } },
  'is required all the same': { query: '{ safe { heft } }', data: { safe: { heft: 'heft 9' } } },
  'is a name that a client may take': { query: '{ safe { code: label weight: locks heft } }', data: { safe: { code: 'Main', weight: 3, heft: 'heft 9' } } },
  'is no value that a client sees': { query: '{ size(of: LARGE) }', data: { size: null }, errors: ['INTERNAL_SERVER_ERROR size'] },
  'leaves the other values': { query: '{ size(of: SMALL) }', data: { size: 'SMALL' } },
  'is no type of an interface': { query: '{ things { __typename name } }', data: { things: [{ __typename: 'Box', name: 'a box' }] } },
  'is not told of by introspection': {
    query: '{ __type(name: "Safe") { fields { name } } secret: __type(name: "Secret") { name } size: __type(name: "Size") { enumValues { name } } query: __type(name: "Query") { fields { name args { name } } } }',
    data: {
      __type: { fields: [{ name: 'locks' }, { name: 'heft' }, { name: 'label' }] }, secret: null, size: { enumValues: [{ name: 'SMALL' }, { name: 'LARGE' }] },
      query: { fields: [{ name: 'safe', args: [] }, { name: 'size', args: [{ name: 'of' }] }, { name: 'things', args: [] }] },
    },
  },
});

describeGraph('a field that is overridden under a label', [
  subgraph('before', 'type Query { desk: Desk } type Desk @key(fields: "id") { id: ID! wood: String legs: Int top: String }', {
    Query: { desk: () => ({ id: 'd1', wood: 'oak', legs: 3, top: 'old' }) }, Desk: { __resolveReference: findBy([{ id: 'd1', wood: 'oak', legs: 3 }], 'id') },
  }),
  subgraph('after', 'type Query { newDesk: Desk } type Desk @key(fields: "id") { id: ID! wood: String @override(from: "before", label: "percent(50)") legs: Int @override(from: "before", label: "later") top: String @override(from: "before", label: "percent(100)") }', {
    Query: { newDesk: () => ({ id: 'd1', wood: 'ash', legs: 4 }) }, Desk: { __resolveReference: findBy([{ id: 'd1', wood: 'ash', legs: 4 }], 'id') },
  }),
], {
  'stays with the first subgraph while its label is off': { query: '{ desk { wood legs top } }', data: { desk: { wood: 'oak', legs: 3, top: 'old' } }, asked: ['before'] },
  'is fetched from there by an entity of the other': { query: '{ newDesk { wood legs } }', data: { newDesk: { wood: 'oak', legs: 3 } }, asked: ['after', 'before'] },
});
