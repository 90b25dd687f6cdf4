import type { LimitName } from './limit-breach.js';
import type { OperationLimits } from './operation-limit-settings.js';

/** The first limit that the values of variables pass, else null. Without recursion: JSON may nest as deep as a body is long. */
export function findBreachOfVariables(
  variables: Readonly<Record<string, unknown>>,
  listVariables: ReadonlySet<string>,
  limits: OperationLimits,
): LimitName | null {
  for (const name of listVariables) {
    const value = variables[name];
    if (typeof value === 'number' && value > limits.listSize) return 'listSize';
  }
  const stack = [{ value: variables as unknown, depth: 0 }];
  let seen = 0;
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { value, depth } = entry;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > limits.inputDepth) return 'inputDepth';
    for (const child of Array.isArray(value) ? (value as unknown[]) : valuesOf(value)) {
      if (++seen > limits.variableValues) return 'variableValues';
      stack.push({ value: child, depth: depth + 1 });
    }
  }
  return null;
}

/** One by one: to list all of a large object takes longer than everything else here. */
function* valuesOf(object: object): Iterable<unknown> {
  for (const key in object) yield (object as Record<string, unknown>)[key];
}
