'use client';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { arrange, isSameOrder, type Place } from './arrange';
import type { ExchangeRowFragment } from './exchange-row.generated';

export interface Arrangement {
  places: Place[];
  /** Whether the order is another by now. */
  hasChanged: boolean;
  /** Puts everything in its place. */
  renew(): void;
  /** Of the element above the list: as long as it is in sight nothing is being read further down. */
  top: RefObject<HTMLDivElement | null>;
  list: RefObject<HTMLDivElement | null>;
}

/** The order of the list, which waits with what is new as long as someone reads further down, or points at it. */
export function useArrangement(exchanges: readonly ExchangeRowFragment[], viewerId: string): Arrangement {
  const next = arrange(exchanges, viewerId);
  const [places, setPlaces] = useState(next);
  const [isAtTop, setIsAtTop] = useState(true);
  const [isPointedAt, setIsPointedAt] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const isSame = isSameOrder(places, next);
  if (!isSame && ((isAtTop && !isPointedAt) || places.length === 0)) setPlaces(next);

  useEffect(() => {
    const inSight = new IntersectionObserver(([entry]) => setIsAtTop(entry?.isIntersecting ?? true));
    if (top.current) inSight.observe(top.current);
    const element = list.current;
    const onEnter = ({ pointerType }: PointerEvent) => setIsPointedAt(pointerType === 'mouse');
    const onLeave = () => setIsPointedAt(false);
    element?.addEventListener('pointerenter', onEnter);
    element?.addEventListener('pointerleave', onLeave);
    return () => {
      inSight.disconnect();
      element?.removeEventListener('pointerenter', onEnter);
      element?.removeEventListener('pointerleave', onLeave);
    };
  }, []);

  return { places, hasChanged: !isSame, renew: () => setPlaces(next), top, list };
}
