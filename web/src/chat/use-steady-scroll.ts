'use client';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** So near the end one is at the end, in pixels. */
const NEAR = 60;

export interface SteadyScroll {
  scroller: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
  isAtEnd: boolean;
  toEnd(): void;
}

interface Anchor {
  element: Element;
  top: number;
}

/**
 * A list that is read from its end, below what may be pinned as the first thing in it. At the end, what comes is seen; elsewhere, what one reads stays where it is,
 * whether things come above it or below, or the keyboard takes half of the screen.
 */
export function useSteadyScroll(version: unknown): SteadyScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const anchor = useRef<Anchor | null>(null);
  const isHeld = useRef(true);
  const [isAtEnd, setIsAtEnd] = useState(true);

  /** Remembers what is read: the first thing that begins on the screen. */
  function remember(): void {
    const box = scroller.current;
    if (!box) return;
    isHeld.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    setIsAtEnd(isHeld.current);
    const { top } = box.getBoundingClientRect();
    const element = [...(content.current?.querySelectorAll('[data-anchor]') ?? [])].find((candidate) => candidate.getBoundingClientRect().bottom > top);
    anchor.current = element ? { element, top: element.getBoundingClientRect().top - top } : null;
  }

  function restore(): void {
    const box = scroller.current;
    if (!box) return;
    if (isHeld.current) box.scrollTop = box.scrollHeight;
    else if (anchor.current?.element.isConnected) box.scrollTop += anchor.current.element.getBoundingClientRect().top - box.getBoundingClientRect().top - anchor.current.top;
  }

  useLayoutEffect(restore, [version]);
  useEffect(() => {
    const box = scroller.current;
    if (!box || !content.current) return;
    // What is pinned above covers nothing that the keyboard comes to.
    const pinned = box.firstElementChild as HTMLElement;
    const sizes = new ResizeObserver(() => {
      box.style.scrollPaddingTop = getComputedStyle(pinned).position === 'sticky' ? `${pinned.offsetHeight}px` : '';
      restore();
    });
    for (const element of [box, pinned, content.current]) sizes.observe(element);
    box.addEventListener('scroll', remember, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener('scroll', remember);
    };
  }, []);

  return {
    scroller,
    content,
    isAtEnd,
    toEnd() {
      isHeld.current = true;
      setIsAtEnd(true);
      restore();
    },
  };
}
