import type { IncomingHttpHeaders } from 'node:http';
import proxy from '@fastify/http-proxy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { REQUEST_ID_HEADER } from '@secondlife/platform/http/http-server';
import { apologise } from './apologise.js';
import { VISITOR_HEADER, type Visitors } from './visitors.js';

/** Where the web app is now, such as `http://web:4010`; null while it is not up. Asked for each request. */
export type FindWebApp = () => string | null;

/** A page that has not begun by then does not come. A built one asks the graph for far less long; `next dev` compiles it first. */
const ANSWER_TIMEOUT_MS = 60_000;

/**
 * What no route of ours answers is the web app's: its pages, their files, and addresses that are nobody's. To be called
 * before the routes are registered: `/photos/…` stays with who has `/photos`, also where there is no such photo.
 */
export function forwardPages(app: FastifyInstance, findWebApp: FindWebApp, visitors: Visitors): void {
  const ours = new Set<string>();
  app.addHook('onRoute', ({ url }) => {
    const part = toFirstPart(url);
    if (part && part !== '*') ours.add(part);
  });
  void app.register(proxy, {
    upstream: '',
    // Pages are read; what changes anything goes through the graph.
    httpMethods: ['GET', 'HEAD'],
    preHandler(request, reply, done) {
      if (ours.has(toFirstPart(request.url))) return reply.callNotFound();
      // Pages of other origins may read the graph, and no pages.
      reply.removeHeader('access-control-allow-origin');
      if (!findWebApp()) return void apologise(request, reply, 503);
      done();
    },
    undici: { headersTimeout: ANSWER_TIMEOUT_MS },
    disableRequestLogging: true,
    replyOptions: {
      getUpstream: () => findWebApp()!,
      // A connection that the web app let go of as we took it. (With no retry, an answer of 503 would be asked for ten times.)
      retriesCount: 1,
      rewriteRequestHeaders: (request, headers) => ({ ...headers, ...toForwarded(request), [VISITOR_HEADER]: visitors.toHeader(request) }),
      rewriteHeaders: (headers) => withoutConnection(headers as IncomingHttpHeaders),
      onError: (reply) => void apologise(reply.request as FastifyRequest, reply as FastifyReply, 502),
    },
  });
}

/** `/photos/1.webp?x` → `photos` */
const toFirstPart = (url: string): string => url.split(/[/?#]/, 2)[1] ?? '';

/** Whom the request came from and what it asked for, as far as we believe it. */
const toForwarded = ({ host, protocol, ip, id }: Pick<FastifyRequest, 'host' | 'protocol' | 'ip' | 'id'>) => ({
  'x-forwarded-host': host,
  'x-forwarded-proto': protocol,
  'x-forwarded-for': ip,
  [REQUEST_ID_HEADER]: id,
});

/** How long the web app keeps a connection is between it and us. */
function withoutConnection({ connection: _connection, 'keep-alive': _keepAlive, ...headers }: IncomingHttpHeaders): IncomingHttpHeaders {
  return headers;
}
