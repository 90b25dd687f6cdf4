'use client';
import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether the page has come to life. A form that is sent before would be sent by the browser, and what was typed be gone. */
export const useIsAlive = (): boolean => useSyncExternalStore(never, () => true, () => false);
