import { isDeepStrictEqual } from 'node:util';
import { WebSocket } from 'ws';
import { toRoomMessage } from '../graph/data.mjs';
import { toRoomSubscription } from '../graph/operations.mjs';

/** What the answer to a room's event must be. */
export function toExpectedEvent(room, seq) {
  const { __typename: _message, author: { __typename: _user, ...author }, ...message } = toRoomMessage(room, seq);
  return { data: { messageSent: { ...message, author } } };
}

/** How long that is as a frame's text. */
export const toFrameBytes = (room) => Buffer.byteLength(JSON.stringify({ id: '1', type: 'next', payload: toExpectedEvent(room, 100) }));

// All subscribers of a room get the same text: it is looked into once.
const verified = new Map();
function verify(room, seq, text) {
  if (verified.get(room) === text) return true;
  const { payload } = JSON.parse(text);
  const { data, errors } = payload;
  if (errors || !isDeepStrictEqual({ data }, toExpectedEvent(room, seq))) return false;
  verified.set(room, text);
  return true;
}

/**
 * One client with one subscription, over graphql-transport-ws. `seen`: how many events came; `counts`: what went wrong with
 * them; `faults`: the first of that, as text. `checks`: whether what an event says is looked into, not its number alone.
 */
export function subscribe(socketUrl, { room, after, localAddress, checks = true, onEvent = () => undefined }) {
  const socket = new WebSocket(socketUrl, 'graphql-transport-ws', { localAddress, perMessageDeflate: false, skipUTF8Validation: true });
  const client = { room, last: after ?? null, seen: 0, counts: { lost: 0, repeated: 0, wrong: 0, ended: 0 }, faults: [], acknowledged: null, socket };
  const fail = (kind, what, count = 1) => {
    client.counts[kind] += count;
    if (client.faults.length < 5) client.faults.push(`${room} after ${client.last}: ${kind}, ${what}`);
  };
  let isLeaving = false;
  client.acknowledged = new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data) => {
      const text = data.toString();
      const seq = Number(/"seq":(\d+)/.exec(text)?.[1]);
      if (!Number.isNaN(seq)) {
        if (client.last !== null && seq <= client.last) fail('repeated', `got ${seq}`);
        if (client.last !== null && seq > client.last + 1) fail('lost', `got ${seq}`, seq - client.last - 1);
        if (checks && !verify(room, seq, text)) fail('wrong', `got ${text.slice(0, 300)}`);
        client.last = Math.max(client.last ?? 0, seq);
        client.seen += 1;
        return onEvent(client);
      }
      const { type } = JSON.parse(text);
      if (type === 'connection_ack') {
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: toRoomSubscription(room, after) }));
        resolve();
      } else if (type === 'ping') socket.send('{"type":"pong"}');
      else if (type !== 'pong') fail(type === 'next' ? 'wrong' : 'ended', text.slice(0, 300));
    });
    socket.on('close', (code) => {
      reject(new Error(`Closed with ${code}`));
      if (!isLeaving) fail('ended', `closed with ${code}`);
    });
  });
  client.leave = () => {
    isLeaving = true;
    socket.terminate();
  };
  return client;
}

/** Opens all of them, a few at a time, so that no backlog of connections overflows. */
export async function subscribeAll(socketUrl, wanted) {
  const clients = [];
  for (let start = 0; start < wanted.length; start += 50) {
    const some = wanted.slice(start, start + 50).map((options) => subscribe(socketUrl, options));
    await Promise.all(some.map(({ acknowledged }) => acknowledged));
    clients.push(...some);
  }
  return clients;
}
