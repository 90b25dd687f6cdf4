import { Kind, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import type { LimitName } from './limit-breach.js';
import type { OperationLimits } from './operation-limit-settings.js';

interface Place {
  /** Every selection set that says what stands in this place of the answer. */
  selectionSets: SelectionSetNode[];
  /** Fields round this place, and one more. */
  depth: number;
  isIntrospection: boolean;
}

const INTROSPECTION_ROOTS: ReadonlySet<string> = new Set(['__schema', '__type']);

/**
 * Walks the places of the answers that a document asks for, each fragment standing where it is spread, and gives the first limit
 * that is passed. Validation compares what stands in one place pair by pair, so it is the fields of a place that are counted, not
 * those of a selection set. The walk ends at `expandedFields`, whatever the fragments multiply to. Cycles are walked once round.
 * Expects nesting that `tallyDocument` let through.
 */
export function findBreachOfPlaces(document: DocumentNode, limits: OperationLimits): LimitName | null {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const walked = new Set<string>();
  let selected = 0;
  let compared = 0;

  /** The fields of a place by response key; null when there are too many. */
  const collect = (selectionSets: readonly SelectionSetNode[]): Map<string, FieldNode[]> | null => {
    const byKey = new Map<string, FieldNode[]>();
    const around = new Set<string>();

    const add = ({ selections }: SelectionSetNode): boolean => {
      for (const selection of selections) {
        if (++selected > limits.expandedFields) return false;
        if (selection.kind === Kind.FIELD) {
          const key = selection.alias?.value ?? selection.name.value;
          const nodes = byKey.get(key);
          if (nodes) nodes.push(selection);
          else byKey.set(key, [selection]);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          if (!add(selection.selectionSet)) return false;
        } else if (!addSpread(selection.name.value)) return false;
      }
      return true;
    };

    const addSpread = (name: string): boolean => {
      const fragment = fragments.get(name);
      if (!fragment || around.has(name)) return true;
      walked.add(name);
      around.add(name);
      const isIn = add(fragment.selectionSet);
      around.delete(name);
      return isIn;
    };

    return selectionSets.every(add) ? byKey : null;
  };

  const walk = ({ selectionSets, depth, isIntrospection }: Place): LimitName | null => {
    const deepest = isIntrospection ? 'introspectionDepth' : 'depth';
    if (depth > limits[deepest]) return deepest;
    const byKey = collect(selectionSets);
    if (!byKey) return 'expandedFields';
    if (depth === 1 && byKey.size > limits.rootFields) return 'rootFields';
    for (const nodes of byKey.values()) {
      if (nodes.length > limits.repeats) return 'repeats';
      compared += (nodes.length * (nodes.length - 1)) / 2;
      if (compared > limits.comparisons) return 'comparisons';
      const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (below.length === 0) continue;
      const startsIntrospection = nodes.some(({ name }) => INTROSPECTION_ROOTS.has(name.value));
      const breach = walk({ selectionSets: below, depth: depth + 1, isIntrospection: isIntrospection || startsIntrospection });
      if (breach) return breach;
    }
    return null;
  };

  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const breach = walk({ selectionSets: [node.selectionSet], depth: 1, isIntrospection: false });
    if (breach) return breach;
  }
  // Validation reads fragments that nothing spreads too. They have no root fields; depth counts from where they begin.
  for (const [name, { selectionSet }] of fragments) {
    if (walked.has(name)) continue;
    walked.add(name);
    const breach = walk({ selectionSets: [selectionSet], depth: 2, isIntrospection: true });
    if (breach) return breach;
  }
  return null;
}
