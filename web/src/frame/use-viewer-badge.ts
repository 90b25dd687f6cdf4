'use client';
import { useQuery } from '@apollo/client/react';
import { useViewerId } from '@/session/session-context';
import { ViewerBadgeDocument } from './viewer-badge.generated';

/** Who is signed in, and how many messages wait for them; null for nobody and until it is known. */
export function useViewerBadge() {
  const viewerId = useViewerId();
  const { data } = useQuery(ViewerBadgeDocument, { skip: viewerId === null });
  return viewerId ? (data?.me ?? null) : null;
}
