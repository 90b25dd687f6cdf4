import type { Logger } from '../log.js';

export interface HeadWatchOptions {
  /** The highest number of each of these feeds, in one query. */
  readHeads(keys: readonly string[]): Promise<ReadonlyMap<string, number>>;
  log: Logger;
  /** Default 3 s. */
  intervalMs?: number;
}

/** One query per process and tick for all open feeds: finds a last event whose hint was lost. */
export interface HeadWatch {
  /** From now on `raise` is told the feed's head at each tick. Returns what ends it. */
  add(key: string, raise: (head: number) => void): () => void;
  dispose(): void;
}

/** A watch that ticks as long as it is not disposed of; a failed tick is logged, and the next one comes. */
export function createHeadWatch({ readHeads, log, intervalMs = 3_000 }: HeadWatchOptions): HeadWatch {
  const watched = new Map<string, Set<(head: number) => void>>();

  const tick = async () => {
    if (watched.size === 0) return;
    try {
      for (const [key, head] of await readHeads([...watched.keys()])) {
        for (const raise of watched.get(key) ?? []) raise(head);
      }
    } catch (error) {
      log.warn({ err: error }, 'heads of live feeds could not be read');
    }
  };
  const timer = setInterval(() => void tick(), intervalMs).unref();

  return {
    add(key, raise) {
      const raises = watched.get(key) ?? new Set();
      watched.set(key, raises.add(raise));
      return () => {
        raises.delete(raise);
        if (raises.size === 0) watched.delete(key);
      };
    },
    dispose: () => clearInterval(timer),
  };
}
