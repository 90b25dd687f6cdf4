/**
 * CPU that a call costs this process, in ms: the least of up to `times` calls, ending with the first that takes less than `enoughMs`. What
 * else a process does meanwhile (compiling, collecting) only ever adds to a call.
 */
export async function leastCpuMs(call: () => unknown, { enoughMs = 50, times = 40 } = {}): Promise<number> {
  let least = Infinity;
  for (let time = 0; time < times && least >= enoughMs; time++) {
    const before = process.cpuUsage();
    await call();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}
