import type { CDPSession, Page } from 'playwright-core';

/** What a page holds, after the garbage is gone. */
export interface Held {
  domNodes: number;
  heapBytes: number;
}

/** Counts what a page holds now. */
export async function weighPage(page: Page): Promise<Held> {
  const session: CDPSession = await page.context().newCDPSession(page);
  try {
    await session.send('Performance.enable');
    // What only finalisers let go of goes with the second round.
    for (let round = 0; round < 2; round += 1) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const read = (name: string) => metrics.find((metric) => metric.name === name)!.value;
    return { domNodes: await page.evaluate(() => document.querySelectorAll('*').length), heapBytes: read('JSHeapUsedSize') };
  } finally {
    await session.detach();
  }
}

/** From now on the page notes each piece of work that takes longer than 50 ms; the answer reads them, in milliseconds. */
export async function noteLongTasks(page: Page): Promise<() => Promise<number[]>> {
  const notes = await page.evaluateHandle(() => {
    const durations: number[] = [];
    new PerformanceObserver((list) => durations.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] });
    return durations;
  });
  return () => notes.evaluate((durations) => [...durations]);
}
