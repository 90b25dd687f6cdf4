'use client';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useRouter } from '@/i18n/navigation';
import { useSession, useSessionState } from '@/session/session-context';
import { readReturnPath } from './return-path';

/**
 * Leads whoever is signed in, at once or later, to where they came from (`?from=`), else home. The returned function
 * names another place than home.
 */
export function useLeadOn(): (fallback: string) => void {
  const router = useRouter();
  const session = useSession();
  const { status } = useSessionState();
  const from = useSearchParams().get('from');
  const fallback = useRef('/');

  useEffect(() => {
    if (status !== 'viewer') return;
    let isHere = true;
    const leadOn = () => isHere && router.replace(readReturnPath(from) ?? fallback.current);
    // A session that is over is noticed now: then this is the right page. Without a network it is taken to hold.
    session.getToken().then((token) => token && leadOn(), leadOn);
    return () => {
      isHere = false;
    };
  }, [status, session, router, from]);

  return (path) => {
    fallback.current = path;
  };
}
