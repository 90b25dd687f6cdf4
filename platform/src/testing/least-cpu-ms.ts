const PATIENCE_MS = 8_000;

/**
 * CPU that a call costs this process, in ms: the least of the calls of some seconds, ending with the first that takes less than `limitMs`. What
 * else a process does meanwhile (compiling, collecting) only ever adds to a call.
 */
export async function leastCpuMs(call: () => unknown, limitMs: number): Promise<number> {
  const startedMs = performance.now();
  let least = Infinity;
  while (least >= limitMs && performance.now() - startedMs < PATIENCE_MS) {
    const before = process.cpuUsage();
    await call();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}
