'use client';
import { useEffect, useState } from 'react';

/** Seconds that are still to wait, counted down to 0; by the clock, since a hidden page may stand still. */
export function useCountdown() {
  const [endsAtMs, setEndsAtMs] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const count = () => setLeft(Math.max(0, Math.ceil((endsAtMs - Date.now()) / 1_000)));
    count();
    const timer = setInterval(count, 500);
    return () => clearInterval(timer);
  }, [endsAtMs]);
  return { left, start: (seconds: number) => setEndsAtMs(Date.now() + seconds * 1_000) };
}
