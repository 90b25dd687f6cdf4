const KEY = 'sle.reloadedAt';
/** A page that lacks files even after it was loaded anew is left as it is, so long, in milliseconds. */
const AGAIN_MS = 60_000;

const isOwnFile = (target: EventTarget | null): boolean =>
  (target instanceof HTMLScriptElement && target.src.includes('/_next/static/')) ||
  (target instanceof HTMLLinkElement && target.rel === 'stylesheet' && target.href.includes('/_next/static/'));

const isWriting = (): boolean => document.activeElement?.matches('input, textarea, select, [contenteditable]') ?? false;

/**
 * A page that is older than the server may ask for a script that is gone. Next loads anew by itself where a whole page
 * changed, but not where a part of one is missing: then the page is loaded anew once, or `onWriting` is called when
 * someone writes on it. Gives a way to stop.
 */
export function watchLostFiles(onWriting: () => void): () => void {
  const onError = ({ target }: Event) => {
    // Without a network there is nothing newer to load.
    if (!isOwnFile(target) || !navigator.onLine) return;
    if (Date.now() - Number(sessionStorage.getItem(KEY)) < AGAIN_MS) return;
    sessionStorage.setItem(KEY, String(Date.now()));
    if (isWriting()) onWriting();
    else window.location.reload();
  };
  // The event of an element does not rise, but is seen on its way down.
  window.addEventListener('error', onError, true);
  return () => window.removeEventListener('error', onError, true);
}
