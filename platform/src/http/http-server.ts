import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyReply } from 'fastify';
import { GraphQLError } from 'graphql';
import { Registry, collectDefaultMetrics, Histogram } from 'prom-client';
import type { Logger } from '../log.js';
import { watchEventLoop } from './event-loop-lag.js';
import { readHealth, type HealthChecks } from './health.js';

/** Carries a request’s id in and out. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** Whose X-Forwarded-For is believed: everybody's, nobody's (the default), or that of proxies at these addresses (comma list, CIDR). */
export type TrustProxy = boolean | string;

export interface HttpServerOptions {
  log: Logger;
  checks: HealthChecks;
  trustProxy?: TrustProxy;
  /** Where this process' metrics are kept; default a registry of its own. */
  metrics?: Registry;
}

/** How long what is under way may take once the server closes. */
const DRAIN_MS = 10_000;
/** A request id from outside is kept when it is plain; it ends up in logs and headers. */
const PLAIN_ID = /^[\w-]{8,64}$/;

/**
 * An HTTP server, not yet listening, with what every process has: request ids, `/health` (each part with state and
 * latency; 503 when one is down), `/livez`, `/readyz` (503 before `ready` and once it is closing) and `/metrics`.
 */
export function createHttpServer({ log, checks, trustProxy = false, metrics = createMetrics() }: HttpServerOptions): FastifyInstance {
  const loggerInstance: FastifyBaseLogger = log;
  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // Who offers another protocol, such as h2c, is answered in this one.
    http: { shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket' },
    genReqId: ({ headers }) => {
      const given = headers[REQUEST_ID_HEADER];
      return typeof given === 'string' && PLAIN_ID.test(given) ? given : randomUUID();
    },
  });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    registers: [metrics],
  });
  let isClosing = false;
  const connections = new Set<Socket>();
  app.server.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  app.addHook('preClose', async () => {
    isClosing = true;
    // Those over which nothing was said are not idle to Node, which no longer looks whether a request takes too long.
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
    setTimeout(() => app.server.closeAllConnections(), DRAIN_MS).unref();
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header(REQUEST_ID_HEADER, request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    duration.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  // A connection that is busy when closing begins would else be kept alive after its answer, and hold the process.
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
  app.setErrorHandler((error, request, reply) => sendMasked(error as Error & { statusCode?: number }, request.id, reply, log));
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'Not found' }));

  app.get('/health', async (_request, reply) => {
    const health = await readHealth(checks, (part, error) => log.warn({ err: error, part }, 'a part is down'));
    return reply.code(health.status === 'up' ? 200 : 503).send(health);
  });
  app.get('/livez', async () => ({ status: 'up' }));
  app.get('/readyz', async (_request, reply) => reply.code(isClosing ? 503 : 200).send({ status: isClosing ? 'closing' : 'ready' }));
  app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.metrics()));
  return app;
}

/** prom-client would look at the event loop a hundred times in a second, and count the wait between two looks as lag. */
const NEVER_MS = 2 ** 31 - 1;
const LAGS_OF_LOOKS = ['min', 'max', 'mean', 'stddev', 'p50', 'p90', 'p99'].map((name) => `nodejs_eventloop_lag_${name}_seconds`);

/** A registry with the process' own figures (memory, CPU, event-loop delay). */
export function createMetrics(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: NEVER_MS });
  for (const name of LAGS_OF_LOOKS) registry.removeSingleMetric(name);
  watchEventLoop(registry);
  return registry;
}

function sendMasked(error: Error & { statusCode?: number }, requestId: string, reply: FastifyReply, log: Logger): FastifyReply {
  if (error instanceof GraphQLError && error.extensions['code'] === 'SUBGRAPH_UNAVAILABLE') {
    return reply.code(503).send({ errors: [{ message: error.message, extensions: { code: 'SUBGRAPH_UNAVAILABLE', requestId } }] });
  }
  const status = error.statusCode ?? 500;
  const isTheirs = status >= 400 && status < 500;
  if (!isTheirs) log.error({ err: error, requestId }, 'unexpected error');
  const code = isTheirs ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR';
  const message = isTheirs ? CLIENT_ERRORS[status] ?? 'This request can’t be read.' : 'Something went wrong on our side.';
  return reply.code(isTheirs ? status : 500).send({ errors: [{ message, extensions: { code, requestId } }] });
}

const CLIENT_ERRORS: Record<number, string> = {
  400: 'The body is not valid JSON.',
  413: 'The body is too large.',
  415: 'This media type is not supported; send application/json.',
};
