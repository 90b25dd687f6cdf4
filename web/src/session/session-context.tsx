'use client';
import { createContext, useContext, useSyncExternalStore } from 'react';
import { UNKNOWN_SESSION, viewerOf, type Session, type SessionState } from './session';

const SessionContext = createContext<Session>(UNKNOWN_SESSION);
export const SessionProvider = SessionContext.Provider;

/** The session of this browser, to sign in and out. */
export const useSession = (): Session => useContext(SessionContext);

/** Who is signed in, as it changes; `unknown` while the page comes to life. */
export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.getState, UNKNOWN_SESSION.getState);
}

/** The viewer's id; null for nobody, and as long as it is not known. Who hears of nothing else is drawn again for nothing else. */
export function useViewerId(): string | null {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, () => viewerOf(session), () => null);
}
