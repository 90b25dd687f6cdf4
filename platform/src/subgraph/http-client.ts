import { createClient, type Client } from 'graphql-ws';
import type { FormattedExecutionResult } from 'graphql';
import { WebSocket } from 'ws';
import { toAsyncIterator } from '../live/async-iterator.js';
import { signViewer, VIEWER_EXTENSION } from '../signed-viewer.js';
import { createAddresses } from './addresses.js';
import { createHttpQuery } from './http-query.js';
import type { SubgraphClient } from './subgraph-client.js';
import { GRAPH_PATH, SUBSCRIBE_METHOD, toSubscribeBody } from './wire.js';

export interface HttpClientOptions {
  /** Addresses of the same subgraph, asked in turn, such as `http://items:4002`; one that fails is passed over for a while. */
  urls: readonly string[];
  /** Default `/graphql`, where every subgraph of ours serves its graph. */
  path?: string;
  /** Null for a subgraph that is not ours: nothing is signed, and nothing is said of who asks. */
  viewerSecret: string | null;
  /** An answer larger than this is refused; default 16 MiB, which costs less than 50 ms of CPU to refuse when its length is not told. */
  maxResponseBytes?: number;
}

/** The way to a subgraph in another process: GraphQL over HTTP and graphql-ws, each request signed. */
export function createHttpClient({ urls, path = GRAPH_PATH, viewerSecret, maxResponseBytes = 16 * 1024 * 1024 }: HttpClientOptions): SubgraphClient {
  const addresses = createAddresses(urls);
  const queries = createHttpQuery({ addresses, path, viewerSecret, maxResponseBytes });
  const sockets = new Map<string, Client>();

  const socketTo = (url: string): Client => {
    const open = sockets.get(url) ?? createClient({ url: `${url.replace(/^http/, 'ws')}${path}`, webSocketImpl: WebSocket, retryAttempts: 0, keepAlive: 10_000 });
    sockets.set(url, open);
    return open;
  };

  return {
    execute: queries.execute,
    async subscribe(request, { viewer }) {
      const token = viewerSecret && signViewer(viewer, { method: SUBSCRIBE_METHOD, path, body: toSubscribeBody(request) }, viewerSecret);
      const answers = socketTo(addresses.next()!.url).iterate({ ...request, ...(token && { extensions: { [VIEWER_EXTENSION]: token } }) });
      return withErrors(answers as AsyncIterableIterator<FormattedExecutionResult>);
    },
    check: queries.check,
    async dispose() {
      for (const socket of sockets.values()) await socket.dispose();
      await queries.dispose();
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
