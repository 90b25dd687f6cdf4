let hasGoneBack = false;

if (typeof window !== 'undefined') {
  window.addEventListener('popstate', () => (hasGoneBack = true));
  // Every move that is not one through the history begins with a click, or with a key that makes one.
  window.addEventListener('click', () => (hasGoneBack = false), { capture: true });
}

/** Whether the page that is being shown was come back to, by the browser's own way back. */
export const isReturn = (): boolean => hasGoneBack;
