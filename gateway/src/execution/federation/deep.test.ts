import { createGraphCases, findBy, subgraph } from './testing/federation-cases.js';

const describeGraph = createGraphCases();

const CELLS = [{ id: 'c1', n: 1 }, { id: 'c2', n: 2 }, { id: 'c3', n: 3 }];
describeGraph('lists of lists', [
  subgraph('grid', 'type Query { grid: [[Cell!]]! cube: [[[Cell]]] rows: [Row!]! } type Row { cells: [[Cell]] numbers: [[Int!]!] } type Cell @key(fields: "id") { id: ID! near: [[Cell]] }', {
    Query: {
      grid: () => [[{ id: 'c1' }, { id: 'c2' }], null, [], [{ id: 'c3' }]], cube: () => [[[{ id: 'c1' }], [null, { id: 'c2' }]], null],
      rows: () => [{ cells: [[{ id: 'c1' }], [{ id: 'c2' }]], numbers: [[1], []] }, { cells: null, numbers: null }],
    },
    Cell: { near: ({ id }) => (id === 'c1' ? [[{ id: 'c2' }], [{ id: 'c3' }, null]] : null) },
  }),
  subgraph('numbers', 'type Cell @key(fields: "id") { id: ID! n: Int! }', { Cell: { __resolveReference: findBy(CELLS, 'id') } }),
], {
  'lead on to entities': { query: '{ grid { n } }', data: { grid: [[{ n: 1 }, { n: 2 }], null, [], [{ n: 3 }]] } },
  'lead on three deep': { query: '{ cube { n } }', data: { cube: [[[{ n: 1 }], [null, { n: 2 }]], null] } },
  'lead on from within lists': { query: '{ rows { numbers cells { n } } }', data: { rows: [{ numbers: [[1], []], cells: [[{ n: 1 }], [{ n: 2 }]] }, { numbers: null, cells: null }] } },
  'lead on from lists of lists': { query: '{ grid { near { n near { id } } } }', data: { grid: [[{ near: [[{ n: 2, near: null }], [{ n: 3, near: null }, null]] }, { near: null }], null, [], [{ near: null }]] } },
});

const PRODUCTS = [{ id: 'p1', pid: 'x1', name: 'Saw' }, { id: 'p2', pid: 'x2', name: 'Axe' }];
describeGraph('a chain of entities over five subgraphs', [
  subgraph('products', 'type Query { products: [Product!]! } type Product @key(fields: "id pid") { id: ID! pid: ID }', { Query: { products: () => PRODUCTS.map(({ id, pid }) => ({ id, pid })) } }),
  subgraph('lists', 'type Lists @key(fields: "products { id pid }") { products: [Product!]! first: Product selected: Product } type Product @key(fields: "id pid") { id: ID! pid: ID lists: Lists category: Category }  type Category @key(fields: "id") { id: ID! }', {
    Product: { lists: ({ id, pid }) => ({ products: [{ id, pid }] }), category: ({ id }) => ({ id: `cat ${String(id)}` }) },
    Lists: { first: ({ products }) => (products as unknown[])[0] },
  }),
  subgraph('categories', 'type Category @key(fields: "id") @key(fields: "id tag") { id: ID! tag: String main: Product } type Product @key(fields: "id pid") { id: ID! pid: ID }', {
    Category: { tag: ({ id }) => `tag of ${String(id)}`, main: () => ({ id: 'p1', pid: 'x1' }) },
  }),
  subgraph('names', 'type Product @key(fields: "id pid") { id: ID! pid: ID name: String price: Price } type Price { amount: Int currency: Currency } type Currency @key(fields: "code") { code: ID! }', {
    Product: { __resolveReference: findBy(PRODUCTS, 'id', 'pid'), price: ({ id }) => ({ amount: id === 'p1' ? 5 : 7, currency: { code: 'EUR' } }) },
  }),
  subgraph('money', 'type Currency @key(fields: "code") { code: ID! sign: String } type Category @key(fields: "id tag") { id: ID! tag: String discount: Int }', {
    Currency: { sign: ({ code }) => (code === 'EUR' ? '€' : '?') }, Category: { discount: ({ tag }) => String(tag).length },
  }),
], {
  'is followed to its end': { query: '{ products { price { amount currency { sign } } } }', data: { products: [{ price: { amount: 5, currency: { sign: '€' } } }, { price: { amount: 7, currency: { sign: '€' } } }] } },
  'is followed there and back': { query: '{ products { category { main { name } } } }', data: { products: [{ category: { main: { name: 'Saw' } } }, { category: { main: { name: 'Saw' } } }] } },
  'is followed in several directions': {
    query: '{ products { name lists { first { name } } category { main { price { currency { sign } } } } } }',
    data: { products: ['Saw', 'Axe'].map((name) => ({ name, lists: { first: { name } }, category: { main: { price: { currency: { sign: '€' } } } } })) },
  },
  'is followed over a key that is fetched on the way': { query: '{ products { category { discount } } }', data: { products: [{ category: { discount: 13 } }, { category: { discount: 13 } }] } },
});

describeGraph('a type within itself', [
  subgraph('folders', 'type Query { root: Folder! } type Folder @key(fields: "id") { id: ID! children: [Folder!]! parent: Folder }', {
    Query: { root: () => ({ id: '0' }) },
    Folder: { children: ({ id }) => (String(id).length > 3 ? [] : [{ id: `${String(id)}a` }, { id: `${String(id)}b` }]), parent: ({ id }) => (id === '0' ? null : { id: String(id).slice(0, -1) }) },
  }),
  subgraph('sizes', 'type Folder @key(fields: "id") { id: ID! size: Int! owner: Owner! } type Owner { name: String folders: [Folder!]! }', {
    Folder: { size: ({ id }) => String(id).length, owner: ({ id }) => ({ name: `owner of ${String(id)}`, folders: [{ id: '0' }] }) },
  }),
], {
  'is followed down': { query: '{ root { size children { size children { size children { size children { id } } } } } }', data: { root: {
    size: 1, children: Array(2).fill({ size: 2, children: Array(2).fill({ size: 3, children: Array(2).fill({ size: 4, children: [] }) }) }),
  } } },
  'is followed down and up': { query: '{ root { children { size parent { id size parent { size } } } } }', data: { root: { children: Array(2).fill({ size: 2, parent: { id: '0', size: 1, parent: null } }) } } },
  'is followed through another type': { query: '{ root { owner { folders { owner { name folders { children { id } } } } } } }', data: { root: { owner: { folders: [{ owner: { name: 'owner of 0', folders: [{ children: [{ id: '0a' }, { id: '0b' }] }] } }] } } } },
});
