'use client';
import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

/** Whether the tab is looked at. */
export const useTabVisible = (): boolean => useSyncExternalStore(subscribe, () => document.visibilityState === 'visible', () => true);
