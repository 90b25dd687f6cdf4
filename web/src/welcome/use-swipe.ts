'use client';
import { useRef, type PointerEvent } from 'react';

/** A finger that moved so far to the side, and more than up or down, has swiped. In pixels. */
const FAR = 48;

/** Handlers for an element over which one swipes to the side; 1 is onwards, -1 is back. */
export function useSwipe(onSwipe: (direction: 1 | -1) => void) {
  const start = useRef<{ x: number; y: number } | null>(null);
  return {
    onPointerDown({ clientX: x, clientY: y, pointerType }: PointerEvent) {
      start.current = pointerType === 'mouse' ? null : { x, y };
    },
    onPointerUp({ clientX, clientY }: PointerEvent) {
      if (!start.current) return;
      const [right, down] = [clientX - start.current.x, clientY - start.current.y];
      start.current = null;
      if (Math.abs(right) > FAR && Math.abs(right) > Math.abs(down)) onSwipe(right < 0 ? 1 : -1);
    },
    onPointerCancel() {
      start.current = null;
    },
  };
}
