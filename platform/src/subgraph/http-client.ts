import { createClient, type Client } from 'graphql-ws';
import type { FormattedExecutionResult } from 'graphql';
import { Agent, request as send } from 'undici';
import { WebSocket } from 'ws';
import { toAsyncIterator } from '../live/async-iterator.js';
import { signViewer, VIEWER_EXTENSION, VIEWER_HEADER } from '../signed-viewer.js';
import type { SubgraphClient } from './subgraph-client.js';
import { GRAPH_PATH, SUBSCRIBE_METHOD, toSubscribeBody } from './wire.js';

export interface HttpClientOptions {
  /** Addresses of the same subgraph, asked in turn, such as `http://items:4002`. */
  urls: readonly string[];
  /** Default `/graphql`, where every subgraph of ours serves its graph. */
  path?: string;
  /** Null for a subgraph that is not ours: nothing is signed, and nothing is said of who asks. */
  viewerSecret: string | null;
  /** An answer larger than this is refused; default 32 MiB. */
  maxResponseBytes?: number;
}

/** The way to a subgraph in another process: GraphQL over HTTP and graphql-ws, each request signed. */
export function createHttpClient({ urls, path = GRAPH_PATH, viewerSecret, maxResponseBytes = 32 * 1024 * 1024 }: HttpClientOptions): SubgraphClient {
  const agent = new Agent({ connections: 32, keepAliveTimeout: 20_000, maxResponseSize: maxResponseBytes });
  const sockets = new Map<string, Client>();
  let turn = 0;
  const nextUrl = () => urls[turn++ % urls.length]!;

  const socketTo = (url: string): Client => {
    const open = sockets.get(url) ?? createClient({ url: `${url.replace(/^http/, 'ws')}${path}`, webSocketImpl: WebSocket, retryAttempts: 0, keepAlive: 10_000 });
    sockets.set(url, open);
    return open;
  };

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
    async subscribe(request, { viewer }) {
      const token = viewerSecret && signViewer(viewer, { method: SUBSCRIBE_METHOD, path, body: toSubscribeBody(request) }, viewerSecret);
      const answers = socketTo(nextUrl()).iterate({ ...request, ...(token && { extensions: { [VIEWER_EXTENSION]: token } }) });
      return withErrors(answers as AsyncIterableIterator<FormattedExecutionResult>);
    },
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
      for (const socket of sockets.values()) await socket.dispose();
      await agent.destroy();
    },
  };
}

/** graphql-ws throws what it met, be it a close event or a list of errors: here it is always an error. */
function withErrors(answers: AsyncIterableIterator<FormattedExecutionResult>): AsyncIterableIterator<FormattedExecutionResult> {
  return toAsyncIterator({
    async next() {
      try {
        return await answers.next();
      } catch (thrown) {
        if (thrown instanceof Error) throw thrown;
        throw new Error(isCloseEvent(thrown) ? `The socket was closed with ${thrown.code}` : `The subscription was refused: ${JSON.stringify(thrown)}`);
      }
    },
    async close() {
      await answers.return?.();
    },
  });
}

const isCloseEvent = (thrown: unknown): thrown is { code: number } => typeof thrown === 'object' && thrown !== null && 'code' in thrown;

function toResult(answer: unknown): FormattedExecutionResult {
  if (typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer)) return answer as FormattedExecutionResult;
  throw new Error('The subgraph did not answer in GraphQL');
}
