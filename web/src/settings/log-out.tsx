'use client';
import { useApolloClient } from '@apollo/client/react';
import { LogOut as LogOutIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { describeError } from '@/graph/describe-error';
import { useRouter } from '@/i18n/navigation';
import { useSession } from '@/session/session-context';
import { Button } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { say } from '@/ui/toasts';
import { LogOutEverywhereDocument } from './session-row.generated';

/** The ways out: of this device, and of all. Home comes next; the frame says that the session is over. */
export function LogOut() {
  const t = useTranslations('settings');
  const words = useTranslations('common');
  const client = useApolloClient();
  const session = useSession();
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);

  async function leave(end: () => Promise<void>): Promise<void> {
    setIsBusy(true);
    try {
      await end();
      router.replace('/');
    } catch (error) {
      say(describeError(error, words));
      setIsBusy(false);
    }
  }

  async function endAll(): Promise<void> {
    await client.mutate({ mutation: LogOutEverywhereDocument });
    session.forget();
  }

  return (
    <div className="flex flex-col items-stretch gap-3">
      <Button variant="outline" disabled={isBusy} onClick={() => void leave(session.signOut)}>
        <LogOutIcon aria-hidden />
        {t('logOut')}
      </Button>
      <Button variant="link" size="panel" className="text-clay-ink" disabled={isBusy} onClick={() => setIsAsking(true)}>
        {t('logOutEverywhere')}
      </Button>
      <Confirm
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t('logOutEverywhereTitle')}
        description={t('logOutEverywhereText')}
        action={t('logOutEverywhereAction')}
        onConfirm={() => void leave(endAll)}
        isBusy={isBusy}
      />
    </div>
  );
}
