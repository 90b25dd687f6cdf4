import type { BatchFetchNode, BatchPart, PathSegment, PlanNode } from '../execution/plan.js';

type Path = readonly PathSegment[];

/**
 * A plan in which equal requests to one subgraph, for entities of several places, are one request: the earlier one waits for the later, where nothing
 * before that needs what it brings. The answer is as late as it was, and an entity that stands in both places is asked for once.
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
  const paths = fetch.parts.flatMap((part) => part.paths);
  for (const [later, nodes] of stages.entries()) {
    if (later < stage) continue;
    // What stands beside it can't need it.
    if (later > stage && nodes.some((other) => mayNeed(other, paths, []))) return false;
    for (const [index, other] of nodes.entries()) {
      const joined = other === early ? undefined : join(other, fetch);
      if (!joined) continue;
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
  if (node.kind === 'BatchFetch') return node.parts.some(({ contextRewrites }) => contextRewrites.length > 0) ? undefined : node;
  if (node.kind !== 'Flatten' || node.node.kind !== 'Fetch' || !node.node.requires) return undefined;
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
function mayNeed(node: PlanNode, paths: readonly Path[], around: Path): boolean {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return node.nodes.some((inner) => mayNeed(inner, paths, around));
    case 'Flatten':
      return mayNeed(node.node, paths, [...around, ...node.path]);
    case 'Fetch':
      return node.contextRewrites.length > 0 || paths.some((path) => meet(path, around));
    case 'BatchFetch':
      return node.parts.some((part) => part.contextRewrites.length > 0 || part.paths.some((inner) => paths.some((path) => meet(path, [...around, ...inner]))));
  }
}

/** Whether one of two places is the other, or around it. Types and lists on the way make no difference; where a way goes back, nothing is said. */
function meet(one: Path, other: Path): boolean {
  if ([...one, ...other].some(({ kind }) => kind === 'parent')) return true;
  const [names, otherNames] = [one, other].map((path) => path.flatMap((segment) => (segment.kind === 'field' ? [segment.name] : [])));
  return names!.every((name, index) => index >= otherNames!.length || name === otherNames![index]);
}
