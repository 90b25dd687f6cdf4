import { BREAK, Kind, visit, type DirectiveNode, type DocumentNode, type ValueNode } from 'graphql';
import type { LimitName } from './limit-breach.js';
import type { OperationLimits } from './operation-limit-settings.js';

export interface TallyOptions {
  limits: OperationLimits;
  /** Directives that do not count as unknown. */
  knownDirectives: ReadonlySet<string>;
  /** Arguments that say how long a list is. */
  listArguments: ReadonlySet<string>;
}

/** What a document has, as it is written. */
export interface Tally {
  /** The first limit found to be passed, else null. */
  breach: LimitName | null;
  /** Names of variables that say how long a list is. */
  listVariables: ReadonlySet<string>;
}

/** Selection sets may nest deeper than fields, by fragments; but not so deep that who walks them runs out of stack. */
const SELECTION_SETS_PER_FIELD = 4;
/** A token makes a node and the node of its name at most. */
const NODES_PER_TOKEN = 2;

/**
 * Counts a document as it is written, once through, and stops at the first limit that is passed. `visit` of graphql-js does not
 * call itself, so that no nesting ends the stack.
 */
export function tallyDocument(document: DocumentNode, { limits, knownDirectives, listArguments }: TallyOptions): Tally {
  const listVariables = new Set<string>();
  const longDefaults = new Set<string>();
  const counts = { expandedFields: 0, fragments: 0, aliases: 0, directives: 0, unknownDirectives: 0, variableValues: 0 };
  const mostNodes = limits.tokens * NODES_PER_TOKEN + 1;
  const mostSelectionSets = (Math.max(limits.depth, limits.introspectionDepth) + 1) * SELECTION_SETS_PER_FIELD;
  let breach: LimitName | null = null;
  let nodes = 0;
  let selectionSets = 0;
  let inputDepth = 0;

  const refuse = (name: LimitName): typeof BREAK => {
    breach = name;
    return BREAK;
  };
  const count = (name: keyof typeof counts) => (++counts[name] > limits[name] ? refuse(name) : undefined);
  const isTooLong = (value: ValueNode | undefined) => value?.kind === Kind.INT && Number(value.value) > limits.listSize;
  const isCrowded = (directives: readonly DirectiveNode[] | undefined) => (directives?.length ?? 0) > limits.directivesInOnePlace;

  visit(document, {
    enter(node) {
      if (++nodes > mostNodes) return refuse('tokens');
      if ('directives' in node && isCrowded(node.directives)) return refuse('directivesInOnePlace');
      switch (node.kind) {
        case Kind.FRAGMENT_DEFINITION:
          return count('fragments');
        case Kind.VARIABLE_DEFINITION:
          if (isTooLong(node.defaultValue)) longDefaults.add(node.variable.name.value);
          return count('variableValues');
        case Kind.SELECTION_SET:
          return ++selectionSets > mostSelectionSets ? refuse('depth') : undefined;
        case Kind.FIELD:
          return count('expandedFields') ?? (node.alias && count('aliases'));
        case Kind.DIRECTIVE:
          return count('directives') ?? (knownDirectives.has(node.name.value) ? undefined : count('unknownDirectives'));
        case Kind.ARGUMENT:
          if (!listArguments.has(node.name.value)) return undefined;
          if (node.value.kind === Kind.VARIABLE) listVariables.add(node.value.name.value);
          return isTooLong(node.value) ? refuse('listSize') : undefined;
        case Kind.LIST:
        case Kind.OBJECT:
          return ++inputDepth > limits.inputDepth ? refuse('inputDepth') : undefined;
        default:
          return undefined;
      }
    },
    leave(node) {
      if (node.kind === Kind.SELECTION_SET) selectionSets -= 1;
      else if (node.kind === Kind.LIST || node.kind === Kind.OBJECT) inputDepth -= 1;
    },
  });
  if (!breach && [...longDefaults].some((name) => listVariables.has(name))) breach = 'listSize';
  return { breach, listVariables };
}
