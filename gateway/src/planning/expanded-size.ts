import { Kind, type SelectionSetNode } from 'graphql';
import type { OperationPlan } from '../execution/plan.js';

/**
 * How many fields and fragments an operation selects once its fragments stand where they are spread: what a planner works through.
 * Takes as long as the document is, however often its fragments double.
 */
export function toExpandedSize(selectionSet: SelectionSetNode, fragments: OperationPlan['fragments']): number {
  const sizes = new Map<string, number>();
  const sizeOf = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + 1 + sizeOfFragment(selection.name.value);
      return sum + 1 + (selection.selectionSet ? sizeOf(selection.selectionSet) : 0);
    }, 0);
  const sizeOfFragment = (name: string): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    // What goes round in a circle, or is not there, is not valid, and does not come here.
    sizes.set(name, 0);
    const fragment = fragments[name];
    const size = fragment ? sizeOf(fragment.selectionSet) : 0;
    sizes.set(name, size);
    return size;
  };
  return sizeOf(selectionSet);
}
