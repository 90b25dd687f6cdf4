import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import { ApolloGateway, type SupergraphManager } from '@apollo/gateway';
import {
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  specifiedRules,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql';
import { codedError, maskError } from '@secondlife/platform/error-code';
import { currentRequestId, type Logger } from '@secondlife/platform/log';
import type { SubgraphCall, SubgraphClient } from '@secondlife/platform/subgraph/subgraph-client';
import { toError } from '@secondlife/platform/to-error';
import { createExecutor, type Executor } from '../execution/executor.js';
import type { SubgraphTransport } from '../execution/transport.js';

export interface GraphOptions {
  supergraph: SupergraphManager;
  /** The way to the subgraph of that name in the supergraph; undefined counts as unavailable. */
  getClient(subgraphName: string): SubgraphClient | undefined;
  /** Subgraphs that may read and set the client's cookies; to the others they do not exist. */
  cookieSubgraphs: ReadonlySet<string>;
  allowsIntrospection: boolean;
  log: Logger;
}

/** Hashing passwords is slow on purpose: a burst of new accounts on a small machine takes seconds. */
const FETCH_TIMEOUT_MS = 30_000;

/** How the server in front is called. */
export interface GraphCall extends SubgraphCall {
  /** Whether the client's token is good for queries alone. */
  readsOnly: boolean;
}

/** The supergraph, served: Apollo Server in front for single results, our executor behind it. */
export interface Graph {
  server: ApolloServer<GraphCall>;
  /** The executor of the newest supergraph; its API schema is what clients see. */
  getExecutor(): Executor<SubgraphCall>;
  /** `listener` is called when there is a newer executor. Returns what ends it. */
  onReload(listener: () => void): () => void;
  /** By which Apollo Server validates too: for operations that come another way. */
  validationRules: readonly ValidationRule[];
  dispose(): Promise<void>;
}

/**
 * @apollo/gateway loads and watches the supergraph and hands its schema to Apollo Server. It runs no operation: each
 * goes to the executor that was made with the schema that it was validated against.
 */
export async function createGraph({ supergraph, getClient, cookieSubgraphs, allowsIntrospection, log }: GraphOptions): Promise<Graph> {
  const keeper = new ApolloGateway({
    supergraphSdl: supergraph,
    logger: quiet(log),
    buildService: () => ({ process: () => Promise.reject(new Error('Operations are run by our own executor')) }),
  });
  const executors = new WeakMap<GraphQLSchema, Executor<SubgraphCall>>();
  const reloadListeners = new Set<() => void>();
  let newest: Executor<SubgraphCall> | undefined;
  keeper.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    newest = createExecutor<SubgraphCall>({
      supergraphSdl: coreSupergraphSdl,
      transports: (name) => toTransport(getClient(name), cookieSubgraphs.has(name)),
      fetchTimeoutMs: FETCH_TIMEOUT_MS,
      onSubgraphFailure: (subgraph, error) => log.warn({ err: error, subgraph }, 'a subgraph failed'),
    });
    executors.set(apiSchema, newest);
    for (const listener of reloadListeners) listener();
  });

  const server = new ApolloServer<GraphCall>({
    gateway: {
      async load(options) {
        await keeper.load(options);
        return {
          executor: async ({ schema, document, operationName, operation, request, context }) => {
            if (operation?.operation === OperationTypeNode.SUBSCRIPTION) return { errors: [codedError('BAD_USER_INPUT', 'Subscriptions go over WebSocket (graphql-transport-ws).')] };
            const executor = executors.get(schema);
            if (!executor) throw new Error('There is no executor for this schema');
            const { readsOnly, ...call } = context as GraphCall;
            if (readsOnly && operation?.operation !== OperationTypeNode.QUERY) return { errors: [codedError('FORBIDDEN', 'This token is for queries alone.')] };
            const { variables } = request;
            return toExecutionResult(await executor.execute({ document, operationName: operationName ?? undefined, variables, context: call }));
          },
        };
      },
      onSchemaLoadOrUpdate: (callback) => keeper.onSchemaLoadOrUpdate(callback),
      stop: () => keeper.stop(),
    },
    introspection: allowsIntrospection,
    // The route takes POST of application/json alone, which no page can send to us unasked, and GET runs queries alone.
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: quiet(log),
    formatError: (formatted, error) => maskError(formatted, error, { requestId: currentRequestId(), log }),
    plugins: [ApolloServerPluginLandingPageLocalDefault({ embed: true, includeCookies: false })],
  });
  await server.start();
  return {
    server,
    getExecutor() {
      if (!newest) throw new Error('No supergraph has been loaded');
      return newest;
    },
    onReload(listener) {
      reloadListeners.add(listener);
      return () => reloadListeners.delete(listener);
    },
    validationRules: allowsIntrospection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule],
    dispose: () => server.stop(),
  };
}

function toTransport(client: SubgraphClient | undefined, seesCookies: boolean): SubgraphTransport<SubgraphCall> | undefined {
  if (!client) return undefined;
  const seen = (call: SubgraphCall): SubgraphCall => (seesCookies ? call : { viewer: call.viewer });
  return {
    execute: (request, call, signal) => client.execute(request, seen(call), signal),
    subscribe: (request, call) => client.subscribe(request, seen(call)),
  };
}

function toExecutionResult({ data, errors }: FormattedExecutionResult): ExecutionResult<Record<string, unknown>, Record<string, unknown>> {
  return {
    ...(data !== undefined && { data }),
    ...(errors && { errors: errors.map(toError) }),
  };
}

/** Apollo's libraries tell at `info` and `debug` what only their developers need. */
const quiet = (log: Logger) => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (message: unknown) => log.warn(String(message)),
  error: (message: unknown) => log.error(String(message)),
});
