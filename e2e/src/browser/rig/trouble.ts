import type { BrowserContext, Page, Request } from 'playwright-core';

/** What went wrong in the pages of a context, apart from what a test provokes. */
export interface Trouble {
  /** One line each: console errors and warnings, errors thrown, requests failed or answered with 400 and more, other origins. */
  list(): string[];
  /** From now on lines like these are part of the test. */
  expect(...patterns: RegExp[]): void;
}

/** Said of the machine and of the rig, not of the page: a script that is used late is one (`findUnusedScripts` finds what is never used). */
const MACHINE = [
  /GPU stall due to ReadPixels/,
  /Automatic fallback to software WebGL/,
  /Service Worker registration blocked by Playwright/,
  /\/chunks\/[^ ]+\.js was preloaded using link preload but not used within a few seconds/,
];

/** What the browser gives up by itself when a page is left, or when newer content is asked for. */
const isGivenUp = (request: Request): boolean => request.failure()?.errorText === 'net::ERR_ABORTED';

/** Watches all pages of a context, whose pages may speak to `origin` alone. */
export function watchForTrouble(context: BrowserContext, origin: string): Trouble {
  const lines: string[] = [];
  const expected: RegExp[] = [...MACHINE];
  const note = (line: string) => void lines.push(line);
  const checkOrigin = (url: string) => {
    const { protocol, origin: asked } = new URL(url);
    if (protocol === 'data:' || protocol === 'blob:' || protocol === 'chrome-error:') return;
    if (asked.replace(/^ws/, 'http') !== origin) note(`another origin: ${url}`);
  };
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) note(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => note(`thrown: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => checkOrigin(request.url()));
  context.on('requestfailed', (request) => {
    if (!isGivenUp(request)) note(`failed: ${request.method()} ${request.url()} ${request.failure()?.errorText}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) note(`answered ${response.status()}: ${response.request().method()} ${response.url()}`);
  });
  const watchSockets = (page: Page) => page.on('websocket', (socket) => checkOrigin(socket.url()));
  context.pages().forEach(watchSockets);
  context.on('page', watchSockets);
  return {
    list: () => lines.filter((line) => !expected.some((pattern) => pattern.test(line))),
    expect: (...patterns) => void expected.push(...patterns),
  };
}
