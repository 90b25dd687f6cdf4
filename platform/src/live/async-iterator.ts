/** An iterator that is its own iterable, made from its two moves; `close` ends it even while `next` is pending. */
export function toAsyncIterator<T>({ next, close }: { next(): Promise<IteratorResult<T>>; close(): Promise<void> }): AsyncIterableIterator<T> {
  const iterator: AsyncIterableIterator<T> = {
    next,
    return: async () => {
      await close();
      return DONE;
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

/** The same events, each as `map` makes it; closing it closes the source. */
export function mapAsyncIterator<From, To>(source: AsyncIterator<From>, map: (event: From) => To): AsyncIterableIterator<To> {
  return toAsyncIterator({
    async next() {
      const event = await source.next();
      return event.done ? DONE : { done: false, value: map(event.value) };
    },
    async close() {
      await source.return?.();
    },
  });
}

/** Only the events that pass `isWanted`; closing it closes the source. */
export function filterAsyncIterator<T>(source: AsyncIterator<T>, isWanted: (event: T) => boolean): AsyncIterableIterator<T> {
  return toAsyncIterator({
    async next() {
      for (;;) {
        const event = await source.next();
        if (event.done) return DONE;
        if (isWanted(event.value)) return event;
      }
    },
    async close() {
      await source.return?.();
    },
  });
}

/** What an iterator says when it is over. */
export const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };
