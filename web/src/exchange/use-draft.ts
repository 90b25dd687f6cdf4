'use client';
import { useEffect, useRef, useState } from 'react';
import { openDatabase } from '@/offline/database';

async function readDraft<T>(key: string): Promise<T | undefined> {
  // The shape is that which was written under this key.
  return (await (await openDatabase()).get('drafts', key))?.value as T | undefined;
}

async function writeDraft(key: string, value: unknown): Promise<void> {
  const database = await openDatabase();
  if (value === null) await database.delete('drafts', key);
  else await database.put('drafts', { key, value, changedAtMs: Date.now() });
}

export interface DraftState<T> {
  value: T;
  /** Whether what was kept has been read. */
  isReady: boolean;
  /** Changes it, and keeps it from the first letter on. */
  change(value: T): void;
  /** Forgets it: it has been sent. */
  clear(): void;
}

/** What someone has begun and not sent, kept on this device under a key that names them. It survives everything but being sent. */
export function useDraft<T>(key: string, initial: T): DraftState<T> {
  const [value, setValue] = useState(initial);
  const [isReady, setIsReady] = useState(false);
  const isTouched = useRef(false);
  useEffect(() => {
    let isOver = false;
    void readDraft<T>(key)
      .catch(() => undefined)
      .then((kept) => {
        if (isOver) return;
        // Who was quicker than the disk is right.
        if (kept !== undefined && !isTouched.current) setValue(kept);
        setIsReady(true);
      });
    return () => {
      isOver = true;
    };
  }, [key]);

  function set(next: T, kept: T | null): void {
    isTouched.current = true;
    setValue(next);
    writeDraft(key, kept).catch(() => {});
  }
  return { value, isReady, change: (next) => set(next, next), clear: () => set(initial, null) };
}
