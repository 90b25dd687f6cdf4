import { createGraphCases, findBy, subgraph } from './testing/federation-cases.js';

const describeGraph = createGraphCases();

const MEDIA = [{ __typename: 'Song', id: 'm1', title: 'Help', seconds: 120 }, { __typename: 'Clip', id: 'm2', title: 'Cats', lines: 1080 }];
describeGraph('an interface that other subgraphs have as an object', [
  subgraph('media', `
    type Query { media: [Media!]! song: Song notes: [String!]! }
    interface Media @key(fields: "id") { id: ID! title: String }
    type Song implements Media @key(fields: "id") { id: ID! title: String seconds: Int }
    type Clip implements Media @key(fields: "id") { id: ID! title: String lines: Int }
  `, {
    Query: { media: () => MEDIA, song: () => MEDIA[0], notes: () => ['a'] },
    Media: { __resolveReference: findBy(MEDIA, 'id') }, Song: { __resolveReference: findBy(MEDIA, 'id') }, Clip: { __resolveReference: findBy(MEDIA, 'id') },
  }),
  subgraph('votes', `
    type Query { popular: [Media] }
    type Mutation { vote(id: ID!): Media }
    type Media @interfaceObject @key(fields: "id") { id: ID! votes: Int title: String @external headline: String @requires(fields: "title") }
  `, {
    Query: { popular: () => [{ id: 'm2' }, { id: 'm1' }, null] },
    Mutation: { vote: (_, { id }) => ({ id }) },
    Media: { votes: ({ id }) => Number(String(id).slice(1)) * 100, headline: ({ title }) => String(title).toUpperCase() },
  }),
], {
  'has the object\'s fields': { query: '{ media { title votes } }', data: { media: [{ title: 'Help', votes: 100 }, { title: 'Cats', votes: 200 }] }, planner: 'apollo' },
  'gives them to its types': { query: '{ song { votes seconds } }', data: { song: { votes: 100, seconds: 120 } }, planner: 'apollo' },
  'gives them to one of its types': { query: '{ media { ... on Clip { votes lines } } }', data: { media: [{}, { votes: 200, lines: 1080 }] }, planner: 'apollo' },
  'is found from the object': { query: '{ popular { title votes } }', data: { popular: [{ title: 'Cats', votes: 200 }, { title: 'Help', votes: 100 }, null] }, planner: 'apollo' },
  'needs no other subgraph for the object\'s own fields': { query: '{ popular { id votes } }', data: { popular: [{ id: 'm2', votes: 200 }, { id: 'm1', votes: 100 }, null] }, planner: 'apollo', asked: ['votes'] },
  'says of what type it is, from the object': { query: '{ popular { __typename } }', data: { popular: [{ __typename: 'Clip' }, { __typename: 'Song' }, null] }, planner: 'apollo' },
  'has fragments on its types, from the object': { query: '{ popular { ... on Song { seconds votes } votes } }', data: { popular: [{ votes: 200 }, { seconds: 120, votes: 100 }, null] }, planner: 'apollo' },
  'has fragments on itself': { query: '{ popular { ...M } media { ...M } } fragment M on Media { votes }', data: { popular: [{ votes: 200 }, { votes: 100 }, null], media: [{ votes: 100 }, { votes: 200 }] }, planner: 'apollo' },
  'gives what the object requires': { query: '{ media { headline } popular { headline } }', data: { media: [{ headline: 'HELP' }, { headline: 'CATS' }], popular: [{ headline: 'CATS' }, { headline: 'HELP' }, null] }, planner: 'apollo' },
  'gives what the object requires under the client\'s names': { query: '{ media { title: headline } }', data: { media: [{ title: 'HELP' }, { title: 'CATS' }] }, planner: 'apollo' },
  'is found after a mutation of the object': { query: 'mutation { vote(id: "m1") { __typename votes title } }', data: { vote: { __typename: 'Song', votes: 100, title: 'Help' } }, planner: 'apollo' },
  'leaves operations alone that do not select it': { query: '{ notes }', data: { notes: ['a'] }, planner: 'apollo' },
});

const BREADS = [{ __typename: 'Bread', id: 'w1', name: 'Rye' }];
describeGraph('an interface that has an object\'s field, where neither leads to the other', [
  subgraph('wares', `
    type Query { ware: Ware node: Node }
    interface Node { id: ID! field: String @shareable }
    interface Ware { id: ID! }
    type Bread implements Ware { id: ID! name: String }
  `.replace(' @shareable', '').replace('interface Node { id: ID! field: String }', 'interface Node @key(fields: "id") { id: ID! }'), { Query: { ware: () => BREADS[0], node: () => ({ __typename: 'Nothing', id: 'n1' }) } }),
  subgraph('nodes', `
    type Query { thing: Node }
    type Node @interfaceObject @key(fields: "id", resolvable: false) { id: ID! field: String }
  `, { Query: { thing: () => ({ id: 'n1', field: 'foo' }) } }),
], {
  'is answered by the object\'s subgraph': { query: '{ thing { id field } }', data: { thing: { id: 'n1', field: 'foo' } }, planner: 'apollo' },
  'is answered by the object\'s subgraph with its key alone': { query: '{ thing { id } }', data: { thing: { id: 'n1' } }, planner: 'apollo' },
  'leaves other interfaces alone': { query: '{ ware { id ... on Bread { name } } }', data: { ware: { id: 'w1', name: 'Rye' } }, planner: 'apollo' },
});
