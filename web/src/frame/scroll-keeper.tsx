'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { Suspense, useEffect, useRef } from 'react';

/** Where each page of this tab's history was left, by its place in it. */
const KEY = 'sle.scroll';
/** A page that is back may need a moment to be as tall as it was, in milliseconds. */
const PATIENCE_MS = 1_500;

const readAll = (): Record<string, number> => JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Record<string, number>;

function Keeper() {
  const address = `${usePathname()}?${useSearchParams().toString()}`;
  const isReturn = useRef(false);

  const first = useRef(address);
  useEffect(() => {
    // From now on there is a page of ours behind this one (see useBack).
    if (address !== first.current) sessionStorage.setItem('sle.moved', '1');
  }, [address]);

  useEffect(() => {
    const onReturn = () => (isReturn.current = true);
    window.addEventListener('popstate', onReturn);
    return () => window.removeEventListener('popstate', onReturn);
  }, []);

  useEffect(() => {
    let frame = 0;
    if (isReturn.current) {
      isReturn.current = false;
      const target = readAll()[address] ?? 0;
      const until = performance.now() + PATIENCE_MS;
      const restore = () => {
        const reachable = document.documentElement.scrollHeight - window.innerHeight;
        window.scrollTo({ top: target, behavior: 'instant' });
        if (reachable < target && performance.now() < until) frame = requestAnimationFrame(restore);
      };
      restore();
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(() => sessionStorage.setItem(KEY, JSON.stringify({ ...readAll(), [address]: Math.round(window.scrollY) })), 80);
    };
    // Whoever scrolls by hand is where they want to be.
    const stop = () => cancelAnimationFrame(frame);
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('wheel', stop, { passive: true });
    window.addEventListener('touchstart', stop, { passive: true });
    return () => {
      clearTimeout(timer);
      stop();
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('wheel', stop);
      window.removeEventListener('touchstart', stop);
    };
  }, [address]);

  return null;
}

/** A page that was left comes back, by the browser's own way back, at the place where it was left. */
export const ScrollKeeper = () => (
  <Suspense>
    <Keeper />
  </Suspense>
);
