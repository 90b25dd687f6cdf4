// The floor: no gateway at all. One socket upstream with a subscription for each room, and each event sent on as one frame
// of a gateway's size, made once for all who subscribed. It reads of the protocol what these clients send, and checks nothing.
import { createServer } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';

const [upstreamUrl, port, frameBytes] = process.argv.slice(2);
const QUERY = 'subscription($room: ID!) { messageSent(room: $room) { id seq text sentAt author { id } } }';
const subscribers = new Map();

const upstream = new WebSocket(upstreamUrl, 'graphql-transport-ws');
upstream.on('open', () => upstream.send('{"type":"connection_init"}'));
upstream.on('message', (data) => {
  const { type, id, payload } = JSON.parse(data);
  if (type === 'ping') upstream.send('{"type":"pong"}');
  if (type !== 'next') return;
  const message = JSON.stringify({ id: '1', type, payload: { ...payload, pad: '' } });
  const frame = Buffer.from(message.replace('"pad":""', `"pad":"${'-'.repeat(Math.max(0, Number(frameBytes) - message.length))}"`));
  for (const socket of subscribers.get(id)) socket.send(frame, { binary: false });
});

const server = createServer((_request, response) => response.end());
new WebSocketServer({ server, maxPayload: 65_536 }).on('connection', (socket) => {
  let subscribed;
  socket.on('message', (data) => {
    const { type, payload } = JSON.parse(data);
    if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
    if (type !== 'subscribe') return;
    const { room } = payload.variables;
    subscribed = subscribers.get(room);
    if (!subscribed) {
      subscribers.set(room, (subscribed = new Set()));
      upstream.send(JSON.stringify({ id: room, type: 'subscribe', payload: { query: QUERY, variables: { room } } }));
    }
    subscribed.add(socket);
  });
  socket.on('close', () => subscribed?.delete(socket));
});
server.listen(Number(port), '127.0.0.1');
process.on('SIGTERM', () => process.exit());
