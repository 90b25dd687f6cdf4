import type { FieldNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';

/** A step along fetched data. `parent` leads to the object that holds the current one, over any list between them. */
export type PathSegment =
  | { kind: 'field'; name: string }
  | { kind: 'list' }
  | { kind: 'types'; names: readonly string[] }
  | { kind: 'parent' };

/** What a representation is made of. */
export type RepresentationSelection =
  | { kind: 'Field'; name: string; alias?: string; selections?: readonly RepresentationSelection[] }
  | { kind: 'InlineFragment'; typeCondition?: string; selections: readonly RepresentationSelection[] };

/** The path ends at the key that is renamed or set; lists on the way are entered without a segment of their own. */
export type Rewrite = KeyRenamer | { kind: 'ValueSetter'; path: readonly PathSegment[]; value: unknown };
export interface KeyRenamer { kind: 'KeyRenamer'; path: readonly PathSegment[]; renameTo: string }

/**
 * One request to one subgraph: of root fields, or, with `requires`, of entities by their representations.
 * `contextRewrites` find the arguments that an object takes from those around it; `renameTo` is the variable's name.
 */
export interface FetchNode {
  kind: 'Fetch';
  serviceName: string;
  query: string;
  operationName: string | undefined;
  variableNames: readonly string[];
  requires: readonly RepresentationSelection[] | undefined;
  inputRewrites: readonly Rewrite[];
  outputRewrites: readonly Rewrite[];
  contextRewrites: readonly KeyRenamer[];
}

export type PlanNode =
  | FetchNode
  | { kind: 'Sequence'; nodes: readonly PlanNode[] }
  | { kind: 'Parallel'; nodes: readonly PlanNode[] }
  | { kind: 'Flatten'; path: readonly PathSegment[]; node: PlanNode }
  | { kind: 'Condition'; variable: string; ifClause: PlanNode | undefined; elseClause: PlanNode | undefined };

/** `rest` is run for each event of `primary`, with the event's data as the root. */
export interface SubscriptionNode { kind: 'Subscription'; primary: FetchNode; rest: PlanNode | undefined }

/**
 * All that is known of an operation before it runs. `operation` and `fragments` are as the client wrote them, and belong
 * together with `dataKeys`: another parse of the same text has other nodes.
 */
export interface OperationPlan {
  operation: OperationDefinitionNode;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Undefined: nothing needs a subgraph, as in an introspection query. */
  root: PlanNode | SubscriptionNode | undefined;
  /** Where a field's value is in the fetched data, for those fields where that is not their response key. */
  dataKeys: ReadonlyMap<FieldNode, string>;
  /** The way back: the response key of each data key that is not one itself. */
  responseKeys: ReadonlyMap<string, string>;
  /** The client's name of each variable that has another name in the plan. */
  variableNames: ReadonlyMap<string, string>;
}
