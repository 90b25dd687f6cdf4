import { createGraphCases, findBy, subgraph } from './testing/federation-cases.js';

const describeGraph = createGraphCases();

const SHOPS = [{ id: 's1', currency: 'EUR', rate: 2 }, { id: 's2', currency: 'USD', rate: 1 }];
describeGraph('an argument from the context', [
  subgraph('shops', `
    type Query { shops: [Shop!]! plain: String }
    type Shop @key(fields: "id") @context(name: "shop") { id: ID! currency: String! goods: [Good!]! }
    type Good @key(fields: "id") { id: ID! price(currency: String @fromContext(field: "$shop { currency }")): String text(long: Boolean, currency: String @fromContext(field: "$shop { currency }")): String }
  `, {
    Query: { shops: () => SHOPS.map(({ id, currency }) => ({ id, currency, goods: [{ id: `g-${id}` }, { id: 'g' }] })), plain: () => 'plain' },
    Shop: { __resolveReference: findBy(SHOPS, 'id') },
    Good: { price: ({ id }, { currency }) => `${String(id)} in ${String(currency)}`, text: (_, { long, currency }) => `${String(long)} ${String(currency)}` },
  }),
  subgraph('hints', 'type Good @key(fields: "id") { id: ID! hint: String }', { Good: { hint: ({ id }) => `hint ${String(id)}` } }),
], {
  'is that of the object around': { query: '{ shops { goods { price } } }', data: { shops: [{ goods: [{ price: 'g-s1 in EUR' }, { price: 'g in EUR' }] }, { goods: [{ price: 'g-s2 in USD' }, { price: 'g in USD' }] }] }, planner: 'apollo' },
  'stands beside the client\'s': { query: 'query ($long: Boolean) { shops { goods { text(long: $long) } } }', variables: { long: true }, data: { shops: [{ goods: [{ text: 'true EUR' }, { text: 'true EUR' }] }, { goods: [{ text: 'true USD' }, { text: 'true USD' }] }] }, planner: 'apollo' },
  'is given beside another subgraph\'s fields': { query: '{ shops { currency goods { hint price } } }', data: { shops: [
    { currency: 'EUR', goods: [{ hint: 'hint g-s1', price: 'g-s1 in EUR' }, { hint: 'hint g', price: 'g in EUR' }] },
    { currency: 'USD', goods: [{ hint: 'hint g-s2', price: 'g-s2 in USD' }, { hint: 'hint g', price: 'g in USD' }] },
  ] }, planner: 'apollo' },
  'is given where the client names fields like it': { query: '{ shops { currency: id goods { id: price } } }', data: { shops: [{ currency: 's1', goods: [{ id: 'g-s1 in EUR' }, { id: 'g in EUR' }] }, { currency: 's2', goods: [{ id: 'g-s2 in USD' }, { id: 'g in USD' }] }] }, planner: 'apollo' },
  'leaves operations alone that do not need it': { query: '{ plain }', data: { plain: 'plain' }, planner: 'apollo' },
});
