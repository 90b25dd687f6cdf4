'use client';
import { useEffect, useRef, useState, type MouseEvent, type PointerEvent, type RefObject } from 'react';

/** So far a mouse has to go before it drags, in pixels. */
const START_PX = 6;
/** So long a finger has to rest before it drags and no longer scrolls, in milliseconds. */
const HOLD_MS = 280;

type DragState = { status: 'idle' } | { status: 'pressed'; key: string; x: number; y: number } | { status: 'dragging'; key: string };

/**
 * Dragging among the elements with `data-photo` (a key) and `data-index` inside `list`: what is dragged takes the place
 * that the pointer is over. A press that became a drag is no click.
 */
export function usePhotoDrag(list: RefObject<HTMLElement | null>, onMove: (key: string, toIndex: number) => void) {
  const state = useRef<DragState>({ status: 'idle' });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wasDrag = useRef(false);
  const [draggedKey, setDraggedKey] = useState<string | null>(null);

  useEffect(() => {
    const element = list.current;
    // A finger that drags does not scroll; React's own listeners could not say so.
    const hold = (event: TouchEvent) => state.current.status === 'dragging' && event.preventDefault();
    element?.addEventListener('touchmove', hold, { passive: false });
    return () => {
      element?.removeEventListener('touchmove', hold);
      clearTimeout(timer.current);
    };
  }, [list]);

  function begin(key: string): void {
    state.current = { status: 'dragging', key };
    wasDrag.current = true;
    setDraggedKey(key);
  }

  function end(): void {
    clearTimeout(timer.current);
    state.current = { status: 'idle' };
    setDraggedKey(null);
  }

  const handlers = {
    onPointerDown({ target, button, pointerType, clientX, clientY }: PointerEvent) {
      wasDrag.current = false;
      const key = (target as Element).closest<HTMLElement>('[data-photo]')?.dataset.photo;
      if (!key || button !== 0) return;
      state.current = { status: 'pressed', key, x: clientX, y: clientY };
      if (pointerType !== 'mouse') timer.current = setTimeout(() => begin(key), HOLD_MS);
    },
    onPointerMove({ pointerType, pointerId, currentTarget, clientX, clientY }: PointerEvent) {
      const now = state.current;
      if (now.status === 'pressed' && pointerType === 'mouse' && Math.hypot(clientX - now.x, clientY - now.y) > START_PX) {
        currentTarget.setPointerCapture(pointerId);
        begin(now.key);
      }
      if (state.current.status !== 'dragging') return;
      const over = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-photo]');
      if (over && list.current?.contains(over) && over.dataset.photo !== state.current.key) onMove(state.current.key, Number(over.dataset.index));
    },
    onPointerUp: end,
    onPointerCancel: end,
    onClickCapture(event: MouseEvent) {
      if (!wasDrag.current) return;
      wasDrag.current = false;
      event.stopPropagation();
      event.preventDefault();
    },
    onContextMenu: (event: MouseEvent) => state.current.status !== 'idle' && event.preventDefault(),
  };
  return { draggedKey, handlers };
}
