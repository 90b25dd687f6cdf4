import { DONE } from '@secondlife/platform/live/async-iterator';

/** What graphql-ws waits on while answers go past it: it has nothing to give, and ends. */
export interface Ending extends AsyncIterableIterator<never> {
  return(): Promise<IteratorReturnResult<undefined>>;
  end(): void;
}

/** `onLeave` is called when the client leaves before the end. One object, as there is one for each subscription for as long as it lasts. */
export function createEnding(onLeave: () => void): Ending {
  let isOver = false;
  let wake: ((done: IteratorReturnResult<undefined>) => void) | null = null;
  const ending: Ending = {
    [Symbol.asyncIterator]: () => ending,
    next: () => (isOver ? Promise.resolve(DONE) : new Promise((resolve) => (wake = resolve))),
    return() {
      if (!isOver) onLeave();
      ending.end();
      return Promise.resolve(DONE);
    },
    end() {
      isOver = true;
      wake?.(DONE);
    },
  };
  return ending;
}
