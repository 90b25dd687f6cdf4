import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { CloseCode, type OperationResult, type SubscribePayload } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import type { ExecutionArgs, ExecutionResult, FormattedExecutionResult, GraphQLError } from 'graphql';
import { WebSocketServer, WebSocket } from 'ws';
import { maskError } from '@secondlife/platform/error-code';
import { logSocketErrors } from '@secondlife/platform/http/log-socket-errors';
import { toLanguage } from '@secondlife/platform/language';
import { withLogContext, type Logger } from '@secondlife/platform/log';
import { mapAsyncIterator } from '@secondlife/platform/live/async-iterator';
import type { TrustProxy } from '@secondlife/platform/http/http-server';
import type { SignedViewer } from '@secondlife/platform/signed-viewer';
import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';
import { toError } from '@secondlife/platform/to-error';
import type { Executor } from '../execution/executor.js';
import type { Identity } from '../identity/access-token.js';
import type { Doorkeeper } from '../identity/doorkeeper.js';
import { createAddressFinder } from '../identity/address.js';
import type { Graph } from './graph.js';
import { toRights, type ReadyOperation } from './prepare.js';

export interface SocketsOptions {
  graph: Graph;
  doorkeeper: Doorkeeper;
  /** Only pages of these origins may connect; undefined: any, as the socket is not authenticated by cookie. */
  allowedOrigins?: readonly string[] | undefined;
  /** Whose X-Forwarded-For is believed, as for HTTP; default nobody's. */
  trustProxy?: TrustProxy;
  log: Logger;
}

const MAX_FRAME_BYTES = 64 * 1024;
const CONNECTION_INIT_TIMEOUT_MS = 3_000;
const EXPIRED = 'The token has ended. Connect again with a new one.';

/** What is known of a connected client. */
interface Connection {
  identity: Identity | null;
  language: SignedViewer['language'];
  address: string | null;
}

/** What an operation needs from `onSubscribe` to `execute` and `subscribe`. */
interface Started {
  executor: Executor<SubgraphCall>;
  complete: ReadyOperation['complete'];
  call: SubgraphCall;
}

/** graphql-transport-ws on /graphql: queries, mutations and subscriptions, authenticated by `connectionParams`. */
export function serveSockets(app: FastifyInstance, { graph, doorkeeper, allowedOrigins, trustProxy = false, log }: SocketsOptions): void {
  const connections = new Map<WebSocket, Connection>();
  const findAddress = createAddressFinder(trustProxy);
  const sockets = new WebSocketServer({
    server: app.server,
    path: '/graphql',
    maxPayload: MAX_FRAME_BYTES,
    verifyClient: ({ origin }: { origin: string }) => !allowedOrigins || !origin || allowedOrigins.includes(origin),
  });

  const server = useServer<Record<string, unknown>, Extra & { expiry?: NodeJS.Timeout } & Record<PropertyKey, unknown>>(
    {
      // Or the reasons that sockets are closed with would tell of our insides.
      isProd: true,
      connectionInitWaitTimeout: CONNECTION_INIT_TIMEOUT_MS,
      async onConnect({ connectionParams, extra }) {
        const checked = await doorkeeper.check(readParameter(connectionParams, 'authorization'));
        const isRefused = checked.kind === 'refused' || (checked.kind === 'person' && checked.identity.readsOnly);
        if (isRefused || extra.socket.readyState !== WebSocket.OPEN) return false;
        const identity = checked.kind === 'person' ? checked.identity : null;
        connections.set(extra.socket, { identity, language: readLanguage(connectionParams, extra.request), address: findAddress(extra.request) });
        if (identity) extra.expiry = setTimeout(() => extra.socket.close(CloseCode.Forbidden, EXPIRED), identity.expiresAt.getTime() - Date.now());
        return true;
      },
      onSubscribe({ extra }, _id, payload) {
        const connection = connections.get(extra.socket)!;
        const call: SubgraphCall = { viewer: toViewer(connection) };
        return prepare(graph, payload, connection.identity, call, log);
      },
      execute: (args: ExecutionArgs) => {
        const { executor, complete, call } = args.contextValue as Started;
        return withLogContext(toLogContext(call), async () => mask(complete(await executor.execute(toOperation(args, call))), call, log)) as OperationResult;
      },
      subscribe: (args: ExecutionArgs) => {
        const { executor, complete, call } = args.contextValue as Started;
        return withLogContext(toLogContext(call), async () => {
          const answers = await executor.subscribe(toOperation(args, call));
          return Symbol.asyncIterator in answers ? mapAsyncIterator(answers, (answer) => mask(complete(answer), call, log)) : mask(answers, call, log);
        }) as OperationResult;
      },
      onClose({ extra }) {
        clearTimeout(extra.expiry);
        connections.delete(extra.socket);
      },
    },
    sockets,
  );

  logSocketErrors(sockets, log);
  const stopWatching = doorkeeper.onRevoked((sessionId) => {
    for (const [socket, { identity }] of connections) if (identity?.sessionId === sessionId) socket.close(CloseCode.Forbidden, EXPIRED);
  });
  app.addHook('preClose', async () => {
    stopWatching();
    await server.dispose();
  });
}

/** What is wrong with an operation goes back as errors. */
function prepare(graph: Graph, { query, operationName, variables, extensions }: SubscribePayload, identity: Identity | null, call: SubgraphCall, log: Logger): ExecutionArgs | GraphQLError[] {
  const ready = graph.prepare({ query, operationName: operationName ?? undefined, variables: variables ?? undefined, extensions: extensions ?? undefined }, toRights(identity));
  if ('errors' in ready) return ready.errors.map((error) => toError(maskError(error, error, { requestId: call.viewer.requestId, log })));
  const { executor, document, operation, complete } = ready;
  return { schema: executor.apiSchema, document, operationName: operation.name?.value, variableValues: ready.variables, contextValue: { executor, call, complete } satisfies Started };
}

function mask({ data, errors }: FormattedExecutionResult, { viewer }: SubgraphCall, log: Logger): ExecutionResult {
  return {
    ...(data !== undefined && { data }),
    ...(errors && { errors: errors.map((error) => toError(maskError(error, error, { requestId: viewer.requestId, log }))) }),
  };
}

const toOperation = ({ document, operationName, variableValues }: ExecutionArgs, context: SubgraphCall) => ({
  document,
  operationName: operationName ?? undefined,
  variables: variableValues ?? undefined,
  context,
});

const toLogContext = ({ viewer }: SubgraphCall) => ({ requestId: viewer.requestId, viewerId: viewer.userId });

const toViewer = ({ identity, language, address }: Connection): SignedViewer => ({
  userId: identity?.userId ?? null,
  sessionId: identity?.sessionId ?? null,
  language,
  address,
  requestId: randomUUID(),
  service: null,
});

/** Explorers send their HTTP headers as parameters: `Authorization` is `authorization`, `Accept-Language` is `acceptLanguage`. */
function readParameter(params: Readonly<Record<string, unknown>> | undefined, name: string): unknown {
  const found = Object.entries(params ?? {}).find(([key]) => key.replaceAll('-', '').toLowerCase() === name.toLowerCase());
  return found?.[1];
}

function readLanguage(params: Readonly<Record<string, unknown>> | undefined, request: IncomingMessage): SignedViewer['language'] {
  const asked = readParameter(params, 'acceptLanguage');
  return toLanguage(typeof asked === 'string' ? asked : request.headers['accept-language']);
}
