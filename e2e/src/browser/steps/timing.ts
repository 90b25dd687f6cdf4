import type { Locator } from 'playwright-core';

/** So long after someone's step the other sees it, at most, in milliseconds. */
export const SOON_MS = 2_000;

/** Does something, and tells how long it took until it was seen, in milliseconds. */
export async function timeUntilSeen(act: () => Promise<unknown>, seen: Locator): Promise<number> {
  const startedAt = performance.now();
  await act();
  await seen.waitFor();
  return performance.now() - startedAt;
}
