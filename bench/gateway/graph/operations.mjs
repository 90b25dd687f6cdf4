import { WINDOWS } from './data.mjs';

const USER = 'id displayName handle avatarUrl town';
const ITEM = 'id title condition category { id name } photos { url } owner { id displayName handle }';
const EXCHANGE = `id status createdAt expiresAt proposer { id displayName handle } receiver { id displayName handle } offered { ${ITEM} } wanted { ${ITEM} } messages(last: 4) { id text sentAt author { id displayName handle } }`;

const toQuery = (body) => `query Exchanges($offset: Int!) { ${body} }`;
const QUERY = toQuery(`exchanges(first: 10, offset: $offset) { ${EXCHANGE} }`);

/** The measured query: 10 exchanges with items, owners and messages, from the exchange of this number on. */
export const toExchangesRequest = (n) => ({ query: QUERY, operationName: 'Exchanges', variables: { offset: n % WINDOWS } });

/** The same under a name that nobody has asked by: no cache can help. */
export const toUnseenRequest = (name) => ({ query: toQuery(`${name}: exchanges(first: 10, offset: $offset) { ${EXCHANGE} }`), operationName: 'Exchanges', variables: { offset: 0 } });

/** One that asks for it `times` over: about 85 tokens and 10 fetches for each. */
export const toLargeUnseenRequest = (name, times) => ({
  query: toQuery(Array.from({ length: times }, (_, n) => `${name}_${n}: exchanges(first: 1, offset: $offset) { ${EXCHANGE} }`).join(' ')),
  operationName: 'Exchanges',
  variables: { offset: 0 },
});

/** A room's messages as they come, their author from a second subgraph. */
export const toRoomSubscription = (room, after) => ({
  query: `subscription Room($room: ID!, $after: Int) { messageSent(room: $room, after: $after) { id seq text sentAt author { ${USER} } } }`,
  operationName: 'Room',
  variables: after === undefined ? { room } : { room, after },
});
