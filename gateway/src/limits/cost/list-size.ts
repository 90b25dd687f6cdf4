import type { FieldNode } from 'graphql';
import type { FieldWeight } from './cost-weights.js';
import type { OperationValues } from './operation-values.js';

/**
 * How many entries `@listSize` expects of a field, or of the lists of its `sizedFields`: the most that its slicing arguments say (a list
 * says its length), given or by default, else `assumedSize`. Null where nothing says.
 */
export function findExpectedSize({ arguments: given = [] }: FieldNode, { listSize, defaults }: FieldWeight, { read }: OperationValues): number | null {
  if (!listSize) return null;
  const sizes = listSize.slicingArguments.flatMap((path) => {
    const [name = '', ...rest] = path.split('.');
    const node = given.find((argument) => argument.name.value === name);
    const value = (node && read(node.value)) ?? defaults.get(name);
    return toSize(rest.reduce(follow, value)) ?? [];
  });
  return sizes.length > 0 ? Math.max(...sizes) : listSize.assumedSize;
}

const follow = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined);

function toSize(value: unknown): number | null {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' && Number.isFinite(value) ? Math.max(0, value) : null;
}
