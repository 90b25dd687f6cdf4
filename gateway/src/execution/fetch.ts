import type { FormattedExecutionResult } from 'graphql';
import { toCommonKeys, toKeys } from './data-path.js';
import { hasErrors, toClientErrors, toUnavailable, type ToClientPaths } from './errors.js';
import type { Execution } from './execution.js';
import { isJsonObject, mergeInto, setOwn, type JsonObject } from './merge.js';
import type { BatchFetchNode, EntitySelection, FetchNode, OperationPlan, SubgraphOperation } from './plan.js';
import { compileBatches, type BatchFacts, type RepresentationBatch } from './representations.js';
import { applyRewrites } from './rewrites.js';
import { toRootKeys } from './root-keys.js';
import { compilePath, type Target } from './targets.js';
import type { SubgraphRequest } from './transport.js';
import { isAbstractTypeName } from './type-conditions.js';

/** Runs a part of a plan for all its targets at once, and merges what comes. Never rejects: what fails is among the errors. */
export type Step = <Context>(execution: Execution<Context>, targets: readonly Target[]) => Promise<void>;

/** One request for root fields, or for entities by their representations. */
export function compileFetch(facts: BatchFacts, fetch: FetchNode): Step {
  const { requires } = fetch;
  if (!requires) return (execution, targets) => (targets.length === 0 ? NOTHING_TO_DO : fetchRootFields(execution, fetch, targets));
  const selection: EntitySelection = { ...fetch, requires };
  const toBatches = compileBatches(facts, fetch.serviceName, selection);
  return async (execution, targets) => {
    const { batches, unasked } = toBatches(execution, targets);
    for (const { object } of unasked) execution.lacking.add(object);
    await Promise.all(batches.map((batch) => fetchEntities(execution, fetch, [{ alias: '_entities', representationsVariable: 'representations', selection, batch }])));
  };
}

/** Entities of several places, in one request. */
export function compileBatchFetch(facts: BatchFacts, fetch: BatchFetchNode): Step {
  const parts = fetch.parts.map((part) => ({
    selection: part,
    collect: part.paths.map((path) => compilePath(facts.supergraphSchema, path)),
    toBatches: compileBatches(facts, fetch.serviceName, part),
  }));
  return async (execution, targets) => {
    const asked = parts.map(({ selection, collect, toBatches }): EntityPart => {
      // Without arguments from those around them, which no such part has, all go together.
      const { batches: [batch = NOTHING_ASKED], unasked } = toBatches(execution, collect.flatMap((collectTargets) => collectTargets(targets)));
      for (const { object } of unasked) execution.lacking.add(object);
      return { alias: selection.alias, representationsVariable: selection.representationsVariable, selection, batch };
    });
    if (asked.some(({ batch }) => batch.representations.length > 0)) await fetchEntities(execution, fetch, asked);
  };
}

const NOTHING_TO_DO = Promise.resolve();
const NOTHING_ASKED: RepresentationBatch = { contextVariables: {}, representations: [], targetsOf: [] };

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
  const toPaths: ToClientPaths = (path) => {
    const toClientKeys = createToClientKeys(execution.plan, fetch);
    const innerPaths = path ? [path] : toRootKeys(fetch.query).map((key) => [key]);
    return targets.flatMap((target) => innerPaths.map((inner) => toClientKeys([...toKeys(target.path), ...inner])));
  };
  addErrors(execution, answer, toPaths);

  mergeIntoAll(execution, fetch, targets, answer?.data);
}

/** Representations as they stand in a request, and the entities under the alias in its answer. */
interface EntityPart {
  alias: string;
  representationsVariable: string;
  selection: EntitySelection;
  batch: RepresentationBatch;
}

async function fetchEntities<Context>(execution: Execution<Context>, fetch: SubgraphOperation, parts: readonly EntityPart[]): Promise<void> {
  const toEntities = (data: unknown, { alias, batch }: EntityPart): unknown[] | undefined => {
    const entities = isJsonObject(data) ? data[alias] : undefined;
    return Array.isArray(entities) && entities.length === batch.representations.length ? entities : undefined;
  };
  const variables = Object.assign({}, ...parts.map(({ representationsVariable, batch }) => ({ ...batch.contextVariables, [representationsVariable]: batch.representations }))) as JsonObject;
  const answer = await request(execution, fetch, variables, (data) => parts.every((part) => toEntities(data, part) !== undefined));

  addErrors(execution, answer, (path) => {
    const [alias, index, ...inner] = path ?? [];
    const part = parts.find((candidate) => candidate.alias === alias);
    const targets = typeof index === 'number' ? part?.batch.targetsOf[index] : undefined;
    if (part && targets) return targets.map((target) => createToClientKeys(execution.plan, part.selection)([...toKeys(target.path), ...inner]));
    // Of the whole: told once for each part that it leaves without an answer.
    return (part ? [part] : parts)
      .filter(({ batch }) => batch.representations.length > 0)
      .map(({ selection, batch }) => createToClientKeys(execution.plan, selection)(toCommonKeys(batch.targetsOf.flat().map((target) => target.path))));
  });

  for (const part of parts) {
    const entities = toEntities(answer?.data, part);
    part.batch.targetsOf.forEach((targets, index) => {
      mergeIntoAll(execution, part.selection, targets, entities?.[index]);
      if (entities?.[index] === null) for (const { object } of targets) execution.gone.add(object);
    });
  }
}

/** Undefined when there is no answer to work with; why goes to the hook. */
async function request<Context>(
  { getTransport, variables, context, onSubgraphFailure }: Execution<Context>,
  fetch: SubgraphOperation,
  ownVariables: JsonObject,
  isUsable: (data: unknown) => boolean,
): Promise<FormattedExecutionResult | undefined> {
  try {
    const transport = getTransport(fetch.serviceName);
    if (!transport) throw new Error('There is no transport to this subgraph.');
    const answer = await transport.execute(toSubgraphRequest(fetch, variables, ownVariables), context);
    if (!hasErrors(answer) && !isUsable(answer.data)) throw new Error('The subgraph gave neither the data nor an error.');
    return answer;
  } catch (error) {
    onSubgraphFailure(fetch.serviceName, error);
    return undefined;
  }
}

export function toSubgraphRequest(fetch: SubgraphOperation, variables: JsonObject, ownVariables: JsonObject = {}): SubgraphRequest {
  const used: JsonObject = {};
  for (const name of fetch.variableNames) if (Object.hasOwn(variables, name)) setOwn(used, name, variables[name]);
  return {
    query: fetch.query,
    ...(fetch.operationName === undefined ? {} : { operationName: fetch.operationName }),
    variables: Object.assign(used, ownVariables),
  };
}

function addErrors<Context>(execution: Execution<Context>, answer: FormattedExecutionResult | undefined, toPaths: ToClientPaths): void {
  const errors = answer ? toClientErrors(answer, toPaths) : toPaths(undefined).map(toUnavailable);
  for (const error of errors) execution.errors.push(error);
}

/** Data keys are the planner's and ours; an error's path has the client's. */
function createToClientKeys({ responseKeys }: OperationPlan, { outputRewrites }: Pick<EntitySelection, 'outputRewrites'>) {
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
function mergeIntoAll<Context>({ supergraphSchema, lacking }: Execution<Context>, fetch: Pick<EntitySelection, 'outputRewrites'>, targets: readonly Target[], source: unknown): void {
  if (!isJsonObject(source)) {
    for (const { object } of targets) lacking.add(object);
    return;
  }
  if (fetch.outputRewrites.length > 0) applyRewrites(supergraphSchema, fetch.outputRewrites, source);
  const isAbstract = (typeName: string): boolean => isAbstractTypeName(supergraphSchema, typeName);
  const [first, ...others] = targets;
  // The first takes the source's own parts, so that it comes last.
  for (const { object } of others) mergeInto(object, source, isAbstract, true);
  if (first) mergeInto(first.object, source, isAbstract);
}
