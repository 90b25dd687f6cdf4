import type { FeedPage } from './feed-seed';
import type { FeedTail } from './feed-tail';

/** How a feed was left: what to draw of it at once when it comes back, so that it is as tall as it was. */
export interface FeedMemory {
  /** Of a full chunk, in CSS pixels; null before one was measured. */
  getChunkHeight(): number | null;
  keepChunkHeight(height: number): void;
  /** The chunks that were drawn, by their index. */
  drawn: Set<number>;
  /** The first page, as it was shown; null where it was not. */
  getFirst(): FeedPage | null;
  keepFirst(page: FeedPage | null): void;
  /** What followed the first page; null where nothing did. */
  getTail(): FeedTail | null;
  keepTail(tail: FeedTail): void;
}

const MOST_FEEDS = 8;
const memories = new Map<string, FeedMemory>();

function createMemory(): FeedMemory {
  let chunkHeight: number | null = null;
  let first: FeedPage | null = null;
  let tail: FeedTail | null = null;
  return {
    getChunkHeight: () => chunkHeight,
    keepChunkHeight: (height) => (chunkHeight = height),
    drawn: new Set([0, 1]),
    getFirst: () => first,
    keepFirst(page) {
      first = page;
    },
    getTail: () => tail,
    keepTail(next) {
      tail = next;
    },
  };
}

/** The memory of this tab for a feed, by its key; the oldest feeds are forgotten. */
export function rememberFeed(key: string): FeedMemory {
  const memory = memories.get(key) ?? createMemory();
  memories.delete(key);
  memories.set(key, memory);
  const [oldest] = memories.keys();
  if (memories.size > MOST_FEEDS && oldest !== undefined) memories.delete(oldest);
  return memory;
}
