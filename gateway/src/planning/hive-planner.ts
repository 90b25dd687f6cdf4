import { createRequire } from 'node:module';
import {
  GraphQLError, Kind, TypeInfo, buildASTSchema, getNamedType, getOperationAST, parse, print, visit, visitWithTypeInfo,
  type DocumentNode, type GraphQLSchema, type SelectionSetNode,
} from 'graphql';
import type * as HivePlanner from '@graphql-hive/router-query-planner';
import type { OperationPlan } from '../execution/plan.js';
import { fragmentsOf } from './fragments.js';
import { typesBeyondHive } from './hive-limits.js';
import { toRoot } from './hive-plan.js';
import type { BuildPlan } from './loaded-supergraph.js';

type Binding = typeof HivePlanner;

/**
 * Hive Router's planner over one supergraph. Throws where it has no binary for this machine. Of some valid operations the plan throws, is made
 * for seconds, or ends the process: it belongs into one that may end.
 */
export function createHivePlanner(supergraphSdl: string): BuildPlan {
  const { QueryPlanner } = createRequire(import.meta.url)('@graphql-hive/router-query-planner') as Binding;
  const planner = new QueryPlanner(supergraphSdl);
  const schema = buildASTSchema(parse(supergraphSdl, { noLocation: true }), { assumeValid: true, assumeValidSDL: true });
  const beyond = typesBeyondHive(schema);
  const plan = (text: string, operationName: string | undefined) => toRoot(planner.plan(text, operationName, NO_LABELS, OUTSIDE_EACH_PERCENTAGE).node);
  return (text, operationName) => {
    // No field to leave out: it is planned as it is.
    if (beyond.size === 0 && !text.includes('__')) return plan(text, operationName);
    const document = parse(text, { noLocation: true });
    if (beyond.size > 0) refuseTypes(document, schema, beyond);
    const selectable = withoutWhatNeedsNoSubgraph(document, schema);
    const operation = getOperationAST(selectable, operationName);
    if (!operation || !selectsFields(operation.selectionSet, fragmentsOf(selectable))) return undefined;
    return plan(print(selectable), operationName);
  };
}

/** A field that is overridden under a label stays where it was, as Apollo's planner has it too: both planners plan for one graph. */
const NO_LABELS = new Set<string>();
const OUTSIDE_EACH_PERCENTAGE = 100;

function refuseTypes(document: DocumentNode, schema: GraphQLSchema, beyond: ReadonlySet<string>): void {
  const typeInfo = new TypeInfo(schema);
  visit(document, visitWithTypeInfo(typeInfo, {
    Field() {
      const type = getNamedType(typeInfo.getType());
      if (type && beyond.has(type.name)) throw new GraphQLError(`Operations on ${type.name} are beyond this planner.`);
    },
  }));
}

/** What no subgraph is asked for: introspection, which the planner refuses, and the root's `__typename`, which it would fetch. */
function withoutWhatNeedsNoSubgraph(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const roots = new Set<unknown>([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  const typeInfo = new TypeInfo(schema);
  return visit(document, visitWithTypeInfo(typeInfo, {
    Field: (node) => (node.name.value.startsWith('__') && roots.has(typeInfo.getParentType()) ? null : undefined),
    SelectionSet: { leave: (node) => (node.selections.length === 0 ? TYPE_NAME_ALONE : undefined) },
  }));
}

const TYPE_NAME_ALONE: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }] };

/** A document whose fragments go round in a circle is not valid, and does not come here. */
function selectsFields({ selections }: SelectionSetNode, fragments: OperationPlan['fragments']): boolean {
  return selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value !== '__typename';
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    if (!inner) throw new GraphQLError('The document has no such fragment.');
    return selectsFields(inner.selectionSet, fragments);
  });
}
