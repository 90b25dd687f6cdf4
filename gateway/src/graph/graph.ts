import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { SupergraphManager } from '@apollo/gateway';
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
import { SubgraphFailure } from '@secondlife/platform/subgraph/subgraph-failure';
import { toError } from '@secondlife/platform/to-error';
import { createExecutor, type Executor } from '../execution/executor.js';
import type { SubgraphTransport } from '../execution/transport.js';
import type { LoadedSupergraph } from '../planning/loaded-supergraph.js';
import { createPlannerService } from '../planning/planner-service.js';
import { followSupergraph } from '../supergraph/follow-supergraph.js';

export interface GraphOptions {
  supergraph: SupergraphManager;
  /** The way to the subgraph of that name in the supergraph; undefined counts as unavailable. */
  getClient(subgraphName: string): SubgraphClient | undefined;
  /** Subgraphs that may read and set the client's cookies; to the others they do not exist. */
  cookieSubgraphs: ReadonlySet<string>;
  allowsIntrospection: boolean;
  log: Logger;
}

/** Behind the clients' own time limits, which are shorter and known to their circuit breakers. */
const FETCH_TIMEOUT_MS = 60_000;

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
  /** By which Apollo Server validates too: for operations that come another way. */
  validationRules: readonly ValidationRule[];
  dispose(): Promise<void>;
}

/**
 * Each operation goes to the executor that was made with the schema that it was validated against, so that it is not disturbed by
 * a new supergraph.
 */
export async function createGraph({ supergraph, getClient, cookieSubgraphs, allowsIntrospection, log }: GraphOptions): Promise<Graph> {
  const planners = createPlannerService({ log });
  const schemaListeners = new Set<SchemaListener>();
  const executors = new WeakMap<GraphQLSchema, Executor<SubgraphCall>>();
  let newest: Executor<SubgraphCall> | undefined;
  const take = async (loaded: LoadedSupergraph, coreSupergraphSdl: string): Promise<void> => {
    newest = createExecutor<SubgraphCall>({
      supergraph: loaded,
      transports: (name) => toTransport(getClient(name), cookieSubgraphs.has(name)),
      fetchTimeoutMs: FETCH_TIMEOUT_MS,
      onSubgraphFailure: (subgraph, error) => {
        // That it is not asked has been told once, when its circuit opened.
        if (!(error instanceof SubgraphFailure && error.kind === 'circuit-open')) log.warn({ err: error, subgraph }, 'a subgraph failed');
      },
    });
    executors.set(loaded.apiSchema, newest);
    for (const listener of schemaListeners) listener({ apiSchema: loaded.apiSchema, coreSupergraphSdl });
  };
  let unfollow: (() => Promise<void>) | undefined;

  const server = new ApolloServer<GraphCall>({
    gateway: {
      async load() {
        unfollow = await followSupergraph({ source: supergraph, planners, take, log });
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
    validationRules: allowsIntrospection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule],
    dispose: () => server.stop(),
  };
}

type SchemaListener = (event: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void;

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
