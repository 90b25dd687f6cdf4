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
  'leaves operations alone that do not select it': { query: '{ notes }', data: { notes: ['a'] } },
});

const BREADS = [{ __typename: 'Bread', id: 'w1', name: 'Rye' }];
describeGraph('an interface that no type implements, and an object for it that is not led to', [
  subgraph('wares', `
    type Query { ware: Ware node: Node alien: Node }
    interface Node @key(fields: "id") { id: ID! }
    interface Ware { id: ID! }
    type Bread implements Ware { id: ID! name: String }
  `, { Query: { ware: () => BREADS[0], node: () => null, alien: () => ({ __typename: 'Alien', id: 'n1' }) } }),
  subgraph('nodes', `
    type Query { thing: Node things: [Node!] }
    type Node @interfaceObject @key(fields: "id", resolvable: false) { id: ID! field: String }
  `, { Query: { thing: () => ({ id: 'n1', field: 'foo' }), things: () => [{ id: 'n1', field: 'foo' }] } }),
], {
  'is answered by the object\'s subgraph': { query: '{ thing { id field } }', data: { thing: { id: 'n1', field: 'foo' } }, planner: 'apollo' },
  'is answered by the object\'s subgraph with its key alone': { query: '{ thing { id } }', data: { thing: { id: 'n1' } }, planner: 'apollo' },
  'is answered by it in a list': { query: '{ things { field } }', data: { things: [{ field: 'foo' }] }, planner: 'apollo' },
  'is null where the interface\'s subgraph has none': { query: '{ node { id } }', data: { node: null }, planner: 'apollo' },
  'is null with an error where it is of no type': { query: '{ alien { id } ware { id } }', data: { alien: null, ware: { id: 'w1' } }, errors: ['INTERNAL_SERVER_ERROR alien'], planner: 'apollo' },
  'is null with an error where it is of no type, for the object\'s field': { query: '{ alien { field } ware { id } }', data: { alien: null, ware: { id: 'w1' } }, errors: ['INTERNAL_SERVER_ERROR alien'], planner: 'apollo' },
  'leaves other interfaces alone': { query: '{ ware { id ... on Bread { name } } }', data: { ware: { id: 'w1', name: 'Rye' } } },
});

const STAFF = [{ __typename: 'Clerk', id: 'e1', name: 'Ann', desk: 4 }, { __typename: 'Chief', id: 'e2', name: 'Ben', rank: 'A' }];
describeGraph('an object for an interface behind two others', [
  subgraph('staff', `
    type Query { staff: [Person!]! office: Office }
    interface Person @key(fields: "id") { id: ID! name: String }
    type Clerk implements Person @key(fields: "id") { id: ID! name: String desk: Int }
    type Chief implements Person @key(fields: "id") { id: ID! name: String rank: String }
    type Office { people: [[Person]] chief: Chief }
  `, {
    Query: { staff: () => STAFF, office: () => ({ people: [[STAFF[0]], [null, STAFF[1]]], chief: STAFF[1] }) },
    Person: { __resolveReference: findBy(STAFF, 'id') }, Clerk: { __resolveReference: findBy(STAFF, 'id') }, Chief: { __resolveReference: findBy(STAFF, 'id') },
  }),
  subgraph('pay', 'type Person @interfaceObject @key(fields: "id") { id: ID! pay: Int }', { Person: { pay: ({ id }) => (id === 'e1' ? 10 : 20) } }),
  subgraph('tax', `
    type Query { taxed: [Person] }
    type Person @interfaceObject @key(fields: "id") { id: ID! pay: Int @external tax: Int @requires(fields: "pay") slip: Slip }
    type Slip { of: Person sum(extra: Int = 0): Int }
  `, { Query: { taxed: () => [{ id: 'e2' }] }, Person: { tax: ({ pay }) => Number(pay) / 2, slip: ({ id }) => ({ of: { id }, total: 3 }) }, Slip: { sum: ({ total }, { extra }) => Number(total) + Number(extra) } }),
], {
  'gives what requires the other object\'s field': { query: '{ staff { name tax } }', data: { staff: [{ name: 'Ann', tax: 5 }, { name: 'Ben', tax: 10 }] }, planner: 'apollo' },
  'gives it from its own root': { query: '{ taxed { tax pay name } }', data: { taxed: [{ tax: 10, pay: 20, name: 'Ben' }] }, planner: 'apollo' },
  'gives it within lists of lists': { query: '{ office { people { pay ... on Chief { rank tax } } } }', data: { office: { people: [[{ pay: 10 }], [null, { pay: 20, rank: 'A', tax: 10 }]] } }, planner: 'apollo' },
  'gives it to one type': { query: '{ office { chief { pay tax slip { sum(extra: 4) } } } }', data: { office: { chief: { pay: 20, tax: 10, slip: { sum: 7 } } } }, planner: 'apollo' },
  'leads back to its interface': { query: '{ staff { slip { of { __typename name ... on Clerk { desk } } } } }', data: { staff: [{ slip: { of: { __typename: 'Clerk', name: 'Ann', desk: 4 } } }, { slip: { of: { __typename: 'Chief', name: 'Ben' } } }] }, planner: 'apollo' },
});

describeGraph('an interface that other subgraphs have as an object, and that a field of another type requires', [
  subgraph('cast', `
    type Query { plays: [Play!]! }
    interface Actor @key(fields: "id") { id: ID! }
    type Star implements Actor @key(fields: "id") { id: ID! }
    type Play @key(fields: "id") { id: ID! lead: Actor }
  `, {
    Query: { plays: () => [{ id: 'p1', lead: { __typename: 'Star', id: 'a1' } }, { id: 'p2', lead: null }] },
    Actor: { __resolveReference: ({ id }) => ({ __typename: 'Star', id }) },
  }),
  subgraph('fame', 'type Actor @interfaceObject @key(fields: "id") { id: ID! fame: Int }', { Actor: { fame: () => 8 } }),
  subgraph('tickets', `
    type Play @key(fields: "id") { id: ID! lead: Actor @external price: Int @requires(fields: "lead { fame }") seats: Int }
    type Actor @interfaceObject @key(fields: "id") { id: ID! fame: Int @external }
  `, { Play: { price: ({ lead }) => ((lead as { fame: number } | null)?.fame ?? 1) * 10, seats: () => 5 } }),
], {
  'is fetched for it, unseen': { query: '{ plays { price } }', data: { plays: [{ price: 80 }, { price: 10 }] }, planner: 'apollo' },
  'has Apollo\'s planner plan the rest too': { query: '{ plays { seats } }', data: { plays: [{ seats: 5 }, { seats: 5 }] }, planner: 'apollo' },
});
