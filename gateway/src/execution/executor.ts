import {
  GraphQLError, OperationTypeNode, getOperationAST, getVariableValues,
  type DocumentNode, type FormattedExecutionResult, type GraphQLFormattedError, type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { shortenMessage } from '@secondlife/platform/error-code';
import { compilePlan, type RunPlan } from './compile-plan.js';
import { createIsIdentifying } from './entity-keys.js';
import type { Execution } from './execution.js';
import { createLiveOperations } from './live-operation.js';
import type { JsonObject } from './merge.js';
import type { OperationPlan } from './plan.js';
import type { LoadedSupergraph } from '../planning/loaded-supergraph.js';
import { conditionsOf } from '../planning/conditions.js';
import { createPlanner, type CacheSize } from '../planning/planner.js';
import { compileShape, type ShapeResponse } from './shape-response.js';
import { toPreparedSubscription, type PreparedSubscription } from './subscription.js';
import type { SubgraphTransport } from './transport.js';

export interface ExecutorOptions<Context> {
  supergraph: LoadedSupergraph;
  /** The way to each subgraph, by its name in the supergraph. One that has none counts as unavailable. */
  transports: ReadonlyMap<string, SubgraphTransport<Context>> | ((serviceName: string) => SubgraphTransport<Context> | undefined);
  /** How long a subgraph may take to accept a subscription. Default 10,000 ms. */
  acceptTimeoutMs?: number;
  /**
   * Called with what a subgraph failed with: it could not be reached, was too slow, did not answer in GraphQL, or broke a subscription.
   * Clients are told only that a part is unavailable. Not called for errors within an answer. Must not throw.
   */
  onSubgraphFailure?: (serviceName: string, error: unknown) => void;
  /** Told of each operation that needed a plan; its context is undefined where it has none. Must not throw. */
  onPlanLookup?: (context: Context | undefined, lookup: PlanLookup) => void;
}

/** How an operation came by its plan. */
export interface PlanLookup {
  /** Whether it was in the cache. */
  isKept: boolean;
  /** As `performance.now()` has it. */
  startedMs: number;
  endedMs: number;
}

/** An operation that has been validated against the API schema. */
export interface OperationRequest<Context> {
  document: DocumentNode;
  /** Needed only where the document has several operations. */
  operationName?: string | undefined;
  /** As the client sent them: they are coerced here, and what they leave out takes its default. */
  variables?: Readonly<Record<string, unknown>> | undefined;
  /** Handed on to the transports, unread. */
  context: Context;
}

export interface Executor<Context> {
  /** What clients see: validate against this. */
  apiSchema: GraphQLSchema;
  /** Runs a query or mutation. What subgraphs fail at is in the result, and so is why an operation is refused. */
  execute(request: OperationRequest<Context>): Promise<FormattedExecutionResult>;
  /** Plans an operation, for what its conditions may say, so that the first who sends it need not wait. Rejects where it can't be planned. */
  warm(document: DocumentNode, operationName: string | undefined): Promise<void>;
  /** Plans a subscription, and opens nothing; what it is refused for is in the result. */
  prepareSubscription(request: Planned<Context>): Promise<PreparedSubscription<Context> | Refused>;
  getPlanCacheSize(): CacheSize;
}

/** The context is told with the plan, and nothing else is done with it. */
type Planned<Context> = Omit<OperationRequest<Context>, 'context'> & { context?: Context };

/** A plan as closures. Of a subscription, `run` is the part that follows an event; undefined: nothing is to be fetched. */
interface Compiled { run: RunPlan | undefined; shape: ShapeResponse }
interface Prepared { plan: OperationPlan; compiled: Compiled; variables: JsonObject }
/** Why an operation is not run. */
export type Refused = { errors: readonly GraphQLFormattedError[] };

/** Runs operations over the subgraphs of a supergraph. */
export function createExecutor<Context>({
  supergraph,
  transports,
  acceptTimeoutMs = 10_000,
  onSubgraphFailure = () => undefined,
  onPlanLookup = () => undefined,
}: ExecutorOptions<Context>): Executor<Context> {
  const { apiSchema, supergraphSchema } = supergraph;
  const { plan, getCacheSize } = createPlanner(supergraph);
  const isIdentifying = createIsIdentifying(supergraphSchema);
  const compiled = new WeakMap<OperationPlan, Compiled>();
  const getTransport = typeof transports === 'function' ? transports : (serviceName: string) => transports.get(serviceName);

  const readLive = createLiveOperations(apiSchema, supergraphSchema);

  const compile = (operationPlan: OperationPlan): Compiled => {
    const { root } = operationPlan;
    const node = root?.kind === 'Subscription' ? root.rest : root;
    const known = compiled.get(operationPlan)
      ?? { run: node && compilePlan({ supergraphSchema, isIdentifying }, node), shape: compileShape(apiSchema, operationPlan) };
    compiled.set(operationPlan, known);
    return known;
  };

  const planFor = async (document: DocumentNode, operation: OperationDefinitionNode, variables: JsonObject, context: Context | undefined): Promise<OperationPlan> => {
    const startedMs = performance.now();
    let isKept = true;
    try {
      return await plan(document, operation, variables, () => (isKept = false));
    } finally {
      onPlanLookup(context, { isKept, startedMs, endedMs: performance.now() });
    }
  };

  const prepare = async ({ document, operationName, variables = {}, context }: Planned<Context>, written?: OperationDefinitionNode): Promise<Prepared | Refused> => {
    try {
      const operation = getOperationAST(document, operationName);
      if (!operation) throw new GraphQLError('The document has no such operation.');
      const { variableDefinitions = [] } = written ?? operation;
      const { coerced, errors } = getVariableValues(apiSchema, variableDefinitions, variables, { maxErrors: 1, hideSuggestions: true });
      if (!coerced) return { errors: errors.slice(0, 1).map((error) => toRefusal(error, 'BAD_USER_INPUT')) };
      const operationPlan = await planFor(document, operation, coerced, context);
      return { plan: operationPlan, compiled: compile(operationPlan), variables: coerced };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [toRefusal(error, 'GRAPHQL_VALIDATION_FAILED')] };
      throw error;
    }
  };

  const createExecution = ({ plan: operationPlan, variables }: Prepared, context: Context | undefined): Execution<Context> => ({
    plan: operationPlan,
    supergraphSchema,
    getTransport,
    onSubgraphFailure,
    variables: toPlanVariables(operationPlan, variables),
    context: context as Context,
    data: {},
    errors: [],
    lacking: new Set(),
    gone: new Set(),
  });

  const prepareSubscription: Executor<Context>['prepareSubscription'] = async (request) => {
    try {
      const live = readLive(request.document, request.operationName);
      const prepared = await prepare({ ...request, document: live.document }, live.operation);
      if ('errors' in prepared) return prepared;
      const { compiled: { run, shape }, variables } = prepared;
      return toPreparedSubscription({
        live,
        variables,
        acceptTimeoutMs,
        createExecution: (given, context) => createExecution({ ...prepared, variables: given }, context),
        runRest: async (execution) => run?.(execution),
        shape: (execution) => shape(variables, execution),
      });
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [toRefusal(error, 'GRAPHQL_VALIDATION_FAILED')] };
      throw error;
    }
  };

  return {
    apiSchema,

    async execute(request) {
      const prepared = await prepare(request);
      if ('errors' in prepared) return prepared;
      const { root } = prepared.plan;
      if (root?.kind === 'Subscription') throw new TypeError('A subscription is run by prepareSubscription().');

      const execution = createExecution(prepared, request.context);
      await prepared.compiled.run?.(execution);
      return prepared.compiled.shape(prepared.variables, execution);
    },

    async warm(document, operationName) {
      const operation = getOperationAST(document, operationName);
      if (operation?.operation === OperationTypeNode.SUBSCRIPTION) await prepareSubscription({ document, operationName });
      else if (operation) for (const variables of toConditionValues(document)) await plan(document, operation, variables);
    },

    prepareSubscription,

    getPlanCacheSize: getCacheSize,
  };
}

/** More variables in conditions than that, and it is not known ahead what will be asked for. */
const MOST_CONDITIONS = 2;

/** All that the variables in a document's conditions may be. */
function toConditionValues(document: DocumentNode): JsonObject[] {
  const { variableNames } = conditionsOf(document);
  if (variableNames.length > MOST_CONDITIONS) return [];
  return variableNames.reduce<JsonObject[]>((all, name) => all.flatMap((values) => [{ ...values, [name]: true }, { ...values, [name]: false }]), [{}]);
}

function toRefusal(error: GraphQLError, defaultCode: string): GraphQLFormattedError {
  return { ...error.toJSON(), message: shortenMessage(error.message), extensions: { code: error.extensions.code ?? defaultCode } };
}

function toPlanVariables({ variableNames }: OperationPlan, variables: JsonObject): JsonObject {
  if (variableNames.size === 0) return variables;
  const clientNames = new Set(variableNames.values());
  const kept = Object.entries(variables).filter(([name]) => !clientNames.has(name));
  const renamed = [...variableNames].filter(([, name]) => Object.hasOwn(variables, name)).map(([planName, name]): [string, unknown] => [planName, variables[name]]);
  return Object.fromEntries([...kept, ...renamed]);
}
