'use client';
import { useEffect, useState, type ReactNode } from 'react';

/** How much of the page a phone's keyboard covers, in pixels, where the browser lays it over the page (iOS). */
function useKeyboardCover(): number {
  const [cover, setCover] = useState(0);
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return;
    // While one has zoomed in, the bar stays where it is.
    const measure = () => setCover(viewport.scale > 1 ? 0 : Math.max(0, Math.round(window.innerHeight - viewport.height - viewport.offsetTop)));
    viewport.addEventListener('resize', measure);
    viewport.addEventListener('scroll', measure);
    return () => {
      viewport.removeEventListener('resize', measure);
      viewport.removeEventListener('scroll', measure);
    };
  }, []);
  return cover;
}

/** Stays at the bottom of the screen, above the keyboard. */
export function StepFooter({ children }: { children: ReactNode }) {
  const cover = useKeyboardCover();
  return (
    <div
      style={cover > 0 ? { transform: `translateY(-${cover}px)` } : undefined}
      className="sticky bottom-0 z-20 flex flex-col gap-2 border-t border-line bg-paper px-4.5 pt-3 pb-[max(0.875rem,env(safe-area-inset-bottom))] desk:pb-6"
    >
      {children}
    </div>
  );
}
