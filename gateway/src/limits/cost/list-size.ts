import type { FieldNode } from 'graphql';
import type { FieldWeight } from './cost-weights.js';
import type { OperationValues } from './operation-values.js';

/** How long the fields of an object are, where something else than they themselves says so. */
export interface KnownSizes {
  /** The same wherever the sizes are, for the same type. */
  readonly key: string;
  readonly of: ReadonlyMap<string, FieldSize>;
}

export interface FieldSize {
  /** An average has fractions. */
  entries: number;
  /** Of what is in it. */
  below: KnownSizes | null;
}

/** Gives the same size to all these lists of an object. */
export function toKnownSizes(fields: readonly string[], entries: number): KnownSizes {
  return { key: `${entries} ${fields.join()}`, of: new Map(fields.map((name) => [name, { entries, below: null }])) };
}

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
