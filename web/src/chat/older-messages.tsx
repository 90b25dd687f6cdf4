'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import { Button } from '@/ui/button';

interface OlderMessagesProps {
  scroller: RefObject<HTMLElement | null>;
  state: 'idle' | 'loading' | 'failed';
  load(): void;
}

/** The way to what was said before: it loads by itself a little before it is reached. */
export function OlderMessages({ scroller, state, load }: OlderMessagesProps) {
  const t = useTranslations('chat');
  const place = useRef<HTMLDivElement>(null);
  const onNear = useEffectEvent(() => state === 'idle' && load());
  useEffect(() => {
    const near = new IntersectionObserver(([entry]) => entry?.isIntersecting && onNear(), { root: scroller.current, rootMargin: '600px 0px 0px' });
    near.observe(place.current!);
    return () => near.disconnect();
    // Once more after each page: it may not have filled the screen.
  }, [scroller, state]);
  return (
    <div ref={place} className="flex min-h-14 items-center justify-center">
      <Button variant="quiet" size="pill" disabled={state === 'loading'} onClick={load}>
        {t(state === 'failed' ? 'olderFailed' : state === 'loading' ? 'olderLoading' : 'older')}
      </Button>
    </div>
  );
}
