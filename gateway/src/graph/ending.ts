import { DONE } from '@secondlife/platform/live/async-iterator';

/**
 * What graphql-ws waits on while answers go past it: it has nothing to give, and ends. A class, as there is one for each subscription for as long as
 * it lasts.
 */
export class Ending implements AsyncIterableIterator<never> {
  #isOver = false;
  #wake: ((done: IteratorReturnResult<undefined>) => void) | null = null;
  readonly #onLeave: () => void;

  /** @param onLeave is called when the client leaves before the end */
  constructor(onLeave: () => void) {
    this.#onLeave = onLeave;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorReturnResult<undefined>> {
    return this.#isOver ? Promise.resolve(DONE) : new Promise((resolve) => (this.#wake = resolve));
  }

  return(): Promise<IteratorReturnResult<undefined>> {
    if (!this.#isOver) this.#onLeave();
    this.end();
    return Promise.resolve(DONE);
  }

  end(): void {
    this.#isOver = true;
    this.#wake?.(DONE);
  }
}
