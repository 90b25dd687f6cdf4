'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from '@/i18n/navigation';
import { useEffect, useRef } from 'react';
import { useSessionState } from '@/session/session-context';
import { say } from '@/ui/toasts';

/** Says it when the session ends while someone is at work: by its time, or from another tab. What they wrote stays where it is. */
export function SessionEnd() {
  const t = useTranslations('frame');
  const router = useRouter();
  const state = useSessionState();
  const before = useRef(state);
  const isOver = useRef(new AbortController());
  useEffect(() => {
    const wasSignedIn = before.current.status === 'viewer';
    before.current = state;
    if (state.status === 'viewer') isOver.current.abort();
    if (!wasSignedIn || state.status !== 'nobody') return;
    const logIn = { label: t('logIn'), run: () => router.push(`/log-in?from=${encodeURIComponent(window.location.pathname + window.location.search)}`) };
    isOver.current = new AbortController();
    say(state.hasExpired ? t('sessionExpired') : t('signedOutTitle'), logIn, isOver.current.signal);
  }, [state, t, router]);
  return null;
}
