'use client';
import { useApolloClient } from '@apollo/client/react';
import { Laptop, Smartphone } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { describeError } from '@/graph/describe-error';
import type { GraphContext } from '@/graph/links/retry-link';
import { Button } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { say } from '@/ui/toasts';
import { EndSessionDocument, type OpenSessionRowFragment } from './session-row.generated';

const HANDHELD = /Android|iPhone|iPad/;

/** One log-in: on what, since when, last used when; and the way to end it, unless it is this one. */
export function SessionRow({ session, onEnded }: { session: OpenSessionRowFragment; onEnded(): void }) {
  const { deviceName, startedAt, lastUsedAt, isCurrent } = session;
  const t = useTranslations('settings');
  const format = useFormatter();
  const name = deviceName ?? t('unknownDevice');
  const Icon = HANDHELD.test(name) ? Smartphone : Laptop;
  return (
    <li className="flex items-center gap-3.5 py-3">
      <Icon className="size-6 shrink-0 text-ink-2" strokeWidth={1.8} aria-hidden />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="font-semibold wrap-anywhere">
          {name}
        </p>
        {isCurrent ? (
          <p className="text-xs font-medium text-leaf-ink">{t('thisDevice')}</p>
        ) : (
          <p className="text-xs text-ink-2">{t('lastUsed', { when: format.relativeTime(new Date(lastUsedAt), new Date()) })}</p>
        )}
        <p className="text-xs text-ink-2">{t('startedAt', { date: format.dateTime(new Date(startedAt), { dateStyle: 'medium' }) })}</p>
      </div>
      {!isCurrent && <EndSession id={session.id} name={name} onEnded={onEnded} />}
    </li>
  );
}

function EndSession({ id, name, onEnded }: { id: string; name: string; onEnded(): void }) {
  const t = useTranslations('settings');
  const words = useTranslations('common');
  const client = useApolloClient();
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);

  async function end(): Promise<void> {
    setIsBusy(true);
    try {
      await client.mutate({
        mutation: EndSessionDocument,
        variables: { id },
        context: { isIdempotent: true } satisfies GraphContext,
        // Also when it was over already: the list is without it.
        update: (cache) => void cache.evict({ id: `OpenSession:${id}` }),
      });
      say(t('sessionEnded', { name }));
      onEnded();
    } catch (error) {
      say(describeError(error, words));
      setIsBusy(false);
    }
  }

  return (
    <>
      <Button variant="outline" size="pill" onClick={() => setIsAsking(true)} aria-label={t('endSessionOf', { name })}>
        {t('endSession')}
      </Button>
      <Confirm
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t('endSessionTitle', { name })}
        description={t('endSessionText')}
        action={t('endSessionAction')}
        onConfirm={() => void end()}
        isBusy={isBusy}
      />
    </>
  );
}
