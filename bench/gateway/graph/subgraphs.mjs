/** What the four subgraphs declare: the shape of an exchange's list, and a room's messages as they come. */
const federated = (sdl) => `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@tag"])\n${sdl}`;

export const SUBGRAPHS = {
  exchanges: federated(`
    type Query { exchanges(first: Int!, offset: Int!): [Exchange!]! }
    type Exchange @key(fields: "id") { id: ID! status: String! createdAt: String! expiresAt: String! proposer: User! receiver: User! offered: [Item!]! wanted: [Item!]! }
    type User @key(fields: "id", resolvable: false) { id: ID! }
    type Item @key(fields: "id", resolvable: false) { id: ID! }`),
  items: federated(`
    type Query { item(id: ID!): Item }
    type Item @key(fields: "id") { id: ID! title: String! description: String! condition: String! category: Category! photos: [Photo!]! owner: User! }
    type Category { id: ID! name: String! }
    type Photo { url: String! width: Int! height: Int! }
    type User @key(fields: "id", resolvable: false) { id: ID! }`),
  users: federated(`
    type Query { user(id: ID!): User }
    type User @key(fields: "id") { id: ID! @tag(name: "public") displayName: String! @tag(name: "public") handle: String! @tag(name: "public") avatarUrl: String! @tag(name: "public") town: String! @tag(name: "public") }`),
  chat: federated(`
    type Query { message(id: ID!): Message }
    type Subscription { messageSent(room: ID!, after: Int): Message! @tag(name: "public") }
    type Exchange @key(fields: "id") { id: ID! messages(last: Int!): [Message!]! }
    type Message { id: ID! @tag(name: "public") seq: Int! @tag(name: "public") text: String! @tag(name: "public") sentAt: String! @tag(name: "public") author: User! @tag(name: "public") }
    type User @key(fields: "id", resolvable: false) { id: ID! @tag(name: "public") }`),
};

/** A change that no operation sees: by it a supergraph becomes a new one. */
export const toHarmlessChange = (subgraphs) => ({ ...subgraphs, items: subgraphs.items.replace('condition: String!', 'condition: String! weightGrams: Int') });
