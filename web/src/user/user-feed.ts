import type { FeedQueryVariables } from '@/feed/feed.generated';

/** A person's things, the newest first. */
export const toUserFeed = (ownerId: string): FeedQueryVariables => ({ filter: { ownerId }, near: null, order: 'NEWEST' });
