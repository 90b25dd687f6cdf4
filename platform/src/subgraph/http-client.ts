import type { FormattedExecutionResult } from 'graphql';
import { Agent, request as send } from 'undici';
import { signViewer, VIEWER_HEADER } from '../signed-viewer.js';
import type { SubgraphClient } from './subgraph-client.js';
import { createSubscriptionSockets } from './subscription-sockets.js';
import { GRAPH_PATH } from './wire.js';

export interface HttpClientOptions {
  /** Addresses of the same subgraph, asked in turn, such as `http://items:4002`. */
  urls: readonly string[];
  /** Default `/graphql`, where every subgraph of ours serves its graph. */
  path?: string;
  /** Null for a subgraph that is not ours: nothing is signed, and nothing is said of who asks. */
  viewerSecret: string | null;
  /** An answer larger than this is refused; default 32 MiB. */
  maxResponseBytes?: number;
  /** Sockets to each address over which subscriptions go; default 2. */
  socketsPerUrl?: number;
}

/** The way to a subgraph in another process: GraphQL over HTTP and graphql-ws, each request signed. */
export function createHttpClient({ urls, path = GRAPH_PATH, viewerSecret, maxResponseBytes = 32 * 1024 * 1024, socketsPerUrl }: HttpClientOptions): SubgraphClient {
  const agent = new Agent({ connections: 32, keepAliveTimeout: 20_000, maxResponseSize: maxResponseBytes });
  const sockets = createSubscriptionSockets({ urls, path, viewerSecret, maxMessageBytes: maxResponseBytes, ...(socketsPerUrl && { socketsPerUrl }) });
  let turn = 0;
  const nextUrl = () => urls[turn++ % urls.length]!;

  return {
    async execute(request, { viewer, cookie, onSetCookie }, signal) {
      const body = JSON.stringify(request);
      const response = await send(`${nextUrl()}${path}`, {
        method: 'POST',
        dispatcher: agent,
        body,
        headers: {
          'content-type': 'application/json',
          ...(viewerSecret && { [VIEWER_HEADER]: signViewer(viewer, { method: 'POST', path, body }, viewerSecret) }),
          ...(cookie && { cookie }),
        },
        ...(signal && { signal }),
      });
      const setCookie = response.headers['set-cookie'] ?? [];
      for (const value of Array.isArray(setCookie) ? setCookie : [setCookie]) onSetCookie?.(value);
      return toResult(await response.body.json());
    },
    subscribe: sockets.subscribe,
    async check(signal) {
      const options = { dispatcher: agent, ...(signal && { signal }) };
      // Of a subgraph that is not ours, only that it speaks GraphQL is known.
      const response = viewerSecret
        ? await send(`${nextUrl()}/health`, options)
        : await send(`${nextUrl()}${path}`, { ...options, method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{__typename}"}' });
      await response.body.dump();
      if (response.statusCode !== 200) throw new Error(`It answered ${response.statusCode}`);
    },
    async dispose() {
      await sockets.dispose();
      await agent.destroy();
    },
  };
}

function toResult(answer: unknown): FormattedExecutionResult {
  if (typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer)) return answer as FormattedExecutionResult;
  throw new Error('The subgraph did not answer in GraphQL');
}
