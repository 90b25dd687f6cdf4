import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { toLanguage } from '@secondlife/platform/language';
import { withLogContext } from '@secondlife/platform/log';
import type { SignedViewer } from '@secondlife/platform/signed-viewer';
import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';
import type { Doorkeeper } from '../identity/doorkeeper.js';
import type { EventStreams } from './event-streams.js';
import type { Graph, GraphCall } from './graph.js';

/** The largest operation with its variables; photos go elsewhere. */
const BODY_LIMIT_BYTES = 2 * 1024 * 1024;

/** POST and GET on /graphql: who asks is decided here, once; a token that is not good is HTTP 401. */
export async function registerGraphRoute(app: FastifyInstance, graph: Graph, doorkeeper: Doorkeeper, eventStreams: EventStreams): Promise<void> {
  const callers = new WeakMap<FastifyRequest, { viewer: SignedViewer; readsOnly: boolean }>();
  const handle = fastifyApolloHandler(graph.server as never, {
    context: async (request, reply): Promise<GraphCall> => {
      const { viewer, readsOnly } = callers.get(request)!;
      return { ...toCall(request, reply, viewer), readsOnly };
    },
  });
  app.removeContentTypeParser('text/plain');
  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: (request, reply) =>
      reply
        .code(405)
        .header('allow', 'GET, POST, OPTIONS')
        .send({ errors: [{ message: 'Send queries by GET or POST, and mutations by POST.', extensions: { code: 'BAD_USER_INPUT', requestId: request.id } }] }),
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    bodyLimit: BODY_LIMIT_BYTES,
    async handler(request, reply) {
      const checked = await doorkeeper.check(request.headers.authorization);
      const language = toLanguage(request.headers['accept-language']);
      if (checked.kind === 'refused') return refuse(reply, request.id, language);
      const identity = checked.kind === 'person' ? checked.identity : null;
      const viewer: SignedViewer = {
        userId: identity?.userId ?? null,
        sessionId: identity?.sessionId ?? null,
        language,
        address: request.ip,
        requestId: request.id,
        service: null,
      };
      if (eventStreams.wants(request)) return eventStreams.handle(request, reply, viewer, identity);
      callers.set(request, { viewer, readsOnly: identity?.readsOnly ?? false });
      return withLogContext({ requestId: viewer.requestId, viewerId: viewer.userId }, () => handle.call(app, request as never, reply as never));
    },
  });
}

function toCall(request: FastifyRequest, reply: FastifyReply, viewer: SignedViewer): SubgraphCall {
  const { cookie } = request.headers;
  return { viewer, ...(cookie && { cookie }), onSetCookie: (value) => void reply.header('set-cookie', value) };
}

function refuse(reply: FastifyReply, requestId: string, language: SignedViewer['language']): FastifyReply {
  const message = language === 'fr' ? 'Ce jeton n’est pas ou plus valable. Reconnectez-vous.' : 'This token is not, or no longer, good. Log in again.';
  return reply
    .code(401)
    .header('www-authenticate', 'Bearer error="invalid_token"')
    .send({ errors: [{ message, extensions: { code: 'UNAUTHENTICATED', requestId } }] });
}
