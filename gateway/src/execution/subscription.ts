import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { within } from '@secondlife/platform/within';
import { hasErrors } from './errors.js';
import type { Execution } from './execution.js';
import { mergeRootFields, toSubgraphRequest } from './fetch.js';
import type { LiveOperation } from './live-operation.js';
import { getOwn, isJsonObject, type JsonObject } from './merge.js';
import type { SubgraphRequest } from './transport.js';

type Results = AsyncIterableIterator<FormattedExecutionResult>;

/** The answer to an event, and the event's number: null where it has none. */
export interface LiveAnswer { seq: number | null; result: FormattedExecutionResult }

/** A subscription that is ready to be opened, as often as need be; until then nothing goes upstream. */
export interface PreparedSubscription<Context> {
  /** The same for subscriptions that ask for the same with the same variables, from whatever number on. */
  key: string;
  /** Whether the answer is the same for everybody. */
  isPublic: boolean;
  /** Whether it can go on from a number without gap or repeat. */
  isResumable: boolean;
  /** The number that the client has; null: from now on. */
  after: number | null;
  /** The subgraph of the root field. */
  serviceName: string;
  /** What goes upstream, but for the number. */
  request: SubgraphRequest;
  /** Opens it upstream, from `after` on where it is resumable. Rejects when the subgraph cannot be reached, or does not answer in time. */
  open(after: number | null, context: Context): Promise<Results>;
  /** Runs the rest of the plan. Rejects on an event that is none; what other subgraphs fail at is in the answer. */
  answer(event: FormattedExecutionResult, context: Context): Promise<LiveAnswer>;
  /** The answer when it could not be opened. */
  toUnavailable(): FormattedExecutionResult;
}

export interface SubscriptionRun<Context> {
  live: LiveOperation;
  /** The client's, coerced. */
  variables: JsonObject;
  acceptTimeoutMs: number;
  /** A new run of the plan. */
  createExecution(variables: JsonObject, context: Context | undefined): Execution<Context>;
  /** Runs what of the plan follows an event. */
  runRest(execution: Execution<Context>): Promise<void>;
  /** Gives the answer from what a run gathered. */
  shape(execution: Execution<Context>): FormattedExecutionResult;
}

/** Makes a planned subscription ready to be opened. */
export function toPreparedSubscription<Context>({ live, variables, acceptTimeoutMs, createExecution, runRest, shape }: SubscriptionRun<Context>): PreparedSubscription<Context> {
  const { resumePoint } = live;
  const { plan, getTransport } = createExecution(variables, undefined);
  const { root } = plan;
  if (root?.kind !== 'Subscription') throw new TypeError('A query or mutation is run by execute().');
  const { primary } = root;
  const after = resumePoint?.readAfter(variables) ?? null;
  const toRequest = (from: number | null): SubgraphRequest =>
    toSubgraphRequest(primary, createExecution({ ...variables, ...resumePoint?.toVariables(from) }, undefined).variables);

  return {
    key: `${live.fingerprint}${JSON.stringify(withoutNumberOf(live, variables))}`,
    isPublic: live.isPublic,
    isResumable: resumePoint !== null,
    after,
    serviceName: primary.serviceName,
    request: toRequest(null),
    async open(from, context) {
      const transport = getTransport(primary.serviceName);
      if (!transport) throw new Error('There is no transport to this subgraph.');
      const accepted = transport.subscribe(toRequest(from), context);
      try {
        return await within(acceptTimeoutMs, accepted);
      } catch (error) {
        // Should it accept later, that is ended at once.
        accepted.then((late) => late.return?.()).catch(() => undefined);
        throw error;
      }
    },
    async answer(event, context) {
      const execution = createExecution(variables, context);
      const hasData = isJsonObject(event.data);
      if (!hasData && !hasErrors(event)) throw new Error('The subgraph sent an event with neither data nor an error.');
      mergeRootFields(execution, primary, event);
      if (!hasData) return { seq: null, result: { errors: execution.errors, ...('data' in event ? { data: null } : {}) } };
      await runRest(execution);
      const result = shape(execution);
      return resumePoint ? takeNumber(result, resumePoint.rootKey, resumePoint.numberKey) : { seq: null, result };
    },
    toUnavailable() {
      const execution = createExecution(variables, undefined);
      mergeRootFields(execution, primary, undefined);
      return { errors: execution.errors };
    },
  };
}

/** Two that differ by their number alone are the same subscription. */
function withoutNumberOf({ resumePoint }: LiveOperation, variables: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => name !== resumePoint?.clientVariable));
}

/** The client did not ask for the number: it is taken out of the answer, and out of what is said of it. */
function takeNumber(result: FormattedExecutionResult, rootKey: string, numberKey: string): LiveAnswer {
  const value = isJsonObject(result.data) ? getOwn(result.data, rootKey) : undefined;
  const seq = isJsonObject(value) ? value[numberKey] : undefined;
  if (isJsonObject(value)) delete value[numberKey];
  return { seq: typeof seq === 'number' ? seq : null, result: result.errors ? { ...result, errors: result.errors.map(withoutNumber) } : result };

  function withoutNumber(error: GraphQLFormattedError): GraphQLFormattedError {
    return error.path?.[1] === numberKey ? { ...error, path: error.path.slice(0, 1) } : error;
  }
}
