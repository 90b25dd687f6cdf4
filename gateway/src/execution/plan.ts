import type { FieldNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';

/** A step along fetched data. `parent` leads to the object that holds the current one, over any list between them. */
export type PathSegment =
  | { kind: 'field'; name: string }
  | { kind: 'list' }
  | { kind: 'types'; names: readonly string[] }
  | { kind: 'parent' };

/** What a representation is made of. A part stands in it under its alias or name, and in the fetched data too, where no other `dataKey` is given. */
export type RepresentationSelection =
  | { kind: 'Field'; name: string; alias?: string; dataKey?: string; selections?: readonly RepresentationSelection[] }
  | { kind: 'InlineFragment'; typeCondition?: string; selections: readonly RepresentationSelection[] };

/** The path ends at the key that is renamed or set; lists on the way are entered without a segment of their own. */
export type Rewrite = KeyRenamer | { kind: 'ValueSetter'; path: readonly PathSegment[]; value: unknown };
export interface KeyRenamer { kind: 'KeyRenamer'; path: readonly PathSegment[]; renameTo: string }

/** What is sent to a subgraph: it is the same for each run, but for the values of its variables. */
export interface SubgraphOperation {
  serviceName: string;
  query: string;
  operationName: string | undefined;
  /** Those of the client's variables that it uses, by their names in the plan. */
  variableNames: readonly string[];
}

/**
 * Which entities are asked for, and what becomes of them. `contextRewrites` find the arguments that an object takes from
 * those around it; `renameTo` is the variable's name.
 */
export interface EntitySelection {
  requires: readonly RepresentationSelection[];
  inputRewrites: readonly Rewrite[];
  outputRewrites: readonly Rewrite[];
  contextRewrites: readonly KeyRenamer[];
}

/** One request to one subgraph: of root fields, or, with `requires`, of entities by their representations. */
export interface FetchNode extends SubgraphOperation, Omit<EntitySelection, 'requires'> {
  kind: 'Fetch';
  requires: readonly RepresentationSelection[] | undefined;
}

/** Entities of several places from one subgraph in one request: each part has an alias and a variable of its own there. */
export interface BatchFetchNode extends SubgraphOperation {
  kind: 'BatchFetch';
  parts: readonly BatchPart[];
}
export interface BatchPart extends EntitySelection {
  alias: string;
  representationsVariable: string;
  /** Each leads to some of the part's entities. */
  paths: readonly (readonly PathSegment[])[];
}

export type PlanNode =
  | FetchNode
  | BatchFetchNode
  | { kind: 'Sequence'; nodes: readonly PlanNode[] }
  | { kind: 'Parallel'; nodes: readonly PlanNode[] }
  | { kind: 'Flatten'; path: readonly PathSegment[]; node: PlanNode };

/** `rest` is run for each event of `primary`, with the event's data as the root. */
export interface SubscriptionNode { kind: 'Subscription'; primary: FetchNode; rest: PlanNode | undefined }

/**
 * All that is known of an operation before it runs. `operation` and `fragments` are as the client wrote them, but that `@skip` and
 * `@include` are decided; they belong together with `dataKeys`: another parse of the same text has other nodes.
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
