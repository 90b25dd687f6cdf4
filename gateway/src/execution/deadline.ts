/**
 * Runs what may take long, and rejects at the deadline or when `outer` aborts, whether or not the work heeds its signal.
 * Nothing of it stays behind on `outer`.
 *
 * @param timeoutMs Infinity: there is no deadline, and the work heeds `outer` itself
 */
export function withDeadline<T>(timeoutMs: number, outer: AbortSignal | undefined, run: (signal: AbortSignal | undefined) => Promise<T>): Promise<T> {
  if (outer?.aborted) return Promise.reject(outer.reason as Error);
  return timeoutMs === Infinity ? run(outer) : runUntil(timeoutMs, outer, run);
}

async function runUntil<T>(timeoutMs: number, outer: AbortSignal | undefined, run: (signal: AbortSignal | undefined) => Promise<T>): Promise<T> {
  const deadline = new AbortController();
  const signal = outer ? AbortSignal.any([outer, deadline.signal]) : deadline.signal;
  const aborted = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => { aborted.reject(signal.reason); }, { once: true });
  const timer = setTimeout(() => { deadline.abort(new DOMException(`No answer within ${timeoutMs} ms.`, 'TimeoutError')); }, timeoutMs);
  try {
    return await Promise.race([run(signal), aborted.promise]);
  } finally {
    clearTimeout(timer);
  }
}
