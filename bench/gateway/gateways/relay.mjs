import { WebSocket, WebSocketServer } from 'ws';

const ROOM = 'subscription($room: ID!) { messageSent(room: $room) { id seq text sentAt author { id } } }';

/**
 * Subscribers of rooms, with one socket upstream and one subscription there for each room. `pass` is called with what an event says, and is to call
 * `send` with the frame that all who subscribed to its room get. It reads of the protocol what these clients send, and checks nothing.
 */
export function relayRooms({ server, upstreamUrl, pass }) {
  const subscribers = new Map();
  const upstream = new WebSocket(upstreamUrl, 'graphql-transport-ws');
  upstream.on('open', () => upstream.send('{"type":"connection_init"}'));
  upstream.on('message', (data) => {
    const { type, id: room, payload } = JSON.parse(data);
    if (type === 'ping') upstream.send('{"type":"pong"}');
    if (type !== 'next') return;
    pass(payload, (frame) => {
      for (const socket of subscribers.get(room)) socket.send(frame, { binary: false });
    });
  });
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
        upstream.send(JSON.stringify({ id: room, type: 'subscribe', payload: { query: ROOM, variables: { room } } }));
      }
      subscribed.add(socket);
    });
    socket.on('close', () => subscribed?.delete(socket));
  });
}
