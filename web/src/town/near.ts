'use client';
import { useSyncExternalStore } from 'react';
import { readDeviceCookie, writeDeviceCookie } from '@/device-cookie';
import { NEAR_COOKIE, readNear, writeNear, type Near } from './near-cookie';

const listeners = new Set<() => void>();
let known: { text: string | undefined; near: Near | null } | null = null;

/** The same object as long as the cookie says the same. */
function readCookie(): Near | null {
  const text = readDeviceCookie(NEAR_COOKIE);
  if (!known || known.text !== text) known = { text, near: readNear(text && decodeURIComponent(text)) };
  return known.near;
}

/** Keeps the town that someone looks round, on this device; null forgets it. */
export function setNear(near: Near | null): void {
  writeDeviceCookie(NEAR_COOKIE, near && encodeURIComponent(writeNear(near)));
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The town that someone looks round; null as long as they chose none. `seed` is what the server read of the cookie:
 * with it the first render is right already, without it the town comes a moment later.
 */
export const useNear = (seed: Near | null = null): Near | null => useSyncExternalStore(subscribe, readCookie, () => seed);
