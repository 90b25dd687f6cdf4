import type { WorkerMessage } from '@/offline/worker-message';

/** Tells the service worker something, as soon as there is one at work; where there can't be one, nobody. */
export async function tellWorker(message: WorkerMessage): Promise<void> {
  if ('serviceWorker' in navigator) (await navigator.serviceWorker.ready).active?.postMessage(message);
}

/** What the page has loaded so far, as far as it is files that never change; the worker knows which of them to keep. */
const toLoadedFiles = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${window.location.origin}/`));

/** Sets up the service worker, with which the app opens without a network; null where there can't be one. In development it is taken away. */
export async function registerServiceWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null;
  if (process.env.NODE_ENV !== 'production') {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
    return null;
  }
  // Next finds the file by this very expression, and compiles it.
  const registration = await navigator.serviceWorker.register(new URL('../offline/service-worker.ts', import.meta.url), { scope: '/' });
  // The first page in a browser has loaded its files past the worker.
  if (!navigator.serviceWorker.controller) void tellWorker({ kind: 'keep-files', urls: toLoadedFiles() });
  return registration;
}
