import { createAddresses } from './addresses.js';
import { createHttpQuery } from './http-query.js';
import type { SubgraphClient } from './subgraph-client.js';
import { createSubscriptionSockets } from './subscription-sockets.js';
import { GRAPH_PATH } from './wire.js';

export interface HttpClientOptions {
  /** Addresses of the same subgraph, asked in turn, such as `http://items:4002`; one that fails is passed over for a while. */
  urls: readonly string[];
  /** Default `/graphql`, where every subgraph of ours serves its graph. */
  path?: string;
  /** Null for a subgraph that is not ours: nothing is signed, and nothing is said of who asks. */
  viewerSecret: string | null;
  /** An answer larger than this is refused; default 16 MiB, which costs less than 50 ms of CPU to refuse when its length is not told. */
  maxResponseBytes?: number;
  /** Sockets to each address over which subscriptions go; default 2. */
  socketsPerUrl?: number;
}

/** The way to a subgraph in another process: GraphQL over HTTP and graphql-ws, each request signed. */
export function createHttpClient({ urls, path = GRAPH_PATH, viewerSecret, maxResponseBytes = 16 * 1024 * 1024, socketsPerUrl }: HttpClientOptions): SubgraphClient {
  const addresses = createAddresses(urls);
  const queries = createHttpQuery({ addresses, path, viewerSecret, maxResponseBytes });
  const sockets = createSubscriptionSockets({ urls, path, viewerSecret, maxMessageBytes: maxResponseBytes, ...(socketsPerUrl && { socketsPerUrl }) });

  return {
    execute: queries.execute,
    subscribe: sockets.subscribe,
    check: queries.check,
    async dispose() {
      await sockets.dispose();
      await queries.dispose();
    },
  };
}
