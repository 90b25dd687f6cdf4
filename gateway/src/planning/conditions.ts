import {
  GraphQLIncludeDirective, GraphQLSkipDirective, Kind, getDirectiveValues, visit,
  type DirectiveNode, type DocumentNode, type SelectionNode,
} from 'graphql';
import type { JsonObject } from '../execution/merge.js';

const isCondition = ({ name }: DirectiveNode): boolean => name.value === 'skip' || name.value === 'include';

/** What `@skip` and `@include` of a document go by: the variables that they read, and whether there is any of them at all. */
export interface Conditions {
  hasAny: boolean;
  variableNames: readonly string[];
}

export function conditionsOf(document: DocumentNode): Conditions {
  const variableNames = new Set<string>();
  let hasAny = false;
  visit(document, {
    Directive(node) {
      if (!isCondition(node)) return;
      hasAny = true;
      const value = node.arguments?.[0]?.value;
      if (value?.kind === Kind.VARIABLE) variableNames.add(value.name.value);
    },
  });
  return { hasAny, variableNames: [...variableNames] };
}

/**
 * The document with every `@skip` and `@include` decided: what they leave out is gone, and what stays has no condition. So a plan is
 * made for what is asked for, and no planner has to carry conditions along, which both do wrongly now and then. A
 * selection set may be empty. Throws a GraphQLError where a condition is null.
 */
export function decideConditions(document: DocumentNode, variables: JsonObject): DocumentNode {
  const decide = (node: SelectionNode): SelectionNode | null | undefined => {
    if (!node.directives?.some(isCondition)) return undefined;
    const isLeftOut = getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true
      || getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false;
    return isLeftOut ? null : { ...node, directives: node.directives.filter((directive) => !isCondition(directive)) };
  };
  return visit(document, { Field: decide, FragmentSpread: decide, InlineFragment: decide });
}
