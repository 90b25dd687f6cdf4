import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyInstance } from 'fastify';
import {
  createSourceEventStream,
  execute,
  formatError,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { codedError, maskError } from '../error-code.js';
import type { HealthChecks } from '../http/health.js';
import { currentRequestId, withLogContext, type Logger } from '../log.js';
import { DONE, toAsyncIterator } from '../live/async-iterator.js';
import type { SubgraphCall, SubgraphRequest } from './subgraph-client.js';
import type { FederatedSchema } from './federation.js';

export interface SubgraphOptions<Context extends object> {
  name: string;
  federated: FederatedSchema;
  log: Logger;
  /** A fresh context with fresh loaders: for each request, and for each event of a subscription. */
  createContext(call: SubgraphCall): Context;
  checks: HealthChecks;
  /** HTTP routes beside the graph, such as uploads. */
  registerRoutes?(app: FastifyInstance): Promise<void>;
  /** Begins what goes on beside requests: consumers, jobs. */
  start(): Promise<void>;
  /** Lets go of everything that was opened. */
  dispose(): Promise<void>;
}

/** A subgraph, whatever way it is reached. */
export interface Subgraph {
  name: string;
  schema: GraphQLSchema;
  sdl: string;
  checks: HealthChecks;
  execute(request: SubgraphRequest, call: SubgraphCall): Promise<FormattedExecutionResult>;
  /** One result per event; a refusal is one result with errors. An event source that fails ends with one result with its error. */
  subscribe(request: SubgraphRequest, call: SubgraphCall): Promise<AsyncIterableIterator<FormattedExecutionResult>>;
  registerRoutes(app: FastifyInstance): Promise<void>;
  start(): Promise<void>;
  dispose(): Promise<void>;
}

/** A subgraph around a federated schema: parses, validates, runs and masks, whatever way it is reached. */
export async function createSubgraph<Context extends object>(options: SubgraphOptions<Context>): Promise<Subgraph> {
  const { name, federated, log, createContext, checks, registerRoutes, start, dispose } = options;
  const { schema, sdl } = federated;

  const server = new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    formatError: (formatted, error) => maskError(formatted, error, { requestId: currentRequestId(), log }),
  });
  await server.start();

  const mask = (call: SubgraphCall, { data, errors }: ExecutionResult): FormattedExecutionResult => ({
    ...(data !== undefined && { data }),
    ...(errors && { errors: errors.map((error) => maskError(formatError(error), error, { requestId: call.viewer.requestId, log })) }),
  });
  const inLogContext = <T>({ viewer }: SubgraphCall, work: () => T): T =>
    withLogContext({ requestId: viewer.requestId, viewerId: viewer.userId }, work);

  return {
    name,
    schema,
    sdl,
    checks,
    execute: (request, call) =>
      inLogContext(call, async () => {
        const { body } = await server.executeOperation(request, { contextValue: createContext(call) });
        if (body.kind !== 'single') throw new Error('A subgraph answers at once');
        const { data, errors } = body.singleResult;
        return { ...(data !== undefined && { data }), ...(errors && { errors }) };
      }),
    subscribe: (request, call) => inLogContext(call, () => subscribeFresh({ schema, request, call, createContext, mask: (result) => mask(call, result) })),
    registerRoutes: async (app) => registerRoutes?.(app),
    start,
    async dispose() {
      await server.stop();
      await dispose();
    },
  };
}

interface SubscribeFreshOptions<Context> {
  schema: GraphQLSchema;
  request: SubgraphRequest;
  call: SubgraphCall;
  createContext(call: SubgraphCall): Context;
  mask(result: ExecutionResult): FormattedExecutionResult;
}

/** graphql-js' `subscribe` runs every event with one context, whose loaders would remember old rows: here each has its own. */
async function subscribeFresh<Context>({ schema, request, call, createContext, mask }: SubscribeFreshOptions<Context>): Promise<AsyncIterableIterator<FormattedExecutionResult>> {
  const parsed = parseAndValidate(schema, request.query);
  if ('errors' in parsed) return once(mask(parsed));
  const operation = { schema, document: parsed.document, variableValues: request.variables, operationName: request.operationName };
  const source = await createSourceEventStream({ ...operation, contextValue: createContext(call) });
  if (!(Symbol.asyncIterator in source)) return once(mask(source));
  const events = source[Symbol.asyncIterator]();
  let isOver = false;
  let stopWaiting = () => {};
  /** Not `Promise.race` with one promise for all events: it would keep each of them. */
  const nextOrClosed = () =>
    new Promise<IteratorResult<unknown>>((resolve, reject) => {
      stopWaiting = () => resolve(DONE);
      events.next().then(resolve, reject);
    });
  return toAsyncIterator({
    async next() {
      if (isOver) return DONE;
      let event: IteratorResult<unknown>;
      try {
        event = await nextOrClosed();
      } catch (error) {
        isOver = true;
        return { done: false, value: mask({ errors: [toGraphQLError(error)] }) };
      }
      if (event.done) return DONE;
      return { done: false, value: mask(await execute({ ...operation, rootValue: event.value, contextValue: createContext(call) })) };
    },
    async close() {
      isOver = true;
      stopWaiting();
      await events.return?.();
    },
  });
}

function parseAndValidate(schema: GraphQLSchema, query: string): { document: DocumentNode } | { errors: readonly GraphQLError[] } {
  try {
    const document = parse(query);
    const errors = validate(schema, document);
    return errors.length > 0 ? { errors: errors.map((error) => codedError('GRAPHQL_VALIDATION_FAILED', error.message)) } : { document };
  } catch (error) {
    return { errors: [codedError('GRAPHQL_PARSE_FAILED', (error as Error).message)] };
  }
}

/** What an event source throws may be any error; `formatError` reads a GraphQLError. */
const toGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError('Unexpected error.', { originalError: error as Error });

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}
