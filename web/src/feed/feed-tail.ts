import type { ItemCardFragment } from '@/item/item-card.generated';
import type { FeedPage } from './feed-seed';

/**
 * What follows a feed's first page. It is kept beside Apollo's cache, as plain values: a thousand things in the cache,
 * each with its pictures and the results that are remembered of them, weigh several times what they say.
 */
export interface FeedTail {
  /** The end of the first page that it follows; after another one it means nothing. */
  follows: string | null;
  items: readonly ItemCardFragment[];
  endCursor: string | null;
  hasMore: boolean;
}

const toItems = ({ edges }: FeedPage): ItemCardFragment[] => edges.map(({ node }) => node);

/** Nothing yet, after a first page. */
export const startTail = ({ pageInfo }: FeedPage): FeedTail => ({ follows: pageInfo.endCursor, items: [], endCursor: pageInfo.endCursor, hasMore: pageInfo.hasNextPage });

/** The tail with another page; what moved down meanwhile does not come twice. */
export function growTail(tail: FeedTail, page: FeedPage): FeedTail {
  const known = new Set(tail.items.map(({ id }) => id));
  const items = [...tail.items, ...toItems(page).filter(({ id }) => !known.has(id))];
  return { ...tail, items, endCursor: page.pageInfo.endCursor, hasMore: page.pageInfo.hasNextPage };
}

/** The whole list: the first page as it is known now, and the tail. */
export function joinFeed(first: FeedPage, tail: FeedTail): readonly ItemCardFragment[] {
  const head = toItems(first);
  const known = new Set(head.map(({ id }) => id));
  return [...head, ...tail.items.filter(({ id }) => !known.has(id))];
}
