import 'server-only';
import { askGraph } from '@/graph/ask';
import { FeedDocument, type FeedQueryVariables } from './feed.generated';
import { toFeedSeed, type FeedSeed } from './feed-seed';

/** A feed's first page, for the page to begin with; null when the graph does not answer. */
export const askFeed = async (variables: FeedQueryVariables): Promise<FeedSeed | null> => toFeedSeed(variables, await askGraph(FeedDocument, variables));
