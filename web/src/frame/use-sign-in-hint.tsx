'use client';
import { createContext, useContext } from 'react';
import { useSessionState } from '@/session/session-context';

const HintContext = createContext(false);
export const SignInHintProvider = HintContext.Provider;

/** Whether someone is signed in: what the browser knows, or, until it has looked, what the server was told by a cookie. */
export function useIsSignedIn(): boolean {
  const hint = useContext(HintContext);
  const { status } = useSessionState();
  return status === 'unknown' ? hint : status === 'viewer';
}
