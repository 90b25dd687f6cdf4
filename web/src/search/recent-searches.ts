'use client';
import { useSyncExternalStore } from 'react';

const KEY = 'sle.searches';
const MOST = 6;
const NONE: readonly string[] = [];
const listeners = new Set<() => void>();
let known: { text: string | null; searches: readonly string[] } = { text: null, searches: NONE };

function parse(text: string | null): readonly string[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string').slice(0, MOST) : NONE;
  } catch {
    return NONE;
  }
}

function read(): readonly string[] {
  const text = localStorage.getItem(KEY);
  if (text !== known.text) known = { text, searches: parse(text) };
  return known.searches;
}

function write(searches: readonly string[]): void {
  localStorage.setItem(KEY, JSON.stringify(searches));
  for (const listener of [...listeners]) listener();
}

/** Keeps what was searched for, on this device alone. */
export function rememberSearch(text: string): void {
  const search = text.trim();
  if (search.length < 2) return;
  write([search, ...read().filter((other) => other.toLocaleLowerCase() !== search.toLocaleLowerCase())].slice(0, MOST));
}

export const forgetSearches = (): void => write([]);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What was searched for lately on this device, the last first. */
export const useRecentSearches = (): readonly string[] => useSyncExternalStore(subscribe, read, () => NONE);
