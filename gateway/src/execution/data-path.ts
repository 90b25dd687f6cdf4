/** Where a value is in the fetched data, from the inside out: many objects share the outer part. */
export interface DataPath { prev: DataPath | undefined; key: string | number }

/** The same from the outside in, as errors have it. */
export function toKeys(path: DataPath | undefined): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let step = path; step; step = step.prev) keys.push(step.key);
  return keys.reverse();
}

/** The longest path on the way to all of these. */
export function toCommonKeys(paths: readonly (DataPath | undefined)[]): (string | number)[] {
  const [first = [], ...others] = paths.map(toKeys);
  const length = others.reduce((common, keys) => {
    const end = first.findIndex((key, index) => index >= common || keys[index] !== key);
    return end === -1 ? common : Math.min(common, end);
  }, first.length);
  return first.slice(0, length);
}
