import { codedError } from '../error-code.js';
import { DONE, toAsyncIterator } from './async-iterator.js';
import type { PubSub } from '../pubsub/pubsub.js';

export interface SignalsOptions<Payload> {
  pubsub: PubSub;
  channel: string;
  /** Signals kept for a slow reader; when one more comes the reading ends as interrupted. Default 256. */
  limit?: number;
  /** While one waits to be read, another with the same key adds nothing to it, and is dropped. Default: each is kept. */
  toKey?: (payload: Payload) => unknown;
}

/**
 * What is published on a channel from now on. It has no numbers: when something may have been lost (the link broke,
 * the reader was too slow) it throws SUBSCRIPTION_INTERRUPTED, and never goes on in silence. `return()` ends it at once.
 */
export async function openSignals<Payload>({ pubsub, channel, limit = 256, toKey = (payload) => payload }: SignalsOptions<Payload>): Promise<AsyncIterableIterator<Payload>> {
  const waiting = new Map<unknown, Payload>();
  let isClosed = false;
  let isInterrupted = false;
  let wake = () => {};

  const interrupt = () => {
    isInterrupted = true;
    wake();
  };
  const unsubscribe = await pubsub.subscribe(channel, (published) => {
    const payload = published as Payload;
    const key = toKey(payload);
    if (waiting.has(key)) return;
    if (waiting.size >= limit) return interrupt();
    waiting.set(key, payload);
    wake();
  });
  const stopGaps = pubsub.onGap(interrupt);
  const close = async () => {
    isClosed = true;
    wake();
    stopGaps();
    await unsubscribe();
  };

  return toAsyncIterator({
    async next() {
      for (;;) {
        if (isClosed) return DONE;
        if (isInterrupted) {
          await close();
          throw codedError('SUBSCRIPTION_INTERRUPTED', 'Updates may have been missed. Read again, then subscribe again.');
        }
        const [oldest] = waiting;
        if (oldest) {
          const [key, payload] = oldest;
          waiting.delete(key);
          return { done: false, value: payload };
        }
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    close,
  });
}
