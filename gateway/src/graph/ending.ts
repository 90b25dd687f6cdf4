import { DONE, toAsyncIterator } from '@secondlife/platform/live/async-iterator';

/** What graphql-ws waits on while answers go past it: it has nothing to give, and ends. */
export interface Ending {
  events: AsyncIterableIterator<never>;
  end(): void;
}

/** `onLeave` is called when the client leaves before the end. */
export function createEnding(onLeave: () => void): Ending {
  let isOver = false;
  let wake: (() => void) | null = null;
  const end = (): void => {
    isOver = true;
    wake?.();
  };
  return {
    events: toAsyncIterator<never>({
      async next() {
        if (!isOver) await new Promise<void>((resolve) => (wake = resolve));
        return DONE;
      },
      async close() {
        if (!isOver) onLeave();
        end();
      },
    }),
    end,
  };
}
