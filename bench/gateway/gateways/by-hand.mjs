// The floor: no gateway at all. A server written for the measured query, with Node's own HTTP: four requests to the subgraphs, each entity
// once, put together by name. It reads of a request its offset, and checks nothing. And for the measured subscription: for each event one
// request for its author.
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { Pool } from 'undici';
import { relayRooms } from './relay.mjs';

const [urls, port] = process.argv.slice(2);
const pools = Object.fromEntries(Object.entries(JSON.parse(urls)).map(([name, url]) => [name, { pool: new Pool(new URL(url).origin, { connections: 32 }), path: new URL(url).pathname }]));

const EXCHANGES = 'query($offset: Int!) { exchanges(first: 10, offset: $offset) { id status createdAt expiresAt proposer { id } receiver { id } offered { id } wanted { id } } }';
const toEntities = (selection) => `query($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`;
const ITEMS = toEntities('... on Item { id title condition category { id name } photos { url } owner { id } }');
const MESSAGES = toEntities('... on Exchange { messages(last: 4) { id text sentAt author { id } } }');
const USERS = toEntities('... on User { id displayName handle }');
const AUTHORS = toEntities('... on User { id displayName handle avatarUrl town }');

function ask(name, query, variables) {
  const { pool, path } = pools[name];
  return new Promise((resolve, reject) => {
    const chunks = [];
    pool.dispatch(
      { method: 'POST', path, headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify({ query, variables }) },
      {
        onRequestStart: () => undefined,
        onResponseStart: () => undefined,
        onResponseData: (_controller, chunk) => void chunks.push(chunk),
        onResponseEnd: () => resolve(JSON.parse(Buffer.concat(chunks).toString()).data),
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}

/** Entities by id, each asked for once. */
async function load(name, typeName, query, ids) {
  const asked = [...new Set(ids)];
  const { _entities } = await ask(name, query, { representations: asked.map((id) => ({ __typename: typeName, id })) });
  return new Map(asked.map((id, index) => [id, _entities[index]]));
}

async function readExchanges(offset) {
  const { exchanges } = await ask('exchanges', EXCHANGES, { offset });
  const [items, talks] = await Promise.all([
    load('items', 'Item', ITEMS, exchanges.flatMap(({ offered, wanted }) => [...offered, ...wanted].map(({ id }) => id))),
    load('chat', 'Exchange', MESSAGES, exchanges.map(({ id }) => id)),
  ]);
  const people = [...exchanges.flatMap(({ proposer, receiver }) => [proposer, receiver]), ...[...items.values()].map(({ owner }) => owner), ...[...talks.values()].flatMap(({ messages }) => messages.map(({ author }) => author))];
  const users = await load('users', 'User', USERS, people.map(({ id }) => id));
  for (const item of items.values()) item.owner = users.get(item.owner.id);
  for (const exchange of exchanges) {
    exchange.proposer = users.get(exchange.proposer.id);
    exchange.receiver = users.get(exchange.receiver.id);
    exchange.offered = exchange.offered.map(({ id }) => items.get(id));
    exchange.wanted = exchange.wanted.map(({ id }) => items.get(id));
    ({ messages: exchange.messages } = talks.get(exchange.id));
    for (const message of exchange.messages) message.author = users.get(message.author.id);
  }
  return { data: { exchanges } };
}

const server = createServer(async (request, response) => {
  const { variables } = await json(request);
  const text = JSON.stringify(variables ? await readExchanges(variables.offset) : { data: {} });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
});

relayRooms({
  server,
  upstreamUrl: JSON.parse(urls).chat.replace('http', 'ws'),
  async pass(payload, send) {
    const { messageSent } = payload.data;
    messageSent.author = (await load('users', 'User', AUTHORS, [messageSent.author.id])).get(messageSent.author.id);
    send(Buffer.from(JSON.stringify({ id: '1', type: 'next', payload })));
  },
});
server.listen(Number(port), '127.0.0.1');
process.on('SIGTERM', () => process.exit());
