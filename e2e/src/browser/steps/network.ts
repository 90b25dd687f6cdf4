import type { Page, Route } from 'playwright-core';

/** Whether a request asks the graph for an operation. */
export const asksFor = (route: Route, operation: string): boolean => (route.request().postDataJSON() as { operationName?: string } | null)?.operationName === operation;

/** A phone where the reception is bad: 1.6 Mbit/s, 150 ms away (Lighthouse's slow 4G). */
export async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 });
}

/** Fails an operation with 503 so many times; tells when it was asked for, in milliseconds. */
export async function failOperation(page: Page, operation: string, times: number): Promise<number[]> {
  const askedAtMs: number[] = [];
  await page.route('**/graphql', async (route) => {
    if (!asksFor(route, operation)) return route.fallback();
    askedAtMs.push(performance.now());
    if (askedAtMs.length > times) return route.fallback();
    await route.fulfill({ status: 503, contentType: 'text/plain', body: 'no' });
  });
  return askedAtMs;
}

/**
 * Holds the first live socket that the page opens from now on. What comes back waits until the graph has taken its token,
 * and cuts it: the page's side first, so that the page says nothing to a graph that has gone.
 */
export async function holdLiveSocket(page: Page): Promise<(code: number) => Promise<void>> {
  const { promise: taken, resolve: take } = Promise.withResolvers<(code: number) => Promise<void>>();
  await page.routeWebSocket(/\/graphql$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((frame) => {
      socket.send(frame);
      if (!frame.includes('connection_ack')) return;
      take(async (code) => {
        await socket.close({ code });
        await server.close();
      });
    });
  });
  return async (code) => (await taken)(code);
}

/** From its start on, how far a page's content has been moved about (CLS: all shifts that nobody caused). */
export const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const state = globalThis as unknown as { shifted: number };
    state.shifted = 0;
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean };
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries() as Shift[]) if (!shift.hadRecentInput) state.shifted += shift.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
export const readShifts = (page: Page): Promise<number> => page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted);
