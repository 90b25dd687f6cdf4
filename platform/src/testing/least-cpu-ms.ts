/**
 * CPU that a call costs this process, in ms: the least of some calls, since the compiler adds to the first ones and whatever else
 * the machine does to any.
 */
export async function leastCpuMs(call: () => unknown, times = 5): Promise<number> {
  let least = Infinity;
  for (let time = 0; time < times; time++) {
    const before = process.cpuUsage();
    await call();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}
