import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { FindWebApp } from './forward-pages.js';

/** Over this one `next dev` tells open pages what has changed; a built web app has none. */
const CHANGES_PATH = '/_next/hmr';

/** Hands that socket on to the web app, byte by byte; every other one is for who listened before. */
export function forwardSockets(app: FastifyInstance, findWebApp: FindWebApp): void {
  const open = new Set<Duplex>();
  app.addHook('onReady', async () => {
    const { server } = app;
    const others = server.listeners('upgrade');
    server.removeAllListeners('upgrade');
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const webApp = findWebApp();
      if (!webApp || !request.url?.startsWith(CHANGES_PATH)) return others.forEach((listener) => void listener.call(server, request, socket, head));
      open.add(socket.once('close', () => open.delete(socket)));
      forward(request, socket, head, new URL(webApp));
    });
  });
  app.addHook('preClose', async () => {
    for (const socket of open) socket.destroy();
  });
}

function forward({ method, url, rawHeaders }: IncomingMessage, socket: Duplex, head: Buffer, { hostname, port }: URL): void {
  const upstream = connect(Number(port || 80), hostname);
  const lines = rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : []));
  upstream.write(`${[`${method} ${url} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`);
  upstream.write(head);
  socket.pipe(upstream).pipe(socket);
  socket.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
  upstream.on('error', () => socket.destroy()).on('close', () => socket.destroy());
}
