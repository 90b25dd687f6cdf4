'use client';
import { memo, Suspense, useEffect, useRef, useState } from 'react';
import { ItemCard } from '@/item/item-card';
import type { ItemCardFragment } from '@/item/item-card.generated';
import type { Point } from '@/town/distance';
import { feedGridClasses, toCardClasses, toCardShape } from './feed-grid';
import type { FeedMemory } from './feed-memory';

/** So many things are drawn, or left out, together: whole rows of two, four and five. */
export const CHUNK_SIZE = 20;
/** Within two screens of what is seen, everything is drawn. */
const MARGIN = '200% 0px';
/** Loaded at once: those of the first screen. */
const FIRST_COUNT = 2;

interface FeedChunkProps {
  index: number;
  items: readonly ItemCardFragment[];
  totalCount: number;
  near: Point | null;
  memory: FeedMemory;
  /** A full chunk has been measured: all full ones are as tall. */
  onMeasure(height: number): void;
}

const isSame = (a: FeedChunkProps, b: FeedChunkProps): boolean =>
  a.index === b.index && a.near === b.near && a.totalCount === b.totalCount && a.memory === b.memory && a.items.length === b.items.length && a.items.every((item, at) => item === b.items[at]);

/** Some rows of a feed. Far from what is seen they are an empty space of their height, so that a long feed stays light. */
export const FeedChunk = memo(function FeedChunk({ index, items, totalCount, near, memory, onMeasure }: FeedChunkProps) {
  const element = useRef<HTMLDivElement>(null);
  const isFull = items.length === CHUNK_SIZE;
  const [isNear, setIsNear] = useState(() => memory.drawn.has(index));
  // One that still grows has no height to keep.
  const isDrawn = isNear || !isFull || memory.getChunkHeight() === null;

  useEffect(() => {
    const observer = new IntersectionObserver(
      ([entry]) => {
        // A page that is being left is hidden, and tells nothing.
        if (!entry || entry.boundingClientRect.height === 0) return;
        if (entry.isIntersecting) memory.drawn.add(index);
        else memory.drawn.delete(index);
        setIsNear(entry.isIntersecting);
      },
      { rootMargin: MARGIN },
    );
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [index, memory]);

  useEffect(() => {
    if (!isFull || !isDrawn) return;
    const observer = new ResizeObserver(([entry]) => entry && entry.contentRect.height > 0 && onMeasure(entry.contentRect.height));
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [isFull, isDrawn, onMeasure]);

  return (
    <div ref={element} className={isDrawn ? feedGridClasses : 'h-(--feed-chunk)'}>
      {isDrawn &&
        items.map((item, at) => {
          const position = index * CHUNK_SIZE + at;
          return (
            // Each comes to life by itself, in a task of its own, after what stands around the feed.
            <Suspense key={item.id}>
              <article aria-posinset={position + 1} aria-setsize={totalCount} className={toCardClasses(position)}>
                <ItemCard item={item} near={near} shape={toCardShape(position)} isFirst={position < FIRST_COUNT} />
              </article>
            </Suspense>
          );
        })}
    </div>
  );
}, isSame);
