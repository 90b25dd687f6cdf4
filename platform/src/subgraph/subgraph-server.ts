import type { FastifyInstance } from 'fastify';
import { useServer } from 'graphql-ws/use/ws';
import { parse, type ExecutionResult, type FormattedExecutionResult } from 'graphql';
import { WebSocketServer } from 'ws';
import { codedError } from '../error-code.js';
import { logSocketErrors } from '../http/log-socket-errors.js';
import type { Logger } from '../log.js';
import { mapAsyncIterator } from '../live/async-iterator.js';
import { verifyViewer, VIEWER_EXTENSION, VIEWER_HEADER, type SignedViewer } from '../signed-viewer.js';
import { toError } from '../to-error.js';
import type { Subgraph } from './subgraph.js';
import type { SubgraphRequest } from './subgraph-client.js';
import { GRAPH_PATH, SUBSCRIBE_METHOD, toSubscribeBody } from './wire.js';

/** Who could not prove to be the gateway or a service of ours. */
const UNSIGNED = codedError('UNAUTHENTICATED', 'This request is not signed.');
const MAX_FRAME_BYTES = 1024 * 1024;

/** Serves a subgraph on `app`: POST and WebSocket on /graphql, only for signed requests, and its own routes beside. */
export async function registerSubgraph(app: FastifyInstance, subgraph: Subgraph, viewerSecret: string): Promise<void> {
  await app.register(async (graph) => {
    // The signature covers the body as it came.
    graph.removeAllContentTypeParsers();
    graph.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    graph.post(GRAPH_PATH, { bodyLimit: 16 * 1024 * 1024 }, async (request, reply) => {
      const body = request.body as string;
      const viewer = verifyViewer(request.headers[VIEWER_HEADER], { method: 'POST', path: GRAPH_PATH, body }, viewerSecret);
      if (!viewer) return reply.code(401).send({ errors: [UNSIGNED] });
      const cookie = request.headers.cookie;
      return subgraph.execute(JSON.parse(body) as SubgraphRequest, {
        viewer,
        ...(cookie && { cookie }),
        onSetCookie: (value) => void reply.header('set-cookie', value),
      });
    });
  });
  await subgraph.registerRoutes(app);
  serveSubscriptions(app, subgraph, viewerSecret);
}

function serveSubscriptions(app: FastifyInstance, subgraph: Subgraph, viewerSecret: string): void {
  const sockets = new WebSocketServer({ server: app.server, path: GRAPH_PATH, maxPayload: MAX_FRAME_BYTES });
  const server = useServer(
    {
      isProd: true,
      onSubscribe: (_context, _id, payload) => {
        const request = toRequest(payload);
        const token = payload.extensions?.[VIEWER_EXTENSION];
        const viewer = verifyViewer(token, { method: SUBSCRIBE_METHOD, path: GRAPH_PATH, body: toSubscribeBody(request) }, viewerSecret);
        if (!viewer) return [UNSIGNED];
        return { schema: subgraph.schema, document: parse(request.query), contextValue: { request, viewer } };
      },
      subscribe: async (args) => {
        const { request, viewer } = args.contextValue as { request: SubgraphRequest; viewer: SignedViewer };
        return mapAsyncIterator(await subgraph.subscribe(request, { viewer }), toResult);
      },
    },
    sockets,
  );
  logSocketErrors(sockets, app.log as Logger);
  app.addHook('preClose', async () => {
    await server.dispose();
  });
}

/** graphql-ws writes errors out itself, and takes only real ones. */
const toResult = ({ data, errors }: FormattedExecutionResult): ExecutionResult => ({
  ...(data !== undefined && { data }),
  ...(errors && { errors: errors.map(toError) }),
});

function toRequest({ query, operationName, variables }: { query: string; operationName?: string | null | undefined; variables?: Record<string, unknown> | null | undefined }): SubgraphRequest {
  return { query, ...(operationName && { operationName }), variables: variables ?? {} };
}
