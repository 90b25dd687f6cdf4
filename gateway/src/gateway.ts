import cors from '@fastify/cors';
import type { SupergraphManager } from '@apollo/gateway';
import type { FastifyInstance } from 'fastify';
import type { IdentitySource } from '@secondlife/platform/access-token';
import { createHttpServer, createMetrics, REQUEST_ID_HEADER, type TrustProxy } from '@secondlife/platform/http/http-server';
import type { Logger } from '@secondlife/platform/log';
import type { PubSub } from '@secondlife/platform/pubsub/pubsub';
import type { SubgraphClient } from '@secondlife/platform/subgraph/subgraph-client';
import { registerExplorer, type SavedOperation } from './explorer/explorer.js';
import { createAdmit, type Admit } from './graph/admission.js';
import { createEventStreams } from './graph/event-streams.js';
import { createGraph } from './graph/graph.js';
import { registerGraphRoute } from './graph/graph-route.js';
import { limitJsonBodies } from './graph/json-body.js';
import { createHeaderPicker } from './graph/propagated-headers.js';
import { createLiveGraph, type LiveGraph, type LiveGraphOptions } from './graph/live-graph.js';
import { serveSockets } from './graph/sockets.js';
import { readTrustedDocuments } from './graph/trusted-documents.js';
import { toAddressKey } from './identity/address-key.js';
import { createDoorkeeper } from './identity/doorkeeper.js';
import { createGatewayLimits, type LimitSettings } from './limits/gateway-limits.js';
import { createLiveCounters } from './live/limits.js';
import type { LiveEvent } from './live/live-queries.js';
import { createSendBudget } from './live/send-budget.js';
import { combineTransportHooks } from './observability/combine-transport-hooks.js';
import { createGatewayMetrics } from './observability/gateway-metrics.js';
import { observeLiveGraph } from './observability/observed-live-graph.js';
import { createOperationObserver, type OperationLog } from './observability/operation-observer.js';
import { createResilientClients } from './transport/resilient-clients.js';
import { createSubgraphLinks, type ConnectSubgraph } from './transport/subgraph-links.js';
import type { TransportHooks, TransportSettings } from './transport/transport-policy.js';
import { forwardPages, type FindWebApp } from './web-app/forward-pages.js';
import { forwardSockets } from './web-app/forward-sockets.js';
import { createVisitors } from './web-app/visitors.js';

/** A graph to serve, and who may come in. */
export interface GatewayOptions {
  supergraph: SupergraphManager;
  /**
   * The way to each subgraph, by its name in the supergraph; one that has none counts as unavailable. Or what makes the way to each that a
   * supergraph names: then subgraphs come and go with supergraphs.
   */
  subgraphs: ReadonlyMap<string, SubgraphClient> | ConnectSubgraph;
  /** How patient to be with a subgraph, where that differs from the defaults. */
  getTransportSettings?: (subgraph: string) => TransportSettings | undefined;
  /** Told of fetches, retries and circuit breakers. */
  transportHooks?: TransportHooks;
  /** Whom to believe; without it everyone is nobody. */
  identity?: IdentitySource;
  /** Hints of ended sessions. */
  pubsub?: PubSub;
  /** Names of the subgraphs that may read and set the client's cookies; default none. */
  cookieSubgraphs?: readonly string[];
  /** Headers of clients that subgraphs are to have, such as `authorization` where subgraphs check who asks; default none. */
  propagateHeaders?: readonly string[];
  /** Origins whose pages may ask; default any, without credentials. */
  allowedOrigins?: readonly string[] | undefined;
  /** Default true: the graph is public. */
  allowsIntrospection?: boolean;
  /** Every operation that may run, as a manifest in JSON: Apollo's, or an object of texts by their hashes. Default: any may. */
  trustedDocuments?: { file: string } | undefined;
  trustProxy?: TrustProxy | undefined;
  /** Shown as tabs by the bundled explorer. */
  savedOperations?: readonly SavedOperation[];
  /** Answers what no route does; without it, that is a 404 in JSON. */
  webApp?: WebAppOptions | undefined;
  /** What strangers may ask; `off` for measurements and trusted networks. */
  limits?: LimitSettings | 'off';
  /** Where all processes of the gateway count together what is spent; default: each counts for itself. */
  redisUrl?: string | undefined;
  /** Told what happens to subscriptions. */
  onLiveEvent?: LiveGraphOptions['observe'];
  /** At which level each operation writes a line of its own; default `info`. */
  operationLog?: OperationLog;
  log: Logger;
}

/** The web app behind the gateway. */
export interface WebAppOptions {
  find: FindWebApp;
  /** By it the web app's own requests count for its visitors: the same in all processes of the gateway, 32 characters or more. */
  visitorSecret: string;
}

/** The door to the graph: not yet listening, so that whoever runs it may add routes first. */
export interface Gateway {
  app: FastifyInstance;
  /** How many subscriptions there are, over how many upstream. */
  getLiveCounts: LiveGraph['getCounts'];
  /** Ends sockets, answers what is under way, lets go of the supergraph; subgraph clients that it was given are the caller's. */
  dispose(): Promise<void>;
}

/** Serves any supergraph: it knows no type or field of it. Rejects where the supergraph or the manifest of trusted documents cannot be read. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { supergraph, subgraphs, getTransportSettings, transportHooks, identity, pubsub, cookieSubgraphs = [], propagateHeaders = [], allowedOrigins, allowsIntrospection = true, trustedDocuments, trustProxy = false, savedOperations = [], webApp, limits: limitSettings = {}, redisUrl, onLiveEvent, operationLog = 'info', log } = options;
  const documents = trustedDocuments && (await readTrustedDocuments(trustedDocuments.file));
  const registry = createMetrics();
  const metrics = createGatewayMetrics({ registry, names: { documents: [...(documents?.values() ?? []), ...savedOperations.map(({ query }) => query)] } });
  const observer = createOperationObserver({ metrics, log, operationLog });
  const clients = createResilientClients(new Map(), {
    getSettings: getTransportSettings,
    hooks: combineTransportHooks(metrics.transportHooks, {
      ...transportHooks,
      onStateChange(subgraph, state) {
        log.warn({ subgraph, state }, 'the circuit breaker of a subgraph changed');
        transportHooks?.onStateChange?.(subgraph, state);
      },
    }),
  });
  const checks: Record<string, () => Promise<unknown>> = { ...(pubsub && { pubsub: () => pubsub.ping() }) };
  const open = (name: string, client: SubgraphClient): void => {
    clients.set(name, client);
    metrics.onSubgraph(name);
    checks[name] = () => client.check(AbortSignal.timeout(2_000));
  };
  const links = typeof subgraphs === 'function'
    ? createSubgraphLinks({ connect: subgraphs, onOpen: open, onLeave: (name) => delete checks[name], onGone: clients.delete })
    : null;
  if (typeof subgraphs !== 'function') for (const [name, client] of subgraphs) open(name, client);
  const limits = createGatewayLimits({ settings: limitSettings, redisUrl, log });
  const graph = await createGraph({
    supergraph,
    beforeTakeover: (supergraphSdl) => links?.follow(supergraphSdl),
    limits,
    getClient: (name) => clients.get(name),
    cookieSubgraphs: new Set(cookieSubgraphs),
    allowsIntrospection,
    trustedDocuments: documents,
    observer,
    onPlan: metrics.onPlan,
    log,
  }).catch(async (error: unknown) => {
    limits.dispose();
    await links?.dispose();
    throw error;
  });
  const doorkeeper = await createDoorkeeper({ source: identity, leavesTokens: propagateHeaders.some((name) => name.toLowerCase() === 'authorization'), pubsub, log });
  const headerPicker = createHeaderPicker(propagateHeaders);
  const app = createHttpServer({ log, checks, trustProxy, metrics: registry });
  const visitors = webApp && createVisitors(webApp.visitorSecret);
  if (webApp && visitors) forwardPages(app, webApp.find, visitors);
  await app.register(cors, { origin: allowedOrigins ? [...allowedOrigins] : '*', credentials: false, exposedHeaders: [REQUEST_ID_HEADER, 'ratelimit', 'ratelimit-policy', 'retry-after'], maxAge: 600 });
  const counters = createLiveCounters(limits.live);
  const budget = createSendBudget(limits.live.unsentBytes);
  const admitOperation = createAdmit(limits.costLimiter);
  const admit: Admit = (ready, call) => {
    if (ready.cost !== null) observer.onCost(call, ready.cost);
    return admitOperation(ready, call);
  };
  const onEvent = (event: LiveEvent): void => {
    metrics.onLiveEvent(event);
    onLiveEvent?.(event);
  };
  const liveGraph = observeLiveGraph(createLiveGraph({ graph, admit, observe: onEvent, log }), observer);
  metrics.watch({ getLiveCounts: liveGraph.getCounts, getPlanCacheSize: () => graph.getExecutor().getPlanCacheSize() });
  const eventStreams = createEventStreams({ liveGraph, doorkeeper, counters, budget });
  app.addHook('preClose', async () => eventStreams.dispose());
  // In a scope of its own: what forwards other addresses reads their bodies its own way.
  await app.register(async (scope) => {
    if (limits.bodyValues !== null) limitJsonBodies(scope, limits.bodyValues);
    registerGraphRoute(scope, { graph, doorkeeper, eventStreams, observer, admit, headerPicker, addressOf: (request) => toAddressKey(visitors?.addressOf(request) ?? request.ip), bodyBytes: limits.bodyBytes, log });
  });
  registerExplorer(app, savedOperations);
  serveSockets(app, { liveGraph, doorkeeper, limits: limits.live, counters, budget, allowedOrigins, headerPicker, trustProxy, log });
  if (webApp) forwardSockets(app, webApp.find);
  return {
    app,
    getLiveCounts: liveGraph.getCounts,
    async dispose() {
      await app.close();
      liveGraph.dispose();
      await doorkeeper.dispose();
      await graph.dispose();
      limits.dispose();
      await links?.dispose();
    },
  };
}
