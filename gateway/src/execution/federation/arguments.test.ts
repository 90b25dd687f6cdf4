import { createGraphCases, subgraph } from './testing/federation-cases.js';

const describeGraph = createGraphCases();

const echo = (_: unknown, args: Record<string, unknown>) => JSON.stringify(args);
describeGraph('arguments', [
  subgraph('one', `
    type Query { thing: Thing echo(text: String = "none", list: [Int], nested: [[Int!]], kind: Kind, filter: Filter, id: ID, flag: Boolean! = true, amount: Float): String }
    enum Kind { BIG SMALL }
    input Filter { kinds: [Kind!] = [BIG] range: Range by: String }
    input Range { from: Int! = 1 to: Int }
    type Thing @key(fields: "id") { id: ID! name(upper: Boolean): String }
  `, { Query: { thing: () => ({ id: 't1' }), echo }, Thing: { name: (_, { upper }) => (upper ? 'THING' : 'thing') } }),
  subgraph('two', `
    enum Kind { BIG SMALL }
    input Range { from: Int! = 1 to: Int }
    type Thing @key(fields: "id") { id: ID! say(text: String = "hi", list: [Kind!], range: Range, representations: String): String size(kind: Kind! = SMALL): Int }
  `, { Thing: { say: echo, size: (_, { kind }) => (kind === 'BIG' ? 10 : 1) } }),
], {
  'have their defaults': { query: '{ echo }', data: { echo: '{"text":"none","flag":true}' } },
  'may be null': { query: '{ echo(text: null, list: null) }', data: { echo: '{"text":null,"list":null,"flag":true}' } },
  'may be lists of lists': { query: '{ echo(list: [1, null], nested: [[1, 2], null]) }', data: { echo: '{"text":"none","list":[1,null],"nested":[[1,2],null],"flag":true}' } },
  'may be one for a list': { query: '{ echo(list: 1) }', data: { echo: '{"text":"none","list":[1],"flag":true}' } },
  'may be input objects with defaults within': { query: '{ echo(filter: { range: { to: 3 } }) }', data: { echo: '{"text":"none","filter":{"kinds":["BIG"],"range":{"from":1,"to":3}},"flag":true}' } },
  'are given by variables': {
    query: 'query ($text: String, $list: [Int] = [7], $kind: Kind, $filter: Filter, $amount: Float) { echo(text: $text, list: $list, kind: $kind, filter: $filter, amount: $amount) }',
    variables: { kind: 'BIG', filter: { by: 'x', kinds: ['SMALL'] }, amount: 1 },
    data: { echo: '{"text":"none","list":[7],"kind":"BIG","filter":{"kinds":["SMALL"],"by":"x"},"flag":true,"amount":1}' },
  },
  'are given by variables within': {
    query: 'query ($to: Int, $kind: Kind!) { echo(list: [$to, 2], filter: { kinds: [$kind], range: { to: $to } }) thing { say(range: { to: $to }, list: [$kind]) } }', variables: { to: 5, kind: 'SMALL' },
    data: { echo: '{"text":"none","list":[5,2],"filter":{"kinds":["SMALL"],"range":{"from":1,"to":5}},"flag":true}', thing: { say: '{"text":"hi","list":["SMALL"],"range":{"from":1,"to":5}}' } },
  },
  'keep null and nothing apart': {
    query: 'query ($a: String, $b: String) { a: echo(text: $a) b: echo(text: $b) }', variables: { a: null }, data: { a: '{"text":null,"flag":true}', b: '{"text":"none","flag":true}' },
  },
  'are given to an entity\'s fields in another subgraph': { query: '{ thing { say(text: "x", list: [BIG]) size(kind: BIG) } }', data: { thing: { say: '{"text":"x","list":["BIG"]}', size: 10 } } },
  'differ for two names of one field': { query: '{ thing { size small: size(kind: SMALL) big: size(kind: BIG) name loud: name(upper: true) } }', data: { thing: { size: 1, small: 1, big: 10, name: 'thing', loud: 'THING' } } },
  'differ for two names of one object': { query: '{ a: thing { say(text: "a") } b: thing { say(text: "b") } }', data: { a: { say: '{"text":"a"}' }, b: { say: '{"text":"b"}' } } },
  'may have a planner\'s name': {
    query: 'query ($representations: String, $__batch_reps_0: String) { thing { say(representations: $representations, text: $__batch_reps_0) } }', variables: { representations: 'r', __batch_reps_0: 'b' },
    data: { thing: { say: '{"text":"b","representations":"r"}' } },
  },
  'are kept with quotes and line ends': { query: '{ echo(text: "a \\"b\\" \\n ü") thing { say(text: """x "y" \nz""") } }', data: { echo: '{"text":"a \\"b\\" \\n ü","flag":true}', thing: { say: '{"text":"x \\"y\\" \\nz"}' } } },
});

const LAMPS = [{ id: 'l1', state: 'ON', mode: 'DIM' }, { id: 'l2', state: 'BROKEN', mode: 'DIM' }];
describeGraph('enums and input objects that differ per subgraph', [
  subgraph('hall', `
    type Query { lamps: [Lamp] find(where: Where, state: Asked): String }
    type Lamp @key(fields: "id") { id: ID! state: State }
    enum State { ON OFF }
    enum Asked { ON OFF HALL }
    input Where { room: String level: Int hall: Boolean }
  `, { Query: { lamps: () => [{ id: 'l1', state: 'ON' }, { id: 'l2', state: 'OFF' }], find: echo } }),
  subgraph('attic', `
    type Lamp @key(fields: "id") { id: ID! deep: State match(where: Where, state: Asked): String }
    enum State { ON OFF BROKEN }
    enum Asked { ON OFF ATTIC }
    input Where { room: String level: Int attic: Boolean }
  `, { Lamp: { deep: ({ id }) => LAMPS.find((lamp) => lamp.id === id)?.state, match: echo } }),
], {
  'give each value that one of them gives': { query: '{ lamps { state deep } }', data: { lamps: [{ state: 'ON', deep: 'ON' }, { state: 'OFF', deep: 'BROKEN' }] } },
  'take what all of them take': {
    query: 'query ($where: Where) { find(where: $where, state: OFF) lamps { match(where: $where, state: ON) } }', variables: { where: { room: 'r' } },
    data: { find: '{"where":{"room":"r"},"state":"OFF"}', lamps: Array(2).fill({ match: '{"where":{"room":"r"},"state":"ON"}' }) },
  },
  'show what is given, and only what all take': {
    query: '{ state: __type(name: "State") { enumValues { name } } asked: __type(name: "Asked") { enumValues { name } } where: __type(name: "Where") { inputFields { name } } }',
    data: { state: { enumValues: [{ name: 'ON' }, { name: 'OFF' }, { name: 'BROKEN' }] }, asked: { enumValues: [{ name: 'ON' }, { name: 'OFF' }] }, where: { inputFields: [{ name: 'room' }, { name: 'level' }] } },
  },
});

describeGraph('scalars of its own', [
  subgraph('when', 'scalar Json scalar Day type Query { day(of: Day): Day json(of: Json): Json log: Log } type Log @key(fields: "day") { day: Day! json: Json }', {
    Query: { day: (_, { of }) => of ?? '2020-01-01', json: (_, { of }) => of ?? { a: [1, { b: null }] }, log: () => ({ day: '2021-02-03', json: { id: 'not a key', __typename: 'Nothing' } }) },
  }),
  subgraph('logs', 'scalar Day scalar Json type Log @key(fields: "day") { day: Day! json: Json @external text: String @requires(fields: "json") }', { Log: { text: ({ day, json }) => `${String(day)} ${JSON.stringify(json)}` } }),
], {
  'are given as they are': { query: '{ json day }', data: { json: { a: [1, { b: null }] }, day: '2020-01-01' } },
  'are taken as they are': { query: 'query ($of: Json, $day: Day) { json(of: $of) day(of: $day) }', variables: { of: [{ x: '1' }, 2], day: 'd' }, data: { json: [{ x: '1' }, 2], day: 'd' } },
  'are taken as literals': { query: '{ json(of: { x: [1, "2", null, true] }) }', data: { json: { x: [1, '2', null, true] } } },
  'are keys, and required': { query: '{ log { text } }', data: { log: { text: '2021-02-03 {"id":"not a key","__typename":"Nothing"}' } } },
});
