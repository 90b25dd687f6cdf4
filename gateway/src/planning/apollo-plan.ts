import type {
  FetchDataRewrite, FetchNode as ApolloFetchNode, PlanNode as ApolloPlanNode, SubscriptionNode as ApolloSubscriptionNode,
} from '@apollo/query-planner';
import type { FetchNode, KeyRenamer, PathSegment, PlanNode, Rewrite, SubscriptionNode } from '../execution/plan.js';

/** What the planner of Apollo says, in the words of plan.ts. */
export function toRoot(node: ApolloPlanNode | ApolloSubscriptionNode | undefined): PlanNode | SubscriptionNode | undefined {
  if (node?.kind !== 'Subscription') return node && toPlanNode(node);
  return { kind: 'Subscription', primary: toFetch(node.primary), rest: node.rest && toPlanNode(node.rest) };
}

function toPlanNode(node: ApolloPlanNode): PlanNode {
  switch (node.kind) {
    case 'Fetch':
      return toFetch(node);
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map(toPlanNode) };
    case 'Flatten':
      return { kind: 'Flatten', path: node.path.flatMap(toResponsePathSegments), node: toPlanNode(node.node) };
    case 'Condition':
    case 'Defer':
      throw new Error(`The planner was not asked for a ${node.kind}.`);
  }
}

function toFetch(node: ApolloFetchNode): FetchNode {
  return {
    kind: 'Fetch',
    serviceName: node.serviceName,
    query: node.operation,
    operationName: node.operationName,
    variableNames: node.variableUsages ?? [],
    requires: node.requires,
    inputRewrites: (node.inputRewrites ?? []).map(toRewrite),
    outputRewrites: (node.outputRewrites ?? []).map(toRewrite),
    contextRewrites: (node.contextRewrites ?? []).map(toRewrite).filter((rewrite): rewrite is KeyRenamer => rewrite.kind === 'KeyRenamer'),
  };
}

function toRewrite(rewrite: FetchDataRewrite): Rewrite {
  const path = rewrite.path.map(toRewritePathSegment);
  return rewrite.kind === 'KeyRenamer'
    ? { kind: 'KeyRenamer', path, renameTo: rewrite.renameKeyTo }
    : { kind: 'ValueSetter', path, value: rewrite.setValueTo };
}

/** `name`, `@` for a list, and after either or alone `|[A,B]`: only objects of these types. */
function toResponsePathSegments(text: string | number): PathSegment[] {
  const [, name, types] = /^([^|]*)(?:\|\[(.*)\])?$/.exec(String(text)) ?? [];
  const segments: PathSegment[] = [];
  if (name === '@') segments.push({ kind: 'list' });
  else if (name) segments.push({ kind: 'field', name });
  if (types !== undefined) segments.push({ kind: 'types', names: types.split(',') });
  return segments;
}

/** `name`, `..`, or `... on A`. */
function toRewritePathSegment(text: string): PathSegment {
  if (text === '..') return { kind: 'parent' };
  const typeName = /^\.\.\. on (.+)$/.exec(text)?.[1];
  return typeName === undefined ? { kind: 'field', name: text } : { kind: 'types', names: [typeName] };
}
