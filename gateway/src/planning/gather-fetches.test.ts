import { createGraphCases } from '../execution/federation/testing/federation-cases.js';
import type { LocalSubgraph } from '../execution/testing/local-graph.js';

/** Which shop a person has. */
const SHOP_OF: Record<string, string> = { ann: 's1', ben: 's2' };
const GRAPH: readonly LocalSubgraph[] = [
  {
    name: 'posts',
    sdl: `
      type Query { posts: [Post!]! }
      type Mutation { write: Post! }
      type Post { by: User! item: Item! }
      type User @key(fields: "id", resolvable: false) { id: ID! }
      type Item @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Query: { posts: () => [{ by: { id: 'ann' }, item: { id: 'i1' } }, { by: { id: 'ben' }, item: { id: 'i1' } }] },
      Mutation: { write: () => ({ by: { id: 'ann' }, item: { id: 'i1' } }) },
    },
  },
  {
    name: 'items',
    sdl: 'type Mutation { sell: Item! } type Item @key(fields: "id") { id: ID! seller: User! } type User @key(fields: "id", resolvable: false) { id: ID! }',
    resolvers: { Mutation: { sell: () => ({ id: 'i2', seller: { id: 'ben' } }) }, Item: { __resolveReference: ({ id }) => ({ id, seller: { id: 'ann' } }) } },
  },
  {
    name: 'users',
    sdl: 'type User @key(fields: "id") { id: ID! name: String! shop: Shop! } type Shop @key(fields: "id", resolvable: false) { id: ID! }',
    resolvers: { User: { __resolveReference: ({ id }) => ({ id, name: `User ${String(id)}`, shop: { id: SHOP_OF[String(id)] } }) } },
  },
  {
    name: 'shops',
    sdl: 'type Shop @key(fields: "id") { id: ID! owner: User! } type User @key(fields: "id", resolvable: false) { id: ID! }',
    resolvers: { Shop: { __resolveReference: ({ id }) => ({ id, owner: { id: id === 's1' ? 'ben' : 'ann' } }) } },
  },
];

createGraphCases()('equal requests to one subgraph', GRAPH, {
  'for entities of several places go together, when the last of them are known': {
    query: '{ posts { by { name } item { seller { name } } } }',
    data: { posts: ['ann', 'ben'].map((id) => ({ by: { name: `User ${id}` }, item: { seller: { name: 'User ann' } } })) },
    asked: ['posts', 'items', 'users'],
  },
  'are two where another subgraph needs what the first brings': {
    query: '{ posts { by { shop { owner { shop { __typename id } } } } } }',
    data: { posts: ['s2', 's1'].map((id) => ({ by: { shop: { owner: { shop: { __typename: 'Shop', id } } } } })) },
    asked: ['posts', 'users', 'shops', 'users'],
  },
  'are two where what goes with the later one needs what the first brings': {
    query: '{ posts { by { name shop { owner { name } } } item { seller { name shop { __typename id } } } } }',
    data: { posts: [['ann', 'ben'], ['ben', 'ann']].map(([by, owner]) => ({ by: { name: `User ${by}`, shop: { owner: { name: `User ${owner}` } } }, item: { seller: { name: 'User ann', shop: { __typename: 'Shop', id: 's1' } } } })) },
    asked: ['posts', 'users', 'items', 'users', 'shops', 'users'],
  },
  'stay on their side of the next field of a mutation': {
    query: 'mutation { write { by { name } } sell { seller { name } } }',
    data: { write: { by: { name: 'User ann' } }, sell: { seller: { name: 'User ben' } } },
    asked: ['posts', 'users', 'items', 'users'],
  },
});
