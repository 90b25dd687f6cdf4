import { GraphQLError } from 'graphql';
import type { LocalSubgraph } from './local-graph.js';

/** A small shop, for what one wants to see with few words. */

const PRODUCTS = [
  { id: 'p1', name: 'Chair', price: 30, weight: 5 },
  { id: 'p2', name: 'Table', price: 90, weight: null },
  { id: 'p3', name: 'Lamp', price: 12, weight: 1 },
];

export const catalog: LocalSubgraph = {
  name: 'catalog',
  sdl: `
    type Query { products(first: Int = 3): [Product!]! product(id: ID!): Product offers: [Offer!]! cheapest: Product! shop: Shop }
    type Mutation { addProduct(name: String!): Product closeShop: Boolean }
    type Product @key(fields: "id") { id: ID! name: String! price: Int! weight: Int }
    union Offer = Sale | Gift
    type Sale { product: Product! label: Int! }
    type Gift { product: Product! title: String! label: String! }
    type Shop { id: ID! city: String! floor: Int }
  `,
  resolvers: {
    Query: {
      products: (_, { first }) => PRODUCTS.slice(0, Number(first)),
      product: (_, { id }) => PRODUCTS.find((product) => product.id === id) ?? null,
      offers: () => [{ __typename: 'Sale', product: PRODUCTS[0], label: 20 }, { __typename: 'Gift', product: PRODUCTS[2], title: 'Free', label: 'Spring' }],
      cheapest: () => PRODUCTS[2],
      shop: () => ({ id: 's1', city: 'Lyon', floor: 2 }),
    },
    Mutation: { addProduct: (_, { name }) => ({ ...PRODUCTS[0], name }), closeShop: () => true },
    Product: { __resolveReference: ({ id }) => PRODUCTS.find((product) => product.id === id) ?? null },
  },
};

export const stock: LocalSubgraph = {
  name: 'stock',
  sdl: `
    type Query { nearlyGone: [Product!]! }
    type Mutation { order(product: ID!): Product }
    type Subscription { stockChanged(from: Int! = 1): Product restocked: Product sales: Product! }
    type Product @key(fields: "id") {
      id: ID! price: Int! @external weight: Int @external
      inStock: Int
      shelf: String!
      postage(express: Boolean = false): Int @requires(fields: "price weight")
    }
  `,
  resolvers: {
    Query: { nearlyGone: () => [{ id: 'p1' }, { id: 'p-gone' }, { id: 'p1' }] },
    Mutation: { order: (_, { product }) => ({ id: product }) },
    Subscription: {
      stockChanged: {
        async* subscribe(_: unknown, { from }) {
          for (let number = Number(from); number <= 3; number += 1) yield { stockChanged: { id: `p${number}` } };
        },
      },
      restocked: { async* subscribe() { yield { restocked: { id: 'p1' } }; } },
      sales: { subscribe: () => { throw new GraphQLError('Not for you.', { extensions: { code: 'FORBIDDEN', stacktrace: ['at stock.internal:4001'] } }); } },
    },
    Product: {
      inStock: ({ id }) => {
        if (id === 'p2') throw new GraphQLError('Counting.', { extensions: { code: 'RATE_LIMITED', host: 'stock.internal' } });
        return Number(String(id).slice(1));
      },
      shelf: ({ id }) => `shelf of ${String(id)}`,
      postage: ({ price, weight }, { express }) => Number(price) + Number(weight ?? 100) + (express ? 1000 : 0),
    },
  },
};

export const reviews: LocalSubgraph = {
  name: 'reviews',
  sdl: `
    type Query { latestReview: Review }
    type Product @key(fields: "id") { id: ID! reviews: [Review!] stars: Float! }
    type Review { text: String! author: User mustHaveAuthor: User! }
    type User @key(fields: "id", resolvable: false) { id: ID! }
  `,
  resolvers: {
    Query: { latestReview: () => ({ text: 'Good', authorId: 'u1' }) },
    Product: {
      reviews: () => [{ text: 'Good', authorId: 'u1' }, { text: 'Bad', authorId: 'u2' }, { text: 'Fair', authorId: 'u1' }],
      stars: () => 4.5,
    },
    Review: { author: ({ authorId }) => ({ id: authorId }), mustHaveAuthor: ({ authorId }) => ({ id: authorId }) },
  },
};

export const users: LocalSubgraph = {
  name: 'users',
  sdl: `
    type Query { me: User }
    type Mutation { greet(name: String!): String }
    type User @key(fields: "id") { id: ID! name: String! badges(kinds: [String!] = ["gold"], representations: [ID!]): [String!] email: String }
  `,
  resolvers: {
    Query: { me: () => ({ id: 'u1' }) },
    Mutation: { greet: (_, { name }) => `Hello ${String(name)}` },
    User: {
      __resolveReference: ({ id }) => (id === 'u1' ? { id } : null),
      name: ({ id }) => `User ${String(id)}`,
      email: () => { throw new GraphQLError('Private.', { extensions: { code: 'FORBIDDEN' } }); },
      badges: (_, { kinds, representations }) => [...kinds as string[], ...(representations as string[] | undefined) ?? []],
    },
  },
};

export const SHOP: readonly LocalSubgraph[] = [catalog, stock, reviews, users];
