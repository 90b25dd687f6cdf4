'use client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useMemo, useState } from 'react';
import type { ItemCardFragment } from '@/item/item-card.generated';
import { rememberFeed } from './feed-memory';
import { joinFeed, startTail, growTail } from './feed-tail';
import { toFeedKey, type FeedSeed } from './feed-seed';
import { FeedDocument, type FeedQueryVariables } from './feed.generated';
import { isReturn } from './is-return';

/** A list of things that grows as one goes down it. */
export interface Feed {
  /** What it is a list of: the same for the same question. */
  key: string;
  items: readonly ItemCardFragment[];
  /** How many there are in all; null until it is known. */
  totalCount: number | null;
  hasMore: boolean;
  /** Nothing can be shown yet. */
  isLoading: boolean;
  isLoadingMore: boolean;
  /** Why nothing can be shown, or nothing more. */
  error: unknown;
  loadMore(): void;
  retry(): void;
}

interface UseFeedOptions {
  /** While the answer to another question is on its way, the last one stays. */
  keepsLast?: boolean;
  /** False: nothing is asked yet. */
  isOn?: boolean;
}

/**
 * Things by a filter, page by page; `seed` is the first page as the server knows it. What the page came with is shown as
 * it is: to write it into Apollo's cache and read it back held up a phone for a quarter of a second.
 */
export function useFeed(variables: FeedQueryVariables, seed: FeedSeed | null, { keepsLast = false, isOn = true }: UseFeedOptions = {}): Feed {
  const client = useApolloClient();
  const key = toFeedKey(variables);
  const memory = rememberFeed(key);
  // A list that one comes back to is as long as it was left: another first page would cut it.
  const [kept] = useState(() => (isReturn() ? { key, page: memory.getFirst() } : null));
  const given = (kept?.key === key ? kept.page : null) ?? (seed?.key === key ? seed.page : null);
  const { data, previousData, error, refetch } = useQuery(FeedDocument, { variables, skip: !isOn || given !== null });
  const first = given ?? (data ?? (keepsLast && !error ? previousData : undefined))?.items ?? null;
  const [more, setMore] = useState<{ key: string; isLoading: boolean; error: unknown }>({ key, isLoading: false, error: null });
  const { isLoading: isLoadingMore, error: failure } = more.key === key ? more : { isLoading: false, error: null };

  const known = memory.getTail();
  const tail = first && (known?.follows === first.pageInfo.endCursor ? known : startTail(first));
  const items = useMemo(() => (first && tail ? joinFeed(first, tail) : []), [first, tail]);
  useEffect(() => memory.keepFirst(first), [memory, first]);

  async function loadMore(): Promise<void> {
    if (isLoadingMore || !tail?.hasMore) return;
    setMore({ key, isLoading: true, error: null });
    try {
      const { data: next, error } = await client.query({ query: FeedDocument, variables: { ...variables, after: tail.endCursor }, fetchPolicy: 'no-cache' });
      if (next?.items) memory.keepTail(growTail(tail, next.items));
      setMore({ key, isLoading: false, error: next?.items ? null : error });
    } catch (error) {
      setMore({ key, isLoading: false, error });
    }
  }

  return {
    key,
    items,
    totalCount: first?.totalCount ?? null,
    hasMore: tail?.hasMore ?? false,
    isLoading: !first && !error,
    isLoadingMore,
    error: first ? failure : error,
    loadMore: () => void loadMore(),
    retry: () => void refetch().catch(() => {}),
  };
}
