// The floor of what is live: no gateway at all. Each event is sent on as one frame of a gateway's size, made once for all who subscribed.
import { createServer } from 'node:http';
import { relayRooms } from './relay.mjs';

const [upstreamUrl, port, frameBytes] = process.argv.slice(2);

const server = createServer((_request, response) => response.end());
relayRooms({
  server,
  upstreamUrl,
  pass(payload, send) {
    const message = JSON.stringify({ id: '1', type: 'next', payload: { ...payload, pad: '' } });
    send(Buffer.from(message.replace('"pad":""', `"pad":"${'-'.repeat(Math.max(0, Number(frameBytes) - message.length))}"`)));
  },
});
server.listen(Number(port), '127.0.0.1');
process.on('SIGTERM', () => process.exit());
