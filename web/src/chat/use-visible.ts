'use client';
import { useSyncExternalStore } from 'react';

function listen(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

/** Whether this tab is looked at. */
export const useVisible = (): boolean => useSyncExternalStore(listen, () => document.visibilityState === 'visible', () => false);
