'use client';
import { useOutboxSender } from '@/chat/use-outbox-sender';
import { useLiveExchanges } from '@/exchange/use-live-exchanges';
import { useViewerId } from '@/session/session-context';

/** What goes on behind every page, whichever is shown, for who is signed in. */
export function Background() {
  const viewerId = useViewerId();
  return viewerId && <ViewerBackground key={viewerId} viewerId={viewerId} />;
}

function ViewerBackground({ viewerId }: { viewerId: string }) {
  useOutboxSender(viewerId);
  useLiveExchanges();
  return null;
}
