import { codedError } from '../error-code.js';
import type { PubSub } from '../pubsub/pubsub.js';
import { toAsyncIterator } from './async-iterator.js';
import type { HeadWatch } from './head-watch.js';

export interface FeedOptions<Row extends { seq: number }> {
  pubsub: PubSub;
  /** Where a hint `{ seq }` is published after each commit. */
  channel: string;
  /** The last number that the reader has; null: only what comes from now on. */
  after: number | null;
  /** The highest number that has been given out and committed. */
  readHead(): Promise<number>;
  /** The rows of `(after, upTo]` in ascending order, at most `limit`. */
  readPage(after: number, upTo: number, limit: number): Promise<Row[]>;
  watch: HeadWatch;
  /** The name under which `watch` reads this feed's head. */
  key: string;
}

/** Rows held in memory for one reader at most. */
const PAGE_SIZE = 100;

/**
 * Every row after `after`, in order, each once, with no gap, as long as rows are numbered 1, 2, 3 … by a counter that
 * commits with the row. Hints only say how far the numbers go: what is sent is always read from the database, a page at
 * a time, from the last number sent. So a lost hint costs time and no row, and a slow reader costs one page of memory.
 * `return()` ends it at once, even while a row is awaited.
 */
export async function openFeed<Row extends { seq: number }>(options: FeedOptions<Row>): Promise<AsyncIterableIterator<Row>> {
  const { pubsub, channel, after, readHead, readPage, watch, key } = options;
  let head = 0;
  let isClosed = false;
  let failure: Error | undefined;
  let wake = () => {};

  const raise = (seq: number) => {
    if (seq > head) head = seq;
    wake();
  };
  const checkHead = () => {
    readHead().then(raise, (error: unknown) => {
      failure = Object.assign(codedError('SUBSCRIPTION_INTERRUPTED', 'What is new can’t be read at the moment. Subscribe again with the last number you have.'), { cause: error });
      wake();
    });
  };

  const unsubscribe = await pubsub.subscribe(channel, (hint) => raise((hint as { seq: number }).seq));
  const stopWatching = watch.add(key, raise);
  const stopGaps = pubsub.onGap(checkHead);
  const release = async () => {
    stopWatching();
    stopGaps();
    await unsubscribe();
  };

  let sent: number;
  try {
    raise(await readHead());
    sent = after ?? head;
  } catch (error) {
    await release();
    throw error;
  }

  async function* read(): AsyncGenerator<Row, undefined, undefined> {
    try {
      while (!isClosed) {
        while (sent < head && !isClosed) {
          for (const row of await readPage(sent, head, PAGE_SIZE)) {
            if (isClosed) return;
            sent = row.seq;
            yield row;
          }
        }
        if (failure) throw failure;
        if (isClosed) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (sent < head || isClosed || failure) resolve();
        });
      }
    } finally {
      await release();
    }
  }

  const rows = read();
  let isStarted = false;
  return toAsyncIterator({
    next: () => {
      isStarted = true;
      return rows.next();
    },
    async close() {
      isClosed = true;
      wake();
      if (!isStarted) await release();
      await rows.return(undefined);
    },
  });
}
