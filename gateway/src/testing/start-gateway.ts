import { createLogger } from '@secondlife/platform/log';
import { listen } from '@secondlife/platform/http/listen';
import type { SubgraphClient } from '@secondlife/platform/subgraph/subgraph-client';
import { composeLocal, createLocalTransport, type LocalSubgraph } from '../execution/testing/local-graph.js';
import type { SubgraphRequest } from '../execution/transport.js';
import { createGateway, type GatewayOptions } from '../gateway.js';

/** A gateway at a port of its own, over subgraphs of this process. */
export interface StartedGateway extends AsyncDisposable {
  /** Of the graph. */
  url: string;
  /** What the subgraphs were asked, in order. */
  requests: SubgraphRequest[];
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
  get(parameters: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
}

/** Starts a gateway; `supergraphSdl` is composed of the subgraphs unless it is given. */
export async function startGateway(
  subgraphs: readonly LocalSubgraph[],
  { supergraphSdl = composeLocal(subgraphs), ...options }: Partial<GatewayOptions> & { supergraphSdl?: string } = {},
): Promise<StartedGateway> {
  const requests: SubgraphRequest[] = [];
  const toClient = (subgraph: LocalSubgraph): SubgraphClient => {
    const transport = createLocalTransport(subgraph);
    return {
      execute(request) {
        requests.push(request);
        return transport.execute(request, undefined);
      },
      subscribe(request) {
        requests.push(request);
        return transport.subscribe(request, undefined);
      },
      check: async () => undefined,
      dispose: async () => undefined,
    };
  };
  const gateway = await createGateway({
    supergraph: { initialize: async () => ({ supergraphSdl }) },
    subgraphs: new Map(subgraphs.map((subgraph) => [subgraph.name, toClient(subgraph)])),
    // Limits have tests of their own.
    limits: 'off',
    log: createLogger({ name: 'test', level: 'silent' }),
    ...options,
  });
  const url = `http://127.0.0.1:${await listen(gateway.app, { port: 0, host: '127.0.0.1' })}/graphql`;
  return {
    url,
    requests,
    post: (body, headers = {}) =>
      fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) }),
    get: (parameters, headers = {}) => fetch(`${url}?${new URLSearchParams(parameters).toString()}`, { headers }),
    [Symbol.asyncDispose]: () => gateway.dispose(),
  };
}
