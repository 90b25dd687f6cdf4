import { createGraphCases, findBy, subgraph } from './testing/federation-cases.js';

const describeGraph = createGraphCases();

const GOODS = [{ __typename: 'Toy', id: 'g1', price: 10, weight: 2 }, { __typename: 'Tool', id: 'g2', price: 20, weight: 3 }];
const ACCOUNTS = [{ id: 'u1', name: 'Ann', nick: 'ann' }];
describeGraph('types of an interface that each require and are provided for', [
  subgraph('goods', `
    type Query { goods: [Good!]! basket: Basket }
    interface Good { id: ID! price: Int }
    type Toy implements Good @key(fields: "id") { id: ID! price: Int weight: Int }
    type Tool implements Good @key(fields: "id") { id: ID! price: Int weight: Int }
    type Basket @key(fields: "id") { id: ID! goods: [Good!] best: Pick }
    union Pick = Toy | Tool
  `, {
    Query: { goods: () => GOODS, basket: () => ({ id: 'b1', goods: GOODS, best: GOODS[1] }) },
    Toy: { __resolveReference: findBy(GOODS, 'id') }, Tool: { __resolveReference: findBy(GOODS, 'id') },
  }),
  subgraph('freight', `
    interface Good { id: ID! freight: Int reviews: [Review!]! }
    type Toy implements Good @key(fields: "id") { id: ID! price: Int @external freight: Int @requires(fields: "price") reviews: [Review!]! }
    type Tool implements Good @key(fields: "id") { id: ID! weight: Int @external freight: Int @requires(fields: "weight") reviews: [Review!]! }
    type Basket @key(fields: "id") { id: ID! last: Good }
    type Review { text: String author: User @provides(fields: "name") good: Good }
    type User @key(fields: "id") { id: ID! name: String @external }
  `, {
    Basket: { last: () => ({ __typename: 'Toy', id: 'g1' }) },
    Toy: { freight: ({ price }) => Number(price) * 2, reviews: ({ id }) => [{ text: 'Good', author: { id: 'u1', name: 'Ann (here)' }, good: { __typename: 'Toy', id } }] },
    Tool: { freight: ({ weight }) => Number(weight) * 100, reviews: () => [] },
  }),
  subgraph('accounts', 'type User @key(fields: "id") { id: ID! name: String @shareable nick: String }', { User: { __resolveReference: findBy(ACCOUNTS, 'id') } }),
], {
  'give what each requires': { query: '{ goods { ... on Toy { freight } ... on Tool { freight } } }', data: { goods: [{ freight: 20 }, { freight: 300 }] } },
  'give a field of the interface that each has elsewhere': { query: '{ goods { freight price } }', data: { goods: [{ freight: 20, price: 10 }, { freight: 300, price: 20 }] } },
  'give it under one name beside another': { query: '{ goods { price: freight ... on Toy { freight: weight } } }', data: { goods: [{ price: 20, freight: 2 }, { price: 300 }] } },
  'give what is provided': { query: '{ goods { reviews { author { name } } } }', data: { goods: [{ reviews: [{ author: { name: 'Ann (here)' } }] }, { reviews: [] }] } },
  'give what is not provided beside it': { query: '{ goods { reviews { author { name nick } } } }', data: { goods: [{ reviews: [{ author: { name: 'Ann (here)', nick: 'ann' } }] }, { reviews: [] }] } },
  'lead back to themselves': { query: '{ goods { reviews { good { price freight __typename } } } }', data: { goods: [{ reviews: [{ good: { price: 10, freight: 20, __typename: 'Toy' } }] }, { reviews: [] }] }, planner: 'apollo' },
  'are found behind an entity of both': { query: '{ basket { last { price ... on Toy { weight freight } } goods { freight } } }', data: { basket: { last: { price: 10, weight: 2, freight: 20 }, goods: [{ freight: 20 }, { freight: 300 }] } } },
  'are members of a union too': { query: '{ basket { best { ... on Good { price freight } ... on Tool { weight } __typename } } }', data: { basket: { best: { price: 20, freight: 300, weight: 3, __typename: 'Tool' } } } },
  'take conditions on the way': { query: 'query ($on: Boolean!) { goods { ... on Good @include(if: $on) { freight } ... on Toy @skip(if: $on) { weight } } }', variables: { on: true }, data: { goods: [{ freight: 20 }, { freight: 300 }] } },
});

describeGraph('objects that have no key, in the way to others', [
  subgraph('page', `
    type Query { page: Page }
    type Page @key(fields: "id") { id: ID! head: Head body: [Part!]! }
    type Head { title: String image: Image }
    type Part { images: [Image] head: Head }
    type Image @key(fields: "url") { url: ID! }
  `, { Query: { page: () => ({ id: 'p', head: { title: 'T', image: { url: 'i1' } }, body: [{ images: [{ url: 'i1' }, null, { url: 'i2' }], head: null }, { images: null, head: { title: 'H', image: { url: 'i2' } } }] }) } }),
  subgraph('images', 'type Image @key(fields: "url") { url: ID! width: Int thumb(width: Int! = 1): Image } type Page @key(fields: "id") { id: ID! cover: Cover } type Cover { image: Image alt: String }', {
    Image: { width: ({ url }) => (url === 'i1' ? 100 : 200), thumb: ({ url }, { width }) => ({ url: `${String(url)}-${String(width)}` }) }, Page: { cover: () => ({ image: { url: 'i3' }, alt: 'A' }) },
  }),
], {
  'lead on to entities': { query: '{ page { head { image { width } } } }', data: { page: { head: { image: { width: 100 } } } } },
  'lead on from lists': { query: '{ page { body { images { width url } head { image { width } } } } }', data: { page: { body: [{ images: [{ width: 100, url: 'i1' }, null, { width: 200, url: 'i2' }], head: null }, { images: null, head: { image: { width: 200 } } }] } } },
  'come from both subgraphs': { query: '{ page { cover { alt image { width } } head { title } } }', data: { page: { cover: { alt: 'A', image: { width: 200 } }, head: { title: 'T' } } } },
  'lead on by several names with arguments': {
    query: 'query ($w: Int!) { page { head { image { small: thumb { url } large: thumb(width: $w) { url thumb(width: 2) { url } } } } } }', variables: { w: 9 },
    data: { page: { head: { image: { small: { url: 'i1-1' }, large: { url: 'i1-9', thumb: { url: 'i1-9-2' } } } } } },
  },
});
