import type { BatchFetchNode, BatchPart, PathSegment, PlanNode } from '../execution/plan.js';

type Path = readonly PathSegment[];

/**
 * A plan in which equal requests to one subgraph, for entities of several places, are one request: the earlier one waits for the later, where nothing
 * before that needs what it brings, and an entity that stands in both places is asked for once. The answer is later only where the later
 * request would have found nothing to ask for.
 */
export function gatherFetches(node: PlanNode): PlanNode {
  if (node.kind === 'Flatten') return { ...node, node: gatherFetches(node.node) };
  if (node.kind !== 'Sequence' && node.kind !== 'Parallel') return node;
  const nodes = node.nodes.map(gatherFetches);
  const stages = node.kind === 'Parallel' ? [nodes] : nodes.map((stage) => (stage.kind === 'Parallel' ? [...stage.nodes] : [stage]));
  for (let stage = stages.length - 1; stage >= 0; stage -= 1) {
    const standing = stages[stage]!;
    for (let place = 0; place < standing.length;) {
      if (isMovedOn(standing[place]!, stage, stages)) standing.splice(place, 1);
      else place += 1;
    }
  }
  const left = stages.filter((stage) => stage.length > 0).map((stage) => (stage.length === 1 ? stage[0]! : { kind: 'Parallel' as const, nodes: stage }));
  return left.length === 1 ? left[0]! : { kind: 'Sequence', nodes: left };
}

/** Whether a request has gone along with an equal one that is not sent before it. */
function isMovedOn(early: PlanNode, stage: number, stages: PlanNode[][]): boolean {
  const fetch = toBatchFetch(early);
  if (!fetch) return false;
  for (const [later, nodes] of stages.entries()) {
    if (later < stage) continue;
    for (const [index, other] of nodes.entries()) {
      const joined = other === early ? undefined : join(other, fetch);
      if (!joined) continue;
      // What stands beside it can't need it.
      const places = fetch.parts.flatMap((part) => part.paths.map(toPlace));
      if (stages.slice(stage + 1, later + 1).flat().some((between) => mayNeed(between, places, ''))) return false;
      nodes[index] = joined;
      return true;
    }
  }
  return false;
}

/** The node, with the places of a request added to an equal one in it; undefined: there is none. */
function join(node: PlanNode, fetch: BatchFetchNode): PlanNode | undefined {
  if (node.kind === 'Sequence' || node.kind === 'Parallel') {
    for (const [index, inner] of [...node.nodes.entries()].reverse()) {
      const joined = join(inner, fetch);
      if (joined) return { ...node, nodes: node.nodes.with(index, joined) };
    }
    return undefined;
  }
  const other = toBatchFetch(node);
  if (!other || !isSameRequest(fetch, other)) return undefined;
  return { ...other, parts: other.parts.map((part, index) => ({ ...part, paths: [...fetch.parts[index]!.paths, ...part.paths] })) };
}

/** A request for entities alone; those of a single place become a batch of one. Undefined: it is none, or one that takes arguments from around its entities. */
function toBatchFetch(node: PlanNode): BatchFetchNode | undefined {
  if (node.kind === 'BatchFetch') return node.parts.some(({ contextRewrites, paths }) => contextRewrites.length > 0 || paths.some(goesBack)) ? undefined : node;
  if (node.kind !== 'Flatten' || node.node.kind !== 'Fetch' || !node.node.requires || goesBack(node.path)) return undefined;
  const { serviceName, query, operationName, variableNames, requires, inputRewrites, outputRewrites, contextRewrites } = node.node;
  if (contextRewrites.length > 0) return undefined;
  const part: BatchPart = { alias: '_entities', representationsVariable: 'representations', paths: [node.path], requires, inputRewrites, outputRewrites, contextRewrites };
  return { kind: 'BatchFetch', serviceName, query, operationName, variableNames, parts: [part] };
}

function isSameRequest(one: BatchFetchNode, other: BatchFetchNode): boolean {
  return one.serviceName === other.serviceName && one.query === other.query && toText(one) === toText(other);
}

const toText = ({ operationName, variableNames, parts }: BatchFetchNode): string =>
  JSON.stringify([operationName, variableNames, parts.map(({ paths: _, ...part }) => part)]);

/** Whether a node reads what is at those places, within them or around them. */
function mayNeed(node: PlanNode, places: readonly string[], around: string): boolean {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return node.nodes.some((inner) => mayNeed(inner, places, around));
    case 'Flatten':
      return goesBack(node.path) || mayNeed(node.node, places, around + toPlace(node.path));
    case 'Fetch':
      return node.contextRewrites.length > 0 || meets(around, places);
    case 'BatchFetch':
      return node.parts.some(({ contextRewrites, paths }) => contextRewrites.length > 0 || paths.some((path) => goesBack(path) || meets(around + toPlace(path), places)));
  }
}

/** Whether one of those places is this one, or around it, or within it. */
const meets = (place: string, places: readonly string[]): boolean => places.some((other) => other.startsWith(place) || place.startsWith(other));

/** The fields on the way: types and lists make no difference. */
const toPlace = (path: Path): string => path.map((segment) => (segment.kind === 'field' ? `${segment.name}/` : '')).join('');
const goesBack = (path: Path): boolean => path.some(({ kind }) => kind === 'parent');
