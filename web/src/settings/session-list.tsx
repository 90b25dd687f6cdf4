'use client';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/ui/button';
import { Skeleton } from '@/ui/skeleton';
import { SessionRow } from './session-row';
import type { OpenSessionRowFragment } from './session-row.generated';

/** So many are shown at first: the last used. */
const MOST = 5;

/** Where someone is logged in; null while that is not known. */
export function SessionList({ sessions }: { sessions: readonly OpenSessionRowFragment[] | null }) {
  const t = useTranslations('settings');
  const list = useRef<HTMLUListElement>(null);
  const [isWhole, setIsWhole] = useState(false);
  if (!sessions) {
    return (
      <div className="flex flex-col gap-5 py-2">
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
      </div>
    );
  }
  const more = isWhole ? 0 : Math.max(0, sessions.length - MOST);
  return (
    <>
      <ul ref={list} tabIndex={-1} aria-label={t('sessions')} className="-my-3 divide-y divide-line outline-none">
        {sessions.slice(0, sessions.length - more).map((session) => (
          <SessionRow key={session.id} session={session} onEnded={() => list.current?.focus()} />
        ))}
      </ul>
      {more > 0 && (
        <Button variant="outline" size="panel" className="mt-5 w-full" onClick={() => setIsWhole(true)}>
          {t('moreSessions', { count: more })}
        </Button>
      )}
    </>
  );
}
