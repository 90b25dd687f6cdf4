export interface Random {
  chance(probability: number): boolean;
  /** From `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** Throws when there is nothing to pick from. */
  pick<T>(items: readonly T[]): T;
}

/** The same numbers for the same seed (Mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    chance: (probability) => next() < probability,
    integer: (min, max) => min + Math.floor(next() * (max - min + 1)),
    pick(items) {
      const index = Math.floor(next() * items.length);
      if (index >= items.length) throw new RangeError('There is nothing to pick from.');
      return items[index] as (typeof items)[number];
    },
  };
}
