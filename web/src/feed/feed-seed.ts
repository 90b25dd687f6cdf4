import type { FeedQuery, FeedQueryVariables } from './feed.generated';

/** A page of a feed. */
export type FeedPage = NonNullable<FeedQuery['items']>;

/** The first page of a feed, as the server knows it. */
export interface FeedSeed {
  /** Of which feed. */
  key: string;
  page: FeedPage;
}

/** The same for the same question, on the server and in a browser. */
export const toFeedKey = (variables: FeedQueryVariables): string => JSON.stringify(variables);

export const toFeedSeed = (variables: FeedQueryVariables, data: FeedQuery | null): FeedSeed | null => (data?.items ? { key: toFeedKey(variables), page: data.items } : null);
