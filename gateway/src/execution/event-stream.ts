/**
 * Answers a stream of events one by one, in order: the next event is taken from upstream only when the consumer asks for the next
 * answer, so that nothing gathers here. `return()` ends upstream at once, also while a `next()` is pending; that one
 * then resolves as done. `next()` never rejects.
 *
 * @param toAnswer its signal aborts when the consumer leaves
 * @param toLastAnswer called with what upstream or `toAnswer` threw; the stream ends after the answer that it gives
 */
export function answerEach<Event, Answer>(
  upstream: AsyncIterator<Event>,
  toAnswer: (event: Event, signal: AbortSignal) => Promise<Answer>,
  toLastAnswer: (error: unknown) => Answer,
): AsyncIterableIterator<Answer> {
  const done: IteratorResult<Answer> = { done: true, value: undefined };
  const waiting = new Set<(result: IteratorResult<Answer>) => void>();
  let current = new AbortController();
  let previous: Promise<unknown> = Promise.resolve();
  let isEnded = false;

  const end = (): void => {
    if (isEnded) return;
    isEnded = true;
    current.abort();
    // Not awaited: an upstream that is busy with a `next()` may answer only after it, and nobody is left to hear of a failure.
    upstream.return?.().catch(() => undefined);
  };

  const leave = (): void => {
    end();
    for (const resolve of waiting) resolve(done);
  };

  const take = async (): Promise<IteratorResult<Answer>> => {
    if (isEnded) return done;
    try {
      const event = await upstream.next();
      if (event.done || isEnded) {
        end();
        return done;
      }
      current = new AbortController();
      return { done: false, value: await toAnswer(event.value, current.signal) };
    } catch (error) {
      if (isEnded) return done;
      end();
      return { done: false, value: toLastAnswer(error) };
    }
  };

  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next() {
      const { promise, resolve, reject } = Promise.withResolvers<IteratorResult<Answer>>();
      waiting.add(resolve);
      previous = previous.then(take).then(resolve, reject).finally(() => waiting.delete(resolve));
      return promise;
    },
    async return() {
      leave();
      return done;
    },
    async throw(error: unknown) {
      leave();
      throw error;
    },
  };
}
