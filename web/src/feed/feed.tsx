'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useEffectEvent, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { describeError } from '@/graph/describe-error';
import type { ItemCardFragment } from '@/item/item-card.generated';
import type { Point } from '@/town/distance';
import { Button } from '@/ui/button';
import { cn } from '@/ui/cn';
import { FeedChunk, CHUNK_SIZE } from './feed-chunk';
import { FeedFailure } from './feed-failure';
import { rememberFeed } from './feed-memory';
import { FeedSkeleton } from './feed-skeleton';
import type { Feed as FeedState } from './use-feed';

interface FeedProps {
  feed: FeedState;
  near: Point | null;
  /** Of the whole list, for who can't see it. */
  label: string;
  /** Stands where there is nothing. */
  empty: ReactNode;
}

const toChunks = (items: readonly ItemCardFragment[]): (readonly ItemCardFragment[])[] =>
  Array.from({ length: Math.ceil(items.length / CHUNK_SIZE) }, (_, index) => items.slice(index * CHUNK_SIZE, (index + 1) * CHUNK_SIZE));

/** Things in rows that go on as long as there are more; only what is near the screen is drawn. */
export function Feed({ feed, near, label, empty }: FeedProps) {
  if (feed.isLoading) return <FeedSkeleton />;
  if (feed.items.length === 0) return feed.error ? <FeedFailure error={feed.error} onRetry={feed.retry} /> : empty;
  return <FilledFeed key={feed.key} feed={feed} near={near} label={label} />;
}

function FilledFeed({ feed, near, label }: Omit<FeedProps, 'empty'>) {
  const { items, hasMore, totalCount } = feed;
  const [memory] = useState(() => rememberFeed(feed.key));
  const [chunkHeight, setChunkHeight] = useState(memory.getChunkHeight);
  const onMeasure = useCallback(
    (height: number) => {
      memory.keepChunkHeight(height);
      setChunkHeight(height);
    },
    [memory],
  );
  return (
    <>
      <div role="feed" aria-label={label} aria-busy={feed.isLoadingMore} className="@container space-y-4.5 desk:space-y-7" style={{ '--feed-chunk': `${chunkHeight ?? 0}px` } as CSSProperties}>
        {toChunks(items).map((chunk, index) => (
          <FeedChunk key={index} index={index} items={chunk} totalCount={totalCount ?? items.length} near={near} memory={memory} onMeasure={onMeasure} />
        ))}
      </div>
      {hasMore && <FeedEnd feed={feed} />}
    </>
  );
}

/** The end that moves on: it asks for more while it is three screens away. When that fails, a button does. */
function FeedEnd({ feed }: { feed: FeedState }) {
  const t = useTranslations('common');
  const end = useRef<HTMLDivElement>(null);
  const hasFailed = Boolean(feed.error);
  const loadMore = useEffectEvent(feed.loadMore);
  useEffect(() => {
    if (hasFailed) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && loadMore(), { rootMargin: '0px 0px 300% 0px' });
    observer.observe(end.current!);
    return () => observer.disconnect();
  }, [hasFailed, feed.items.length]);
  return (
    <div ref={end} className="mt-4.5 flex flex-col items-center gap-3 desk:mt-7 text-center">
      {!hasFailed && (
        <div className="w-full text-left">
          <FeedSkeleton count={4} />
        </div>
      )}
      {hasFailed && (
        <p role="alert" className="text-ink-2">
          {describeError(feed.error, t)}
        </p>
      )}
      <Button variant="outline" size="panel" onClick={feed.loadMore} className={cn(!hasFailed && 'sr-only focus-visible:not-sr-only focus-visible:px-4.5 focus-visible:py-1.5')}>
        {t('more')}
      </Button>
    </div>
  );
}
