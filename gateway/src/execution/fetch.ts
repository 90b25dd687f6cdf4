import type { FormattedExecutionResult } from 'graphql';
import { toCommonKeys, toKeys } from './data-path.js';
import { withDeadline } from './deadline.js';
import { hasErrors, toClientErrors, toUnavailable, type ToClientPaths } from './errors.js';
import type { Execution } from './execution.js';
import { cloneJson, isJsonObject, mergeInto, type JsonObject } from './merge.js';
import type { FetchNode, OperationPlan } from './plan.js';
import { toBatches, type RepresentationBatch, type Target } from './representations.js';
import { applyRewrites } from './rewrites.js';
import { toRootKeys } from './root-keys.js';
import type { SubgraphRequest } from './transport.js';
import { isAbstractTypeName } from './type-conditions.js';

/** Fetches for all targets at once, and merges what comes. Never rejects: what fails is among the errors. */
export async function executeFetch<Context>(execution: Execution<Context>, fetch: FetchNode, targets: readonly Target[]): Promise<void> {
  if (targets.length === 0) return;
  if (!fetch.requires) return fetchRootFields(execution, fetch, targets);
  const { batches, unasked } = toBatches(execution, fetch, targets);
  for (const { object } of unasked) execution.lacking.add(object);
  await Promise.all(batches.map((batch) => fetchEntities(execution, fetch, batch)));
}

async function fetchRootFields<Context>(execution: Execution<Context>, fetch: FetchNode, targets: readonly Target[]): Promise<void> {
  const answer = await request(execution, fetch, {}, isJsonObject);
  mergeRootFields(execution, fetch, answer, targets);
}

/**
 * Takes in what a fetch of root fields gave.
 *
 * @param answer undefined when there is none
 * @param targets where it goes; by default, the root of the data
 */
export function mergeRootFields<Context>(
  execution: Execution<Context>,
  fetch: FetchNode,
  answer: FormattedExecutionResult | undefined,
  targets: readonly Target[] = [{ object: execution.data, path: undefined }],
): void {
  const toClientKeys = createToClientKeys(execution.plan, fetch);
  const toPaths: ToClientPaths = (path) => {
    const innerPaths = path ? [path] : toRootKeys(fetch.query, execution.variables).map((key) => [key]);
    return targets.flatMap((target) => innerPaths.map((inner) => toClientKeys([...toKeys(target.path), ...inner])));
  };
  addErrors(execution, answer, toPaths);

  mergeIntoAll(execution, fetch, targets, answer?.data);
}

async function fetchEntities<Context>(execution: Execution<Context>, fetch: FetchNode, batch: RepresentationBatch): Promise<void> {
  const { contextVariables, representations, targetsOf } = batch;
  const toEntities = (data: unknown): unknown[] | undefined => {
    const entities = isJsonObject(data) ? data._entities : undefined;
    return Array.isArray(entities) && entities.length === representations.length ? entities : undefined;
  };
  const answer = await request(execution, fetch, { ...contextVariables, representations }, (data) => toEntities(data) !== undefined);

  const toClientKeys = createToClientKeys(execution.plan, fetch);
  addErrors(execution, answer, (path) => {
    const [, index, ...inner] = path ?? [];
    const targets = typeof index === 'number' ? targetsOf[index] : undefined;
    return targets
      ? targets.map((target) => toClientKeys([...toKeys(target.path), ...inner]))
      : [toClientKeys(toCommonKeys(targetsOf.flat().map((target) => target.path)))];
  });

  const entities = toEntities(answer?.data);
  targetsOf.forEach((targets, index) => {
    mergeIntoAll(execution, fetch, targets, entities?.[index]);
    if (entities?.[index] === null) for (const { object } of targets) execution.gone.add(object);
  });
}

/** Undefined when there is no answer to work with; why goes to the hook. */
async function request<Context>(
  { getTransport, variables, context, signal, fetchTimeoutMs, onSubgraphFailure }: Execution<Context>,
  fetch: FetchNode,
  ownVariables: JsonObject,
  isUsable: (data: unknown) => boolean,
): Promise<FormattedExecutionResult | undefined> {
  try {
    const transport = getTransport(fetch.serviceName);
    if (!transport) throw new Error('There is no transport to this subgraph.');
    const subgraphRequest = toSubgraphRequest(fetch, variables, ownVariables);
    const answer = await withDeadline(fetchTimeoutMs, signal, (fetchSignal) => transport.execute(subgraphRequest, context, fetchSignal));
    if (!hasErrors(answer) && !isUsable(answer.data)) throw new Error('The subgraph gave neither the data nor an error.');
    return answer;
  } catch (error) {
    if (!signal?.aborted) onSubgraphFailure(fetch.serviceName, error);
    return undefined;
  }
}

export function toSubgraphRequest(fetch: FetchNode, variables: JsonObject, ownVariables: JsonObject = {}): SubgraphRequest {
  const used = fetch.variableNames.filter((name) => Object.hasOwn(variables, name)).map((name): [string, unknown] => [name, variables[name]]);
  return {
    query: fetch.query,
    ...(fetch.operationName === undefined ? {} : { operationName: fetch.operationName }),
    variables: { ...Object.fromEntries(used), ...ownVariables },
  };
}

function addErrors<Context>(execution: Execution<Context>, answer: FormattedExecutionResult | undefined, toPaths: ToClientPaths): void {
  const errors = answer ? toClientErrors(answer, toPaths) : toPaths(undefined).map(toUnavailable);
  for (const error of errors) execution.errors.push(error);
}

/** Data keys are the planner's and ours; an error's path has the client's. */
function createToClientKeys({ responseKeys }: OperationPlan, { outputRewrites }: FetchNode) {
  const renamed = new Map<string | number, string>();
  for (const rewrite of outputRewrites) {
    const last = rewrite.path.at(-1);
    if (rewrite.kind === 'KeyRenamer' && last?.kind === 'field') renamed.set(last.name, rewrite.renameTo);
  }
  return (keys: readonly (string | number)[]): (string | number)[] => keys.map((key) => {
    const dataKey = renamed.get(key) ?? key;
    return typeof dataKey === 'string' ? responseKeys.get(dataKey) ?? dataKey : dataKey;
  });
}

/** Each target but the first gets a copy: what is fetched into them later may differ. */
function mergeIntoAll<Context>({ supergraphSchema, lacking }: Execution<Context>, fetch: FetchNode, targets: readonly Target[], source: unknown): void {
  if (!isJsonObject(source)) {
    for (const { object } of targets) lacking.add(object);
    return;
  }
  applyRewrites(supergraphSchema, fetch.outputRewrites, source);
  const copies = targets.map((_, index) => (index === 0 ? source : cloneJson(source)));
  targets.forEach(({ object }, index) => {
    mergeInto(object, copies[index] ?? {}, (typeName) => isAbstractTypeName(supergraphSchema, typeName));
  });
}
