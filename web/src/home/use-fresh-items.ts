'use client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { FeedDocument } from '@/feed/feed.generated';
import { useLiveQuery } from '@/graph/live-context';
import type { ItemCardFragment } from '@/item/item-card.generated';
import { useViewerId } from '@/session/session-context';
import { measureMetres } from '@/town/distance';
import type { Near } from '@/town/near-cookie';
import { toFreshFeed } from './home-feed';
import { ItemPublishedDocument } from './item-published.generated';
import { useTabVisible } from './use-tab-visible';

const isNearEnough = ({ place }: ItemCardFragment, near: Near | null): boolean => !near?.radiusKm || (place !== null && measureMetres(near.town, place) <= near.radiusKm * 1_000);

interface FreshItems {
  /** New since the visit before, and those that came since and were asked for. */
  shown: readonly ItemCardFragment[];
  /** Published while the page is open; they wait until they are asked for, so that nothing moves. */
  waiting: readonly ItemCardFragment[];
  showWaiting(): void;
}

/** What others have published lately, near a town. `seed`: what is new since the visit before. */
export function useFreshItems(near: Near | null, seed: readonly ItemCardFragment[]): FreshItems {
  const client = useApolloClient();
  const viewerId = useViewerId();
  const isVisible = useTabVisible();
  const [openedAt] = useState(() => new Date().toISOString());
  const [published, setPublished] = useState<readonly ItemCardFragment[]>([]);
  const [shownCount, setShownCount] = useState(0);

  function take(items: readonly ItemCardFragment[]): void {
    setPublished((known) => [...items.filter(({ id }) => !known.some((item) => item.id === id)), ...known]);
  }
  // What was published while the tab was hidden or the socket lost.
  async function catchUp(): Promise<void> {
    const { data } = await client.query({ query: FeedDocument, variables: toFreshFeed(near), fetchPolicy: 'no-cache' });
    take((data?.items?.edges ?? []).map(({ node }) => node).filter(({ publishedAt }) => publishedAt !== null && publishedAt > openedAt));
  }
  const wasVisible = useRef(isVisible);
  useEffect(() => {
    if (isVisible && !wasVisible.current) catchUp().catch(() => {});
    wasVisible.current = isVisible;
  });
  useLiveQuery(ItemPublishedDocument, { variables: {}, isOn: isVisible, onData: ({ itemPublished }) => take([itemPublished]), onGap: () => void catchUp().catch(() => {}) });

  const others = published.filter((item) => item.owner?.id !== viewerId && isNearEnough(item, near));
  const waitingCount = Math.max(0, others.length - shownCount);
  const old = seed.filter((item) => item.owner?.id !== viewerId && isNearEnough(item, near) && !others.some(({ id }) => id === item.id));
  return { shown: [...others.slice(waitingCount), ...old], waiting: others.slice(0, waitingCount), showWaiting: () => setShownCount(others.length) };
}
