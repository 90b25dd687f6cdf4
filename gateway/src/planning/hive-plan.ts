import type {
  EntityBatchAlias, FetchNode as HiveFetchNode, FetchNodePathSegment, FetchRewrite, FlattenNodePathSegment, PlanNode as HivePlanNode,
  RequiresSelection, SubscriptionNode as HiveSubscriptionNode,
} from '@graphql-hive/router-query-planner';
import type { BatchFetchNode, EntitySelection, FetchNode, PathSegment, PlanNode, RepresentationSelection, Rewrite, SubscriptionNode } from '../execution/plan.js';

/** What the planner of Hive Router says, in the words of plan.ts. */
export function toRoot(node: HivePlanNode | undefined): PlanNode | SubscriptionNode | undefined {
  if (node?.kind === 'Subscription') return { kind: 'Subscription', primary: toFetch(node.primary), rest: undefined };
  const [first, ...rest] = node?.kind === 'Sequence' ? node.nodes : [];
  if (!isSubscription(first)) return node && toPlanNode(node);
  return { kind: 'Subscription', primary: toFetch(first.primary), rest: rest.length > 0 ? { kind: 'Sequence', nodes: rest.map(toPlanNode) } : undefined };
}

const isSubscription = (node: HivePlanNode | undefined): node is HiveSubscriptionNode => node?.kind === 'Subscription';

function toPlanNode(node: HivePlanNode): PlanNode {
  switch (node.kind) {
    case 'Fetch':
      return toFetch(node);
    case 'BatchFetch':
      return {
        kind: 'BatchFetch',
        serviceName: node.serviceName,
        query: node.operation,
        operationName: node.operationName,
        variableNames: node.variableUsages ?? [],
        parts: node.entityBatch.aliases.map(toPart),
      };
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map(toPlanNode) };
    case 'Flatten':
      return { kind: 'Flatten', path: node.path.map(toPathSegment), node: toPlanNode(node.node) };
    case 'Condition':
    case 'Subscription':
    case 'Defer':
      throw new Error(`The planner was not asked for a ${node.kind} here.`);
  }
}

function toFetch(node: HiveFetchNode): FetchNode {
  return {
    kind: 'Fetch',
    serviceName: node.serviceName,
    query: node.operation,
    operationName: node.operationName,
    variableNames: node.variableUsages ?? [],
    ...toEntitySelection(node),
    requires: node.requires?.map(toRepresentationSelection),
  };
}

const toPart = (part: EntityBatchAlias): BatchFetchNode['parts'][number] => ({
  alias: part.alias,
  representationsVariable: part.representationsVariableName,
  paths: part.paths.map((path) => path.map(toPathSegment)),
  ...toEntitySelection(part),
  requires: part.requires.map(toRepresentationSelection),
});

const toEntitySelection = ({ inputRewrites = [], outputRewrites = [] }: Pick<HiveFetchNode, 'inputRewrites' | 'outputRewrites'>): Omit<EntitySelection, 'requires'> => ({
  inputRewrites: inputRewrites.map(toRewrite),
  outputRewrites: outputRewrites.map(toRewrite),
  contextRewrites: [],
});

function toRewrite(rewrite: FetchRewrite): Rewrite {
  if ('KeyRenamer' in rewrite) return { kind: 'KeyRenamer', path: rewrite.KeyRenamer.path.map(toRewritePathSegment), renameTo: rewrite.KeyRenamer.renameKeyTo };
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  return { kind: 'ValueSetter', path: path.map(toRewritePathSegment), value: setValueTo };
}

function toRewritePathSegment(segment: FetchNodePathSegment): PathSegment {
  return 'Key' in segment ? { kind: 'field', name: segment.Key } : { kind: 'types', names: segment.TypenameEquals };
}

function toPathSegment(segment: FlattenNodePathSegment): PathSegment {
  if (segment === '@') return { kind: 'list' };
  return 'Field' in segment ? { kind: 'field', name: segment.Field } : { kind: 'types', names: segment.TypeCondition };
}

function toRepresentationSelection(selection: RequiresSelection): RepresentationSelection {
  switch (selection.kind) {
    case 'Field':
      return {
        kind: 'Field',
        // The name is the key where it fetched the field, and the alias is the field's own name, which the representation has.
        name: selection.alias ?? selection.name,
        ...(selection.alias !== undefined && { dataKey: selection.name }),
        ...(selection.selections && { selections: selection.selections.map(toRepresentationSelection) }),
      };
    case 'InlineFragment':
      return { kind: 'InlineFragment', typeCondition: selection.typeCondition, selections: selection.selections.map(toRepresentationSelection) };
    case 'FragmentSpread':
      throw new Error('A representation is made of fields alone.');
  }
}
