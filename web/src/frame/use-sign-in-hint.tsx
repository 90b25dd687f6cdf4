'use client';
import { createContext, useContext, useSyncExternalStore } from 'react';
import { useSession } from '@/session/session-context';

const HintContext = createContext(false);
export const SignInHintProvider = HintContext.Provider;

/** Whether someone is signed in: what the browser knows, or, until it has looked, what the server was told by a cookie. */
export function useIsSignedIn(): boolean {
  const hint = useContext(HintContext);
  const session = useSession();
  const read = () => {
    const { status } = session.getState();
    return status === 'unknown' ? hint : status === 'viewer';
  };
  return useSyncExternalStore(session.subscribe, read, () => hint);
}
