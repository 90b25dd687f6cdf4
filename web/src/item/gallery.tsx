'use client';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Photo } from '@/photo/photo';
import type { PhotoViewFragment } from '@/photo/photo-view.generated';
import { cn } from '@/ui/cn';

interface GalleryProps {
  photos: readonly PhotoViewFragment[];
  /** Said of a picture that has no words of its own. */
  title: string;
}

const STEP_CLASSES = 'absolute top-1/2 hidden size-11 -translate-y-1/2 place-items-center rounded-full bg-surface text-ink hover:bg-sunk desk:not-disabled:grid';

/** A thing's pictures, one at a time: by a swipe, by arrow keys, or by buttons where there is a mouse. */
export function Gallery({ photos, title }: GalleryProps) {
  const t = useTranslations('item');
  const track = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(0);

  useEffect(() => {
    const element = track.current!;
    const onScroll = () => setCurrent(Math.round(Math.abs(element.scrollLeft) / element.clientWidth));
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, []);

  const show = (index: number) => track.current?.scrollTo({ left: index * track.current.clientWidth, behavior: 'smooth' });
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    show(Math.min(Math.max(current + step, 0), photos.length - 1));
  }

  const isOnlyOne = photos.length <= 1;
  return (
    <section aria-label={t('photos')} className="relative overflow-hidden rounded-b-[1.75rem] bg-sunk desk:rounded-panel">
      <ul
        ref={track}
        tabIndex={isOnlyOne ? undefined : 0}
        onKeyDown={isOnlyOne ? undefined : onKeyDown}
        aria-label={isOnlyOne ? undefined : t('photos')}
        className="flex aspect-10/11 snap-x snap-mandatory overflow-x-auto overflow-y-hidden -outline-offset-4 [scrollbar-width:none] desk:aspect-4/5 desk:max-h-[calc(100dvh-8.5rem)] desk:w-full"
      >
        {photos.length === 0 && (
          <li className="h-full w-full shrink-0">
            <Photo photo={null} alt="" sizes="100vw" />
          </li>
        )}
        {photos.map((photo, index) => (
          <li key={photo.id} className="h-full w-full shrink-0 snap-center snap-always">
            <Photo photo={photo} alt={photo.alt ?? title} sizes="(min-width: 56rem) 36rem, 100vw" isFirst={index === 0} />
          </li>
        ))}
      </ul>
      {!isOnlyOne && (
        <>
          <button type="button" aria-label={t('previousPhoto')} disabled={current === 0} onClick={() => show(current - 1)} className={cn(STEP_CLASSES, 'left-4')}>
            <ChevronLeft className="size-5.5" aria-hidden />
          </button>
          <button type="button" aria-label={t('nextPhoto')} disabled={current === photos.length - 1} onClick={() => show(current + 1)} className={cn(STEP_CLASSES, 'right-4')}>
            <ChevronRight className="size-5.5" aria-hidden />
          </button>
          <div className="pointer-events-none absolute inset-x-0 bottom-4 flex justify-center">
            <p role="status" className="sr-only">
              {t('photoOf', { number: current + 1, count: photos.length })}
            </p>
            <span aria-hidden className="flex gap-1.5 rounded-full bg-surface px-2.5 py-1.5">
              {photos.map(({ id }, index) => (
                <span key={id} className={cn('h-1.5 rounded-full transition-[width]', index === current ? 'w-5 bg-ink' : 'w-1.5 bg-ink-2')} />
              ))}
            </span>
          </div>
        </>
      )}
    </section>
  );
}
