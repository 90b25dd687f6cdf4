import type { FastifyInstance } from 'fastify';
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws';
import { WebSocket, WebSocketServer } from 'ws';
import { toLanguage } from '@secondlife/platform/language';
import type { Logger } from '@secondlife/platform/log';
import type { TrustProxy } from '@secondlife/platform/http/http-server';
import { createAddressFinder } from '../identity/address.js';
import type { Doorkeeper } from '../identity/doorkeeper.js';
import type { LiveCounters, LiveLimits } from '../live/limits.js';
import { createOutbox } from '../live/outbox.js';
import type { SendBudget } from '../live/send-budget.js';
import { Connection, readParameter } from './connection.js';
import type { HeaderPicker } from './propagated-headers.js';
import type { LiveGraph } from './live-graph.js';
import { createSocketConnections } from './socket-connections.js';
import { createSocketOperations } from './socket-operations.js';

export interface SocketsOptions {
  liveGraph: LiveGraph;
  doorkeeper: Doorkeeper;
  limits: LiveLimits;
  counters: LiveCounters;
  budget: SendBudget;
  /** Only pages of these origins may connect; undefined: any, as the socket is not authenticated by cookie. */
  allowedOrigins?: readonly string[] | undefined;
  headerPicker: HeaderPicker;
  /** Whose X-Forwarded-For is believed, as for HTTP; default nobody's. */
  trustProxy?: TrustProxy;
  log: Logger;
}

const MAX_FRAME_BYTES = 64 * 1024;
const CONNECTION_INIT_TIMEOUT_MS = 3_000;

/** A socket that knows whose it is, so that all of them share their listeners. */
class ClientSocket extends WebSocket {
  connection!: Connection;
}

const connectionOf = (socket: WebSocket): Connection => (socket as ClientSocket).connection;

/**
 * graphql-transport-ws on /graphql: queries, mutations and subscriptions, authenticated by `connectionParams`. graphql-ws keeps the protocol;
 * the answers of subscriptions go beside it, straight to the socket.
 *
 * The sockets are `ws`' own on Fastify's server: with @fastify/websocket 11.3.6 each kept 3 KiB more of heap, and twice the memory of the process
 * (5,000 idle ones, measured).
 */
export function serveSockets(app: FastifyInstance, options: SocketsOptions): void {
  const { liveGraph, doorkeeper, limits, counters, budget, allowedOrigins, headerPicker, trustProxy = false, log } = options;
  const connections = createSocketConnections(doorkeeper, counters);
  const findAddress = createAddressFinder(trustProxy);
  const sockets = new WebSocketServer({
    WebSocket: ClientSocket,
    server: app.server,
    path: '/graphql',
    maxPayload: MAX_FRAME_BYTES,
    handleProtocols: (protocols) => handleProtocols(protocols),
    // Our own connections are known.
    clientTracking: false,
    verifyClient: ({ origin }: { origin: string }) => !allowedOrigins || !origin || allowedOrigins.includes(origin),
  });

  const server = makeServer<Record<string, unknown>, Connection>({
    connectionInitWaitTimeout: CONNECTION_INIT_TIMEOUT_MS,
    async onConnect({ connectionParams, extra: connection }) {
      const checked = await connections.check(connection, readParameter(connectionParams, 'authorization'));
      const isRefused = checked.kind === 'refused' || (checked.kind === 'person' && checked.identity.readsOnly);
      if (isRefused || connection.socket.readyState !== WebSocket.OPEN) return false;
      const language = readParameter(connectionParams, 'acceptLanguage');
      if (typeof language === 'string') connection.language = toLanguage(language);
      connection.headers = headerPicker.pickForSocket(connection.headers ?? {}, connectionParams);
      return checked.kind !== 'person' || connections.identify(connection, checked.identity);
    },
    async onPing({ acknowledged, extra: connection }, payload) {
      const authorization = readParameter(payload, 'authorization');
      if (acknowledged && authorization !== undefined) await connections.renew(connection, authorization);
    },
    ...createSocketOperations({ liveGraph, limits, counters }),
  });

  sockets.on('connection', (socket, request) => {
    const connection = new Connection(
      socket, createOutbox(budget, socket), findAddress(request), toLanguage(request.headers['accept-language']), headerPicker.pickForSocket(request.headers, undefined),
    );
    socket.connection = connection;
    socket.on('error', onError);
    if (!connections.add(connection)) return;
    connection.closed = server.opened(connection, connection);
    socket.on('message', onMessage);
    socket.on('pong', onPong);
    socket.on('close', onClose);
  });

  function onError(error: Error): void {
    log.debug({ err: error }, 'a socket was closed for what it sent');
  }

  function onMessage(this: WebSocket, data: Buffer): void {
    connectionOf(this).receive(data)?.catch((error: unknown) => {
      log.error({ err: error }, 'a message could not be handled');
      connectionOf(this).close(CloseCode.InternalServerError, 'Internal server error');
    });
  }

  function onClose(this: WebSocket, code: number, reason: Buffer): void {
    const connection = connectionOf(this);
    connections.delete(connection);
    void connection.closed?.(code, reason.toString());
  }

  app.addHook('preClose', async () => {
    connections.dispose();
    await new Promise<void>((resolve) => sockets.close(() => resolve()));
  });
}

function onPong(this: WebSocket): void {
  connectionOf(this).isAlive = true;
}
