import type { FormattedExecutionResult } from 'graphql';
import { DONE, toAsyncIterator } from '../live/async-iterator.js';

export interface EventQueueOptions {
  /** Events that may wait to be taken. */
  limit: number;
  /** Called once, when nobody takes events any more or too many wait. */
  onClose(): void;
}

/** Events of one subscription between the socket that they come over and whoever takes them. */
export interface EventQueue {
  events: AsyncIterableIterator<FormattedExecutionResult>;
  /** One more than may wait ends the queue: what waits can still be taken, then `next()` rejects. */
  push(event: FormattedExecutionResult): void;
  /** What waits can still be taken; after that `next()` rejects with the error, or resolves as done where there is none. */
  end(error?: Error): void;
}

/** A queue of events, with a bound: a socket can't be asked to wait for one of its subscriptions. */
export function createEventQueue({ limit, onClose }: EventQueueOptions): EventQueue {
  const waiting: FormattedExecutionResult[] = [];
  let ending: { error: Error | undefined } | null = null;
  let wake: (() => void) | null = null;

  const end = (error?: Error): void => {
    ending ??= { error };
    wake?.();
  };

  return {
    events: toAsyncIterator({
      async next() {
        if (waiting.length === 0 && !ending) await new Promise<void>((resolve) => (wake = resolve));
        wake = null;
        const event = waiting.shift();
        if (event) return { done: false, value: event };
        const error = ending?.error;
        ending = { error: undefined };
        if (error) throw error;
        return DONE;
      },
      async close() {
        const wasOpen = !ending;
        waiting.length = 0;
        ending = { error: undefined };
        wake?.();
        if (wasOpen) onClose();
      },
    }),
    push(event) {
      if (ending) return;
      if (waiting.length >= limit) {
        end(new Error(`More than ${limit} events were waiting to be taken`));
        onClose();
        return;
      }
      waiting.push(event);
      wake?.();
    },
    end,
  };
}
