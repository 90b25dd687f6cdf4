import type { FeedQueryVariables } from '@/feed/feed.generated';
import type { Near } from '@/town/near-cookie';

/** Shown beside the heading on a desk, by their slugs; all of them are in the search. */
export const HOME_CATEGORIES = ['furniture', 'sport', 'culture', 'toys'];

/** What the home page asks for: what is nearest to a town, or the newest of the whole country. */
export function toHomeFeed(near: Near | null, categoryId: string | null): FeedQueryVariables {
  return {
    filter: { ...(near?.radiusKm && { withinMetres: near.radiusKm * 1_000 }), ...(categoryId && { categories: [categoryId] }) },
    near: near && { lat: near.town.lat, lng: near.town.lng },
    order: near ? 'NEAREST' : 'NEWEST',
  };
}

/** The newest of the same. */
export const toFreshFeed = (near: Near | null): FeedQueryVariables => ({ ...toHomeFeed(near, null), order: 'NEWEST', first: 12 });
