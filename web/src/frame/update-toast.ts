import type { WorkerMessage } from '@/offline/worker-message';
import { say } from '@/ui/toasts';

/** An app that stays open for days asks for a new version when it is looked at again, but not more often than this, in milliseconds. */
const ASK_AGAIN_MS = 60 * 60 * 1000;

/** The words of the offer. */
export interface UpdateTexts {
  text: string;
  action: string;
}

/** Offers to load the page anew. */
export const offerReload = ({ text, action }: UpdateTexts): void => say(text, { label: action, run: () => window.location.reload() });

/**
 * Offers each new version of the app that waits for its turn, and again whenever the app is looked at anew: nothing
 * changes under the hands of someone who writes. Gives a way to stop; `toTexts` is asked when there is something to say.
 */
export function offerUpdates(registration: ServiceWorkerRegistration, toTexts: () => UpdateTexts): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let askedAtMs = Date.now();

  function offerWaiting(): void {
    const { waiting } = registration;
    // Without a worker at work it is the first one, which is no news.
    if (!waiting || !navigator.serviceWorker.controller) return;
    const { text, action } = toTexts();
    say(text, { label: action, run: () => takeOver(waiting) });
  }

  function lookAgain(): void {
    if (document.visibilityState !== 'visible') return;
    offerWaiting();
    if (Date.now() - askedAtMs < ASK_AGAIN_MS) return;
    askedAtMs = Date.now();
    registration.update().catch(() => {});
  }

  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offerWaiting, { signal }), { signal });
  document.addEventListener('visibilitychange', lookAgain, { signal });
  offerWaiting();
  return () => stop.abort();
}

/** Other tabs go on as they are: the caches serve pages of either version. */
function takeOver(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
  waiting.postMessage({ kind: 'take-over' } satisfies WorkerMessage);
}
