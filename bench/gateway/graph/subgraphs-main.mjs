// The process that all four subgraphs run in: fast, and right for whatever a planner asks of them. Tells its parent their addresses.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { buildASTSchema, execute, Kind, parse, subscribe } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { roots } from './data.mjs';
import { createRooms } from './rooms.mjs';
import { SUBGRAPHS } from './subgraphs.mjs';

const MAX_KEPT = 20_000;
const rooms = createRooms();
/** Whether answers are kept by the request's bytes. Not while cold requests are measured: a warm one would find its answers here. */
let keepsAnswers = true;

function toSchema(sdl) {
  const document = parse(sdl);
  const entities = document.definitions.filter(({ kind, directives }) => kind === Kind.OBJECT_TYPE_DEFINITION && directives.some(({ name, arguments: given }) => name.value === 'key' && given.length === 1));
  const union = entities.length > 0 ? `union _Entity = ${entities.map(({ name }) => name.value).join(' | ')}` : '';
  const field = entities.length > 0 ? '_entities(representations: [_Any!]!): [_Entity]!' : '_none: Int';
  const served = document.definitions.filter(({ kind }) => kind !== Kind.SCHEMA_EXTENSION);
  const more = parse(`scalar _Any ${union} extend type Query { ${field} }`).definitions;
  return buildASTSchema({ kind: Kind.DOCUMENT, definitions: [...served, ...more.filter(({ kind }) => kind !== Kind.OBJECT_TYPE_EXTENSION)].map((node) => withFields(node, more)) }, { assumeValidSDL: true });
}

function withFields(node, more) {
  const extension = more.find(({ kind, name }) => kind === Kind.OBJECT_TYPE_EXTENSION && name.value === node.name?.value);
  return extension && node.kind === Kind.OBJECT_TYPE_DEFINITION ? { ...node, fields: [...node.fields, ...extension.fields] } : node;
}

function createSubgraph(schema) {
  const answers = new Map();
  const documents = new Map();
  const toDocument = (query) => {
    const document = documents.get(query) ?? parse(query, { noLocation: true });
    if (documents.size < MAX_KEPT) documents.set(query, document);
    return document;
  };
  const answer = async (body) => {
    const key = body.toString('latin1');
    const kept = keepsAnswers ? answers.get(key) : undefined;
    if (kept) return kept;
    const { query, variables, operationName } = JSON.parse(body);
    const document = keepsAnswers ? toDocument(query) : parse(query, { noLocation: true });
    const made = Buffer.from(JSON.stringify(await execute({ schema, document, variableValues: variables, operationName, rootValue: roots })));
    if (keepsAnswers && answers.size < MAX_KEPT) answers.set(key, made);
    return made;
  };
  return {
    answer,
    toArguments: ({ query, variables, operationName }) => ({ schema, document: toDocument(query), variableValues: variables, operationName, rootValue: { messageSent: rooms.open } }),
  };
}

async function serve(sdl) {
  const { answer, toArguments } = createSubgraph(toSchema(sdl));
  const server = createServer(async (request, response) => {
    const made = await answer(await buffer(request)).catch((error) => Buffer.from(JSON.stringify({ errors: [{ message: error.message }] })));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': made.length }).end(made);
  });
  server.keepAliveTimeout = 120_000;
  useServer({ onSubscribe: (_context, _id, payload) => toArguments(payload), subscribe, execute }, new WebSocketServer({ server, path: '/graphql' }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${server.address().port}/graphql`;
}

const COMMANDS = {
  emit: (names) => names.map(rooms.emit),
  keepAnswers: (keeps) => void (keepsAnswers = keeps),
  countSubscribers: () => rooms.countSubscribers(),
};
process.on('message', ({ id, command, argument }) => process.send({ id, result: COMMANDS[command](argument) ?? null }));
process.on('disconnect', () => process.exit());

const urls = {};
for (const [name, sdl] of Object.entries(SUBGRAPHS)) urls[name] = await serve(sdl);
process.send({ ready: urls });
