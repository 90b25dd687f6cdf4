'use client';
import { LogIn } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { usePathname, useSearchParams } from 'next/navigation';
import { Activity, Fragment, useMemo, useState, type ReactNode } from 'react';
import { useIsSignedIn } from '@/frame/use-sign-in-hint';
import { useViewerId } from '@/session/session-context';
import { Empty } from '@/ui/empty';
import { ButtonLink } from '@/ui/link';

const SessionOver = dynamic(() => import('./session-over').then(({ SessionOver }) => SessionOver), { ssr: false });

/**
 * What one needs an account for; without one it says so, and leads back here afterwards. When the session ends
 * meanwhile, the page waits unseen, with all that was typed, until the same person has logged in again.
 */
export function RequireViewer({ children }: { children: ReactNode }) {
  const isSignedIn = useIsSignedIn();
  const viewerId = useViewerId();
  const [visit, setVisit] = useState<{ viewerId: string | null; number: number }>({ viewerId: null, number: 0 });
  // Somebody else finds the page as new.
  if (viewerId && viewerId !== visit.viewerId) setVisit({ viewerId, number: visit.viewerId ? visit.number + 1 : 0 });

  // The same as before when the page only learns who it is for: else what the server has rendered would come to life in one go.
  const page = useMemo(
    () => (
      <Activity mode={isSignedIn ? 'visible' : 'hidden'}>
        <Fragment key={visit.number}>{children}</Fragment>
      </Activity>
    ),
    [isSignedIn, visit.number, children],
  );
  if (!isSignedIn && !visit.viewerId) return <Invitation />;
  return (
    <>
      {!isSignedIn && <SessionOver />}
      {page}
    </>
  );
}

function Invitation() {
  const t = useTranslations('frame');
  const query = useSearchParams().toString();
  const from = encodeURIComponent(`${usePathname()}${query && `?${query}`}`);
  return (
    <div className="page">
      <Empty
        icon={LogIn}
        level={1}
        title={t('signInFirstTitle')}
        action={
          <>
            <ButtonLink href={`/log-in?from=${from}`}>{t('logIn')}</ButtonLink>
            <ButtonLink href={`/register?from=${from}`} variant="outline">
              {t('register')}
            </ButtonLink>
          </>
        }
      >
        {t('signInFirstText')}
      </Empty>
    </div>
  );
}
