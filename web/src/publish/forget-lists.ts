import type { ApolloCache } from '@apollo/client';

/** After one's items have changed: lists are asked for anew when they are next seen, since where an item stands in them is the graph's to say. */
export function forgetLists(cache: ApolloCache, viewerId: string): void {
  cache.evict({ id: 'ROOT_QUERY', fieldName: 'items' });
  cache.evict({ id: cache.identify({ __typename: 'User', id: viewerId })!, fieldName: 'items' });
  cache.gc();
}
