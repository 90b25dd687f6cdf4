import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode, type FormattedExecutionResult } from 'graphql';
import { maskError } from '@secondlife/platform/error-code';
import { toLanguage } from '@secondlife/platform/language';
import { withLogContext, type Logger } from '@secondlife/platform/log';
import type { SignedViewer } from '@secondlife/platform/signed-viewer';
import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';
import type { Identity } from '../identity/access-token.js';
import type { Doorkeeper } from '../identity/doorkeeper.js';
import type { ObservedOperation, OperationObserver } from '../observability/operation-observer.js';
import type { Admit } from './admission.js';
import type { EventStreams } from './event-streams.js';
import type { Graph } from './graph.js';
import type { HeaderPicker } from './propagated-headers.js';
import { createNegotiator, HTML_TYPE, JSON_TYPE, toStatus, type AnswerType } from './http-answer.js';
import { readPayload } from './http-payload.js';
import { toRights } from './prepare.js';
import { refuse, refuseMalformed, type Refusal } from './refusal.js';

export interface GraphRouteOptions {
  graph: Graph;
  doorkeeper: Doorkeeper;
  eventStreams: EventStreams;
  observer: OperationObserver;
  admit: Admit;
  headerPicker: HeaderPicker;
  /** For limits. */
  addressOf(request: FastifyRequest): string;
  /** The largest operation with its variables; photos go elsewhere. */
  bodyBytes: number;
  log: Logger;
}

const WRONG_METHOD = refuse('BAD_USER_INPUT', 'Send queries by GET or POST, and mutations by POST.');
const WRONG_ACCEPT = refuse('BAD_USER_INPUT', 'Answers are application/json or application/graphql-response+json.');
const WRONG_CHARSET = refuse('BAD_USER_INPUT', 'Send application/json in UTF-8.');
const BAD_TOKEN = {
  fr: refuse('UNAUTHENTICATED', 'Ce jeton n’est pas ou plus valable. Reconnectez-vous.'),
  en: refuse('UNAUTHENTICATED', 'This token is not, or no longer, good. Log in again.'),
};
const QUERIES_ALONE = refuse('BAD_USER_INPUT', 'GET runs queries alone; send mutations by POST.');
const NO_SUBSCRIPTIONS = refuseMalformed('Subscriptions go over WebSocket (graphql-transport-ws), or as text/event-stream.');

/**
 * POST and GET on /graphql, as GraphQL over HTTP has it: who asks is decided here, once; a token that is not good is HTTP 401. POST takes
 * application/json alone, which no page can send to us unasked, and GET runs queries alone.
 */
export function registerGraphRoute(app: FastifyInstance, { graph, doorkeeper, eventStreams, observer, admit, headerPicker, addressOf, bodyBytes, log }: GraphRouteOptions): void {
  const negotiate = createNegotiator();

  const observed = new WeakMap<FastifyRequest, ObservedOperation>();

  const answer = (reply: FastifyReply, type: AnswerType, result: FormattedExecutionResult, status = toStatus(type, result)): FastifyReply => {
    observed.get(reply.request)?.end(result);
    return reply.code(status).header('content-type', type).header('cache-control', 'no-store').send(JSON.stringify(result));
  };
  const say = (reply: FastifyReply, type: AnswerType, { errors: [error], isMalformed }: Refusal, status = isMalformed && 400): FastifyReply =>
    answer(reply, type, { errors: [maskError(error, error, { requestId: reply.request.id, log })] }, status);

  const toViewer = (request: FastifyRequest, identity: Identity | null): SignedViewer => ({
    userId: identity?.userId ?? null,
    sessionId: identity?.sessionId ?? null,
    language: toLanguage(request.headers['accept-language']),
    address: addressOf(request),
    requestId: request.id,
    service: null,
  });
  const toCall = (request: FastifyRequest, identity: Identity | null): SubgraphCall => {
    const headers = headerPicker.pick(request.headers);
    return { viewer: toViewer(request, identity), ...(headers && { headers }) };
  };

  const run = async (request: FastifyRequest, reply: FastifyReply, type: AnswerType, identity: Identity | null): Promise<FastifyReply> => {
    const payload = readPayload(request);
    if ('errors' in payload) return say(reply, type, payload);
    const call = withCookies(toCall(request, identity), request, reply);
    const heard = observer.start(call, 'http', request.headers);
    observed.set(request, heard);
    const ready = graph.prepare(payload, toRights(identity));
    if ('errors' in ready) return say(reply, type, ready);
    heard.read(ready.operation);
    const { operation } = ready.operation;
    if (operation === OperationTypeNode.SUBSCRIPTION) return say(reply, type, NO_SUBSCRIPTIONS);
    if (operation === OperationTypeNode.MUTATION && request.method === 'GET') return say(reply.header('allow', 'POST'), type, QUERIES_ALONE, 405);
    const { refusal, report } = await admit(ready, call);
    if (report) reply.headers(report.headers);
    if (refusal) return say(reply, type, refusal, 429);
    const { requestId, userId: viewerId } = call.viewer;
    const result = await withLogContext({ requestId, viewerId }, () => graph.run(ready, call));
    return answer(reply, type, report?.extensions ? { ...result, extensions: report.extensions } : result);
  };

  app.removeContentTypeParser('text/plain');
  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: (_request, reply) => say(reply.header('allow', 'GET, POST, OPTIONS'), JSON_TYPE, WRONG_METHOD, 405),
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    bodyLimit: bodyBytes,
    async handler(request, reply) {
      const isStream = eventStreams.wants(request);
      const type = isStream ? JSON_TYPE : negotiate(request.headers.accept);
      if (type === HTML_TYPE && request.method === 'GET') return reply.type(type).send(await graph.readLandingPage());
      if (type === HTML_TYPE || type === null) return say(reply, JSON_TYPE, WRONG_ACCEPT, 406);
      if (!isUtf8(request.headers['content-type'])) return say(reply, type, WRONG_CHARSET, 415);
      const checked = await doorkeeper.check(request.headers.authorization);
      if (checked.kind !== 'refused') {
        const identity = checked.kind === 'person' ? checked.identity : null;
        return isStream ? eventStreams.handle(request, reply, toCall(request, identity), identity) : run(request, reply, type, identity);
      }
      return say(reply.header('www-authenticate', 'Bearer error="invalid_token"'), type, BAD_TOKEN[toLanguage(request.headers['accept-language'])], 401);
    },
  });
}

function withCookies(call: SubgraphCall, { headers: { cookie } }: FastifyRequest, reply: FastifyReply): SubgraphCall {
  return { ...call, ...(cookie && { cookie }), onSetCookie: (value) => void reply.header('set-cookie', value) };
}

/** JSON is in UTF-8 (RFC 8259); a client that says something else would be misread. */
function isUtf8(contentType: string | undefined): boolean {
  const charset = contentType && /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1];
  return !charset || charset.toLowerCase() === 'utf-8';
}
