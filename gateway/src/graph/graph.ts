import { ApolloServer, HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener, type HTTPGraphQLHead } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { SupergraphManager } from '@apollo/gateway';
import { NoSchemaIntrospectionCustomRule, specifiedRules, type FormattedExecutionResult, type GraphQLSchema } from 'graphql';
import { maskError } from '@secondlife/platform/error-code';
import { currentRequestId, type Logger } from '@secondlife/platform/log';
import type { SubgraphCall, SubgraphClient } from '@secondlife/platform/subgraph/subgraph-client';
import { SubgraphFailure } from '@secondlife/platform/subgraph/subgraph-failure';
import { createAuthorizer } from '../authorization/authorizer.js';
import { asksOfViewers } from '../authorization/asks-of-viewers.js';
import { createExecutor, type Executor } from '../execution/executor.js';
import type { SubgraphTransport } from '../execution/transport.js';
import { createCostModel } from '../limits/cost/cost-model.js';
import type { GatewayLimits } from '../limits/gateway-limits.js';
import { toLasting } from '../live/viewer-key.js';
import type { OperationObserver } from '../observability/operation-observer.js';
import type { LoadedSupergraph } from '../planning/loaded-supergraph.js';
import { createPlannerService, type PlannerServiceOptions } from '../planning/planner-service.js';
import { followSupergraph } from '../supergraph/follow-supergraph.js';
import { createMask } from './mask.js';
import { createOperationReader, type OperationReader } from './operations.js';
import { createPersistedQueries, createSafelist } from './persisted-queries.js';
import { createPrepare, type Prepare, type ReadyOperation, type ServedGraph } from './prepare.js';
import type { TrustedDocuments } from './trusted-documents.js';

export interface GraphOptions {
  supergraph: SupergraphManager;
  /** Called with each supergraph before it takes over; throws where it can't, and then the one before stays. */
  beforeTakeover(supergraphSdl: string): void;
  /** The way to the subgraph of that name in the supergraph; undefined counts as unavailable. */
  getClient(subgraphName: string): SubgraphClient | undefined;
  /** Subgraphs that may read and set the client's cookies; to the others they do not exist. */
  cookieSubgraphs: ReadonlySet<string>;
  allowsIntrospection: boolean;
  limits: Pick<GatewayLimits, 'operation' | 'cost'>;
  /** Where it is given, these run and no others. */
  trustedDocuments?: TrustedDocuments | undefined;
  observer: OperationObserver;
  /** Told of each plan that is made. */
  onPlan?: PlannerServiceOptions['onPlan'];
  log: Logger;
}

/** As many as that are ready before a new supergraph takes over. */
const WARMED_OPERATIONS = 200;

/** What the server in front is called with: an operation that may run, and for whom. */
interface GraphCall {
  ready: ReadyOperation;
  call: SubgraphCall;
}

/** The supergraph, served: Apollo Server in front for single results, our executor behind it. */
export interface Graph {
  /** The executor of the newest supergraph; its API schema is what clients see. */
  getExecutor(): Executor<SubgraphCall>;
  /** What every door calls with an operation before it runs it. */
  prepare: Prepare;
  /** Knows the operations that clients send. */
  reader: OperationReader;
  /** Answers a query or mutation, its errors masked. */
  run(ready: ReadyOperation, call: SubgraphCall): Promise<FormattedExecutionResult>;
  /** The page that a browser finds. */
  readLandingPage(): Promise<string>;
  /** `listener` is called when there is a newer executor. Returns what ends it. */
  onReload(listener: () => void): () => void;
  dispose(): Promise<void>;
}

/**
 * Each operation goes to the executor that was made with the schema that it was validated against, so that it is not disturbed by
 * a new supergraph. Apollo Server is given documents that have been read.
 */
export async function createGraph({ supergraph, beforeTakeover, getClient, cookieSubgraphs, allowsIntrospection, limits, trustedDocuments, observer, onPlan, log }: GraphOptions): Promise<Graph> {
  const planners = createPlannerService({ log, ...(onPlan && { onPlan }) });
  const schemaListeners = new Set<SchemaListener>();
  let newest: ServedGraph | undefined;
  let unfollow: (() => Promise<void>) | undefined;
  const take = async (loaded: LoadedSupergraph, coreSupergraphSdl: string): Promise<void> => {
    beforeTakeover(coreSupergraphSdl);
    const { apiSchema, supergraphSchema } = loaded;
    const executor = createExecutor<SubgraphCall>({
      supergraph: loaded,
      transports: (name) => toTransport(name, getClient(name), cookieSubgraphs.has(name), observer),
      onPlanLookup: observer.onPlanLookup,
      onSubgraphFailure: (subgraph, error) => {
        // That it is not asked has been told once, when its circuit opened.
        if (!(error instanceof SubgraphFailure && error.kind === 'circuit-open')) log.warn({ err: error, subgraph }, 'a subgraph failed');
      },
    });
    if (newest) await warm(newest.executor.apiSchema, executor);
    newest = {
      executor,
      authorizer: asksOfViewers(coreSupergraphSdl) ? createAuthorizer(supergraphSchema, apiSchema) : null,
      costModel: limits.cost && createCostModel({ schema: supergraphSchema, ...limits.cost }),
    };
    for (const listener of schemaListeners) listener({ apiSchema, coreSupergraphSdl });
  };
  /** What clients ask for most is read and planned before they ask the new one. */
  const warm = async (before: GraphQLSchema, executor: Executor<SubgraphCall>): Promise<void> => {
    for (const { text, operationName } of reader.popular(before, WARMED_OPERATIONS)) {
      const read = reader.read(executor.apiSchema, text);
      // What does not fit any more is refused when it comes.
      if ('document' in read) await executor.warm(read.document, operationName).catch(() => undefined);
    }
  };
  const getGraph = (): ServedGraph => {
    if (!newest) throw new Error('No supergraph has been loaded');
    return newest;
  };
  const rules = allowsIntrospection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const reader = createOperationReader({ rules, limits: limits.operation });
  const texts = trustedDocuments ? createSafelist(trustedDocuments) : createPersistedQueries();

  const server = new ApolloServer<GraphCall>({
    gateway: {
      async load() {
        try {
          unfollow = await followSupergraph({ source: supergraph, planners, take, log });
        } catch (error) {
          planners.dispose();
          throw error;
        }
        // Answers are given by `createAnswering`, in its place.
        return { executor: null };
      },
      onSchemaLoadOrUpdate(listener) {
        schemaListeners.add(listener);
        return () => schemaListeners.delete(listener);
      },
      async stop() {
        await unfollow?.();
        planners.dispose();
      },
    },
    introspection: allowsIntrospection,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: quiet(log),
    formatError: (formatted, error) => maskError(formatted, error, { requestId: currentRequestId(), log }),
    persistedQueries: false,
    documentStore: null,
    plugins: [
      ApolloServerPluginLandingPageLocalDefault({ embed: true, includeCookies: false }),
      // What they find costs more than the rest of the server, and nobody asks for it.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      createAnswering(log),
    ],
  });
  await server.start();
  return {
    getExecutor: () => getGraph().executor,
    prepare: createPrepare({ getGraph, texts, reader, limits: limits.operation }),
    reader,
    async run(ready, call) {
      const { text, operation, variables } = ready;
      const request = { query: text, variables, ...(operation.name && { operationName: operation.name.value }) };
      const { body } = await server.executeOperation(request, { contextValue: { ready, call } });
      if (body.kind === 'single') return body.singleResult;
      throw new TypeError('Our executor gives one result');
    },
    async readLandingPage() {
      const httpGraphQLRequest = { method: 'GET', headers: new HeaderMap([['accept', 'text/html']]), search: '', body: undefined };
      const { body } = await server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: () => Promise.reject(new Error('The page needs none')) });
      return body.kind === 'complete' ? body.string : '';
    },
    onReload(listener) {
      schemaListeners.add(listener);
      return () => schemaListeners.delete(listener);
    },
    dispose: () => server.stop(),
  };
}

type SchemaListener = (event: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void;

function toTransport(name: string, client: SubgraphClient | undefined, seesCookies: boolean, observer: OperationObserver): SubgraphTransport<SubgraphCall> | undefined {
  if (!client) return undefined;
  const seen = (call: SubgraphCall): SubgraphCall => (seesCookies ? call : toLasting(call));
  return {
    execute: (request, call) => observer.fetch(name, seen(call), (traced) => client.execute(request, traced)),
    subscribe: (request, call) => client.subscribe(request, seen(call)),
  };
}

/**
 * Answers in the place of a gateway's executor: for each of that one's calls Apollo Server makes objects of accessors, which take as long as
 * the rest of it, and it writes errors out that are written already. It is given documents that have been read, and asked for no more.
 */
function createAnswering(log: Logger): ApolloServerPlugin<GraphCall> {
  const mask = createMask(log);
  const listener: GraphQLRequestListener<GraphCall> = {
    async responseForOperation({ contextValue: { ready: { executor, document, operation, variables, complete }, call } }) {
      const run = async () => mask(complete(await executor.execute({ document, operationName: operation.name?.value, variables, context: call })), call);
      // What nobody foresaw is an answer too: counted, and told as any other.
      const toAnswer = (error: unknown) => ({ errors: [maskError({ message: String(error) }, error, { requestId: call.viewer.requestId, log })] });
      return { http: NO_HEAD, body: { kind: 'single', singleResult: await run().catch(toAnswer) } };
    },
  };
  return {
    async requestDidStart(request) {
      Object.assign(request, { document: request.contextValue.ready.document });
      return listener;
    },
  };
}

/** The routes say what HTTP is told. */
const NO_HEAD: HTTPGraphQLHead = { headers: new HeaderMap() };

/** Apollo's libraries tell at `info` and `debug` what only their developers need. */
const quiet = (log: Logger) => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (message: unknown) => log.warn(String(message)),
  error: (message: unknown) => log.error(String(message)),
});
