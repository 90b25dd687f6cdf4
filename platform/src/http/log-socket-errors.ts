import type { WebSocketServer } from 'ws';
import type { Logger } from '../log.js';

/**
 * graphql-ws writes what is wrong with a client's frames to standard error, with a stack. It is the client's fault, and `ws`
 * closes such a socket by itself: a line at `debug` says enough. To be called after `useServer`.
 */
export function logSocketErrors(sockets: WebSocketServer, log: Logger): void {
  sockets.on('connection', (socket) => {
    socket.removeAllListeners('error');
    socket.on('error', (error) => log.debug({ err: error }, 'a socket was closed for what it sent'));
  });
}
