'use client';
import { ApolloProvider } from '@apollo/client/react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useLocale } from 'next-intl';
import { createGraphClient, createSilentClient } from '@/graph/client';
import { createLive } from '@/graph/live';
import { LiveProvider } from '@/graph/live-context';
import { forgetKeptAnswers } from '@/offline/kept-answers';
import { createSession, UNKNOWN_SESSION, viewerOf } from '@/session/session';
import { SessionProvider } from '@/session/session-context';
import { createSessionMemory } from '@/session/session-memory';

const GRAPH_PATH = '/graphql';

/** The language of the page, as it stands in the document: it may change while requests are made. */
const readLocale = (): string => document.documentElement.lang;

/** What a tab has once: who is signed in, the graph, the socket. On the server, none of it. */
function createTab() {
  if (typeof window === 'undefined') return { session: UNKNOWN_SESSION, live: null, client: createSilentClient() };
  const session = createSession({ graphUrl: GRAPH_PATH, memory: createSessionMemory(), early: window.sleEarly });
  // Asked for before the page comes to life: what needs it waits the less.
  session.getToken().catch(() => {});
  const live = createLive({ url: `${window.location.origin.replace(/^http/, 'ws')}${GRAPH_PATH}`, session, getLocale: readLocale });
  const client = createGraphClient({ url: GRAPH_PATH, session, live, early: window.sleEarly, getLocale: readLocale });
  return { session, live, client };
}

type Tab = ReturnType<typeof createTab>;

/** Nothing of one person is shown to the next: memory, what was kept, and the socket go when someone else comes or goes. */
function forgetOnChange({ session, live, client }: Tab): () => void {
  let viewer = viewerOf(session);
  return session.subscribe(() => {
    const next = viewerOf(session);
    if (next === viewer) return;
    const hadViewer = viewer !== null;
    viewer = next;
    live?.restart();
    if (hadViewer) forgetKeptAnswers().catch(() => {});
    // For nobody, nothing is asked again: what they may not see would only be refused.
    void (next ? client.resetStore() : client.clearStore()).catch(() => {});
  });
}

export function Providers({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const spoken = useRef(locale);
  const [tab] = useState(createTab);
  useEffect(() => forgetOnChange(tab), [tab]);
  useEffect(() => {
    if (spoken.current === locale) return;
    spoken.current = locale;
    // Names of categories and words for pictures come in the language of the request.
    void tab.client.refetchQueries({ include: 'active' });
  }, [locale, tab]);
  return (
    <SessionProvider value={tab.session}>
      <LiveProvider value={tab.live}>
        <ApolloProvider client={tab.client}>{children}</ApolloProvider>
      </LiveProvider>
    </SessionProvider>
  );
}
