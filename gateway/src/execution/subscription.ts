import type { FormattedExecutionResult } from 'graphql';
import { withDeadline } from './deadline.js';
import { hasErrors, toInterrupted } from './errors.js';
import { answerEach } from './event-stream.js';
import type { RunPlan } from './compile-plan.js';
import type { Execution } from './execution.js';
import { mergeRootFields, toSubgraphRequest } from './fetch.js';
import { isJsonObject } from './merge.js';
import type { FetchNode } from './plan.js';

type Results = AsyncIterableIterator<FormattedExecutionResult>;

/**
 * Subscribes at the subgraph of the root field, and runs the rest of the plan for each of its events.
 *
 * @param createExecution a new run of the plan: one to subscribe with, and one for each event
 * @param shape gives the answer from what a run gathered
 */
export async function subscribeToPlan<Context>(
  createExecution: (signal: AbortSignal | undefined) => Execution<Context>,
  runRest: RunPlan | undefined,
  shape: (execution: Execution<Context>) => FormattedExecutionResult,
): Promise<Results | FormattedExecutionResult> {
  const subscribing = createExecution(undefined);
  const { root } = subscribing.plan;
  if (root?.kind !== 'Subscription') throw new TypeError('A query or mutation is run by execute().');
  const { primary } = root;

  const upstream = await subscribeUpstream(subscribing, primary);
  if (!upstream) {
    mergeRootFields(subscribing, primary, undefined);
    return { errors: subscribing.errors };
  }

  const toResult = async (event: FormattedExecutionResult, signal: AbortSignal): Promise<FormattedExecutionResult> => {
    const execution = createExecution(signal);
    const hasData = isJsonObject(event.data);
    if (!hasData && !hasErrors(event)) throw new Error('The subgraph sent an event with neither data nor an error.');
    mergeRootFields(execution, primary, event);
    if (!hasData) return { errors: execution.errors, ...('data' in event ? { data: null } : {}) };
    await runRest?.(execution);
    return shape(execution);
  };

  return answerEach(upstream, toResult, (error) => {
    subscribing.onSubgraphFailure(primary.serviceName, error);
    return { errors: [toInterrupted()] };
  });
}

/** Undefined when the subgraph cannot be reached or does not answer in time; should it accept later, that is ended at once. */
async function subscribeUpstream<Context>(
  { getTransport, fetchTimeoutMs, variables, context, onSubgraphFailure }: Execution<Context>, fetch: FetchNode,
): Promise<Results | undefined> {
  let accepted: Promise<Results> | undefined;
  try {
    const transport = getTransport(fetch.serviceName);
    if (!transport) throw new Error('There is no transport to this subgraph.');
    accepted = transport.subscribe(toSubgraphRequest(fetch, variables), context);
    const upstream = accepted;
    return await withDeadline(fetchTimeoutMs, undefined, () => upstream);
  } catch (error) {
    accepted?.then((late) => late.return?.()).catch(() => undefined);
    onSubgraphFailure(fetch.serviceName, error);
    return undefined;
  }
}
