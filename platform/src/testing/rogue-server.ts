import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** An HTTP server that answers as a test wants it to, well or badly. */
export interface RogueServer {
  /** Without a path. */
  url: string;
  /** The bodies of the requests that came, in order. */
  bodies: string[];
  /** Connections that were opened so far. */
  connectionCount(): number;
  /** Resolves when a connection is closed that was open or is opened after this call. */
  connectionClosed(): Promise<void>;
  /** Closes the port and every connection. */
  stop(): Promise<void>;
}

export type Answer = (response: ServerResponse, body: string, request: IncomingMessage) => void;

const running = new Set<Server>();
afterEach(async () => {
  await Promise.all([...running].map(stop));
});

/** Starts one on the loopback interface, by default on a free port; it is stopped after the test, if it still runs. */
export async function startRogueServer(answer: Answer, port = 0): Promise<RogueServer> {
  const bodies: string[] = [];
  let connections = 0;
  let closed = Promise.withResolvers<void>();
  const listener: RequestListener = (request, response) => {
    text(request).then(
      (body) => {
        bodies.push(body);
        answer(response, body, request);
      },
      () => undefined,
    );
  };
  const server = createServer(listener).on('connection', (socket) => {
    connections += 1;
    socket.once('close', () => {
      closed.resolve();
      closed = Promise.withResolvers();
    });
  });
  running.add(server);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies,
    connectionCount: () => connections,
    connectionClosed: () => closed.promise,
    stop: () => stop(server),
  };
}

async function stop(server: Server): Promise<void> {
  if (!running.delete(server)) return;
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}

/** An address of this machine where nothing listens. */
export async function findClosedUrl(): Promise<string> {
  const server = await startRogueServer(() => undefined);
  await server.stop();
  return server.url;
}

/** Answers with JSON, as a subgraph does. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
