import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws';
import { WebSocket, WebSocketServer } from 'ws';
import { toLanguage } from '@secondlife/platform/language';
import type { Logger } from '@secondlife/platform/log';
import type { TrustProxy } from '@secondlife/platform/http/http-server';
import { createAddressFinder } from '../identity/address.js';
import type { Doorkeeper } from '../identity/doorkeeper.js';
import type { LiveCounters, LiveLimits } from '../live/limits.js';
import { createOutbox, settle, UNSENT_LIMIT_BYTES, whenRoom } from '../live/outbox.js';
import type { SendBudget } from '../live/send-budget.js';
import type { HeaderPicker } from './propagated-headers.js';
import type { LiveGraph } from './live-graph.js';
import { createSocketConnections, type Connection } from './socket-connections.js';
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
/** From a client that does not read what it is sent, no more is read. */
const UNREAD_LIMIT_BYTES = 8 * UNSENT_LIMIT_BYTES;

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
      const checked = await doorkeeper.check(readParameter(connectionParams, 'authorization'));
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
    const connection = toConnection(socket, request);
    socket.on('error', (error) => log.debug({ err: error }, 'a socket was closed for what it sent'));
    if (connections.add(connection)) serve(connection);
  });

  function toConnection(socket: WebSocket, request: IncomingMessage): Connection {
    return {
      socket,
      outbox: createOutbox(budget, socket),
      address: findAddress(request),
      language: toLanguage(request.headers['accept-language']),
      headers: headerPicker.pickForSocket(request.headers, undefined),
      identity: null,
      operations: 0,
      isAlive: true,
      pingAtMs: 0,
    };
  }

  function serve(connection: Connection): void {
    const { socket, outbox } = connection;
    const send = (data: string) =>
      new Promise<void>((resolve) => {
        if (socket.readyState !== WebSocket.OPEN) return resolve();
        socket.send(data, () => {
          settle(outbox);
          resolve();
        });
        settle(outbox);
      });
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send,
        close: (code, reason) => socket.close(code, reason),
        // A token does not come back.
        onPing: (payload) => send(JSON.stringify({ type: 'pong', ...(payload && readParameter(payload, 'authorization') === undefined && { payload }) })),
        onMessage: (handle) =>
          socket.on('message', (data: Buffer) => {
            if (socket.bufferedAmount > UNREAD_LIMIT_BYTES && !socket.isPaused) {
              socket.pause();
              whenRoom(outbox, () => socket.resume());
            }
            handle(toMessage(data.toString())).catch((error: unknown) => {
              log.error({ err: error }, 'a message could not be handled');
              socket.close(CloseCode.InternalServerError, 'Internal server error');
            });
          }),
      },
      connection,
    );
    socket.on('pong', () => (connection.isAlive = true));
    socket.on('close', (code, reason) => {
      connections.delete(connection);
      void closed(code, reason.toString());
    });
  }

  app.addHook('preClose', async () => {
    connections.dispose();
    await new Promise<void>((resolve) => sockets.close(() => resolve()));
  });
}

/**
 * graphql-ws keeps what it is given for as long as a subscription lasts, and takes a message that is parsed as well: that is a third of its text. What can't
 * be parsed is left to it.
 */
function toMessage(text: string): string {
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === 'string' ? text : (message as string);
  } catch {
    return text;
  }
}

/** Explorers send their HTTP headers as parameters: `Authorization` is `authorization`, `Accept-Language` is `acceptLanguage`. */
function readParameter(params: Readonly<Record<string, unknown>> | undefined, name: string): unknown {
  const found = Object.entries(params ?? {}).find(([key]) => key.replaceAll('-', '').toLowerCase() === name.toLowerCase());
  return found?.[1];
}
