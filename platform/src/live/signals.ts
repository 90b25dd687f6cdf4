import { codedError } from '../error-code.js';
import { DONE, toAsyncIterator } from './async-iterator.js';
import type { PubSub } from '../pubsub/pubsub.js';

export interface SignalsOptions {
  pubsub: PubSub;
  channel: string;
  /** Signals kept for a slow reader; when one more comes the reading ends as interrupted. Default 256. */
  limit?: number;
}

/**
 * What is published on a channel from now on. It has no numbers: when something may have been lost (the link broke,
 * the reader was too slow) it throws SUBSCRIPTION_INTERRUPTED, and never goes on in silence. `return()` ends it at once.
 */
export async function openSignals<Payload>({ pubsub, channel, limit = 256 }: SignalsOptions): Promise<AsyncIterableIterator<Payload>> {
  const waiting: Payload[] = [];
  let isClosed = false;
  let isInterrupted = false;
  let wake = () => {};

  const interrupt = () => {
    isInterrupted = true;
    wake();
  };
  const unsubscribe = await pubsub.subscribe(channel, (payload) => {
    if (waiting.length >= limit) return interrupt();
    waiting.push(payload as Payload);
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
        const payload = waiting.shift();
        if (payload !== undefined) return { done: false, value: payload };
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    close,
  });
}
