'use client';
import { useState, useSyncExternalStore } from 'react';
import { viewerOf } from '@/session/session';
import { useSession } from '@/session/session-context';

/** What the server has read for the viewer of a page. */
export interface ViewerSeed<Data> {
  viewerId: string;
  data: Data;
}

/** The viewer, known from the server's rendering on where it has read for them; and what it has read, for them alone. */
export function useSeededViewer<Data>(given: ViewerSeed<Data> | null): { viewerId: string | null; seed: Data | null } {
  const session = useSession();
  // The server knows no session; in a browser that has another person's, the page begins as if nothing had been read.
  const [seed] = useState(() => (session.getState().status === 'unknown' || viewerOf(session) === given?.viewerId ? given : null));
  const viewerId = useSyncExternalStore(session.subscribe, () => viewerOf(session), () => seed?.viewerId ?? null);
  return { viewerId, seed: seed && seed.viewerId === viewerId ? seed.data : null };
}
