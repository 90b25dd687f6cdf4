'use client';
import { useSyncExternalStore } from 'react';

/** As `--breakpoint-desk` in globals.css. */
const QUERY = '(min-width: 56rem)';

function listen(listener: () => void): () => void {
  const query = matchMedia(QUERY);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether there is room for two things side by side; false on the server, which does not know. */
export const useIsDesk = (): boolean => useSyncExternalStore(listen, () => matchMedia(QUERY).matches, () => false);
