import { createGraphCases, findBy, subgraph } from './testing/federation-cases.js';

const describeGraph = createGraphCases();

const FILMS = [{ id: 'f1', title: 'Alien', year: 1979, studio: { name: 'Fox', city: 'LA' } }];
describeGraph('fields that a subgraph provides on one way only', [
  subgraph('films', 'type Query { film: Film } type Film @key(fields: "id") { id: ID! title: String @shareable year: Int studio: Studio @shareable } type Studio @shareable { name: String city: String }', {
    Query: { film: () => FILMS[0] }, Film: { __resolveReference: findBy(FILMS, 'id') },
  }),
  subgraph('awards', `
    type Query { winner: Film @provides(fields: "title studio { name }") loser: Film }
    type Film @key(fields: "id") { id: ID! title: String @external studio: Studio @external prize: String sequel: Film }
    type Studio { name: String @external }
  `, {
    Query: { winner: () => ({ id: 'f1', title: 'Alien (prized)', studio: { name: 'Fox (prized)' } }), loser: () => ({ id: 'f1', title: 'not to be read' }) },
    Film: { prize: () => 'Oscar', sequel: () => ({ id: 'f1', title: 'not to be read' }) },
  }),
], {
  'are taken from it there': { query: '{ winner { title prize } }', data: { winner: { title: 'Alien (prized)', prize: 'Oscar' } }, asked: ['awards'] },
  'are taken from it within an object': { query: '{ winner { studio { name } } }', data: { winner: { studio: { name: 'Fox (prized)' } } }, asked: ['awards'] },
  'are taken from their owner elsewhere': { query: '{ loser { title prize } }', data: { loser: { title: 'Alien', prize: 'Oscar' } }, asked: ['awards', 'films'] },
  'come beside what it does not provide': { query: '{ winner { title year } }', data: { winner: { title: 'Alien (prized)', year: 1979 } }, asked: ['awards', 'films'] },
  'are taken from their owner further on': { query: '{ winner { title sequel { title } } }', data: { winner: { title: 'Alien (prized)', sequel: { title: 'Alien' } } }, asked: ['awards', 'films'] },
  'come on both ways in one operation': { query: '{ winner { title } loser { title } }', data: { winner: { title: 'Alien (prized)' }, loser: { title: 'Alien' } } },
});

const ANIMALS = [{ __typename: 'Cat', id: 'a1', name: 'Tom', age: 3 }, { __typename: 'Dog', id: 'a2', name: 'Rex', age: 5 }];
describeGraph('fields that are provided on an interface\'s and a union\'s types', [
  subgraph('animals', `
    type Query { animals: [Animal!]! }
    interface Animal { id: ID! name: String }
    type Cat implements Animal @key(fields: "id") { id: ID! name: String @shareable age: Int }
    type Dog implements Animal @key(fields: "id") { id: ID! name: String @shareable age: Int }
  `, { Query: { animals: () => ANIMALS }, Cat: { __resolveReference: findBy(ANIMALS, 'id') }, Dog: { __resolveReference: findBy(ANIMALS, 'id') } }),
  subgraph('shows', `
    type Query { stars: [Animal] @provides(fields: "... on Cat { name }") extras: [Extra] @provides(fields: "... on Dog { name }") }
    union Extra = Cat | Dog
    interface Animal { id: ID! }
    type Cat implements Animal @key(fields: "id") { id: ID! name: String @external }
    type Dog implements Animal @key(fields: "id") { id: ID! name: String @external }
  `, { Query: {
    stars: () => ANIMALS.map(({ __typename, id }) => ({ __typename, id, name: `star ${id}` })),
    extras: () => ANIMALS.map(({ __typename, id }) => ({ __typename, id, name: `extra ${id}` })),
  } }),
], {
  'are taken from it for the types that it provides': {
    query: '{ stars { __typename ... on Cat { name } ... on Dog { name } } }',
    data: { stars: [{ __typename: 'Cat', name: 'star a1' }, { __typename: 'Dog', name: 'Rex' }] },
  },
  'are taken from it for one type alone': { query: '{ stars { ... on Cat { name } } }', data: { stars: [{ name: 'star a1' }, {}] }, asked: ['shows'] },
  'are taken from it for the members that it provides': {
    query: '{ extras { ... on Cat { name } ... on Dog { name } } }', data: { extras: [{ name: 'Tom' }, { name: 'extra a2' }] },
  },
  'come beside what it does not provide': { query: '{ extras { ... on Dog { age name } } }', data: { extras: [{}, { age: 5, name: 'extra a2' }] } },
});

const GROUPS = [{ id: 'g1', title: 'Tools' }, { id: 'g2', title: 'Saws' }];
describeGraph('fields that are provided within lists of lists of entities', [
  subgraph('tree', `
    type Query { shelves: [Shelf] @provides(fields: "groups { id title parts { id title } }") }
    type Shelf @key(fields: "id") { id: ID! groups: [Group] @external }
    type Group @key(fields: "id") { id: ID! title: String @external parts: [Group] @external }
  `, { Query: { shelves: () => [{ id: 's1', groups: [{ id: 'g1', title: 'tools', parts: [{ id: 'g2', title: 'saws' }] }] }] } }),
  subgraph('groups', `
    type Shelf @key(fields: "id") { id: ID! groups: [Group] @shareable }
    type Group @key(fields: "id") { id: ID! title: String @shareable parts: [Group] @shareable hint: String }
  `, {
    Shelf: { groups: () => [GROUPS[0]] },
    Group: { __resolveReference: findBy(GROUPS, 'id'), parts: () => [GROUPS[1]], hint: ({ id }) => `hint ${String(id)}` },
  }),
], {
  'are taken from it': { query: '{ shelves { groups { title parts { title } } } }', data: { shelves: [{ groups: [{ title: 'tools', parts: [{ title: 'saws' }] }] }] }, asked: ['tree'], planner: 'apollo' },
  'are taken from their owner beyond': {
    query: '{ shelves { groups { parts { title hint parts { title } } } } }', data: { shelves: [{ groups: [{ parts: [{ title: 'saws', hint: 'hint g2', parts: [{ title: 'Saws' }] }] }] }] }, planner: 'apollo',
  },
});
