'use client';
import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { MyItemsDocument, type MyItemFragment } from './my-items.generated';

/** All of the viewer's own items, the newest first, page after page until they are there; `items` is null as long as none is known. */
export function useMyItems(): { items: readonly MyItemFragment[] | null; isComplete: boolean; error: unknown; retry(): void } {
  const { data, error, refetch, fetchMore } = useQuery(MyItemsDocument, { variables: {}, fetchPolicy: 'cache-and-network' });
  const connection = data?.me?.user?.items;
  const endCursor = connection?.pageInfo?.hasNextPage ? connection.pageInfo.endCursor : null;
  useEffect(() => {
    // What fails here is seen by what is missing, and is asked for with the next visit.
    if (endCursor) fetchMore({ variables: { after: endCursor } }).catch(() => {});
  }, [endCursor, fetchMore]);
  // An answer of which a part is missing has no item for it.
  const items = connection?.edges?.flatMap((edge) => (edge?.node ? [edge.node] : [])) ?? null;
  return { items, isComplete: items !== null && !endCursor, error, retry: () => void refetch() };
}
