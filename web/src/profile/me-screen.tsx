'use client';
import { useQuery } from '@apollo/client/react';
import { CalendarDays, MapPin, Pencil, Settings } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { describeError } from '@/graph/describe-error';
import { useViewerId } from '@/session/session-context';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { ButtonLink, Link } from '@/ui/link';
import { Sheet } from '@/ui/sheet';
import { MeDocument } from './me.generated';
import { MeSkeleton } from './me-skeleton';
import { MyItems } from './my-items';
import { ReputationPanel } from './reputation-panel';
import { WaysOn } from './ways-on';

const EditProfile = dynamic(() => import('./edit-profile').then(({ EditProfile }) => EditProfile), { ssr: false });

/** One's own profile, as others see it, and the ways on from it. */
export function MeScreen() {
  const t = useTranslations('profile');
  const words = useTranslations('common');
  const format = useFormatter();
  const viewerId = useViewerId();
  const [isEditing, setIsEditing] = useState(false);
  const { data: current, previousData, error, refetch } = useQuery(MeDocument, {
    skip: viewerId === null,
    fetchPolicy: 'cache-and-network',
  });
  // What is being edited stays when the answer goes for a moment, as when the session ends and comes back.
  const data = current?.me ? current : previousData;
  const me = data?.me;

  if (!me) {
    return error ? (
      <div className="page flex flex-col items-start gap-4 py-8">
        <h1 className="text-2xl">{t('title')}</h1>
        <p role="alert">{describeError(error, words)}</p>
        <Button size="panel" onClick={() => void refetch()}>
          {words('tryAgain')}
        </Button>
      </div>
    ) : (
      <MeSkeleton />
    );
  }

  const { user } = me;
  return (
    <div className="page grid gap-6 pt-4 pb-10 desk:grid-cols-[minmax(20rem,26rem)_1fr] desk:items-start desk:gap-10 desk:pt-10">
      <div className="flex flex-col gap-5">
        <div className="-mb-3 flex justify-end desk:hidden">
          <Link href="/settings" aria-label={t('settings')} className="-mr-2.5 grid size-11 place-items-center rounded-full hover:bg-sunk">
            <Settings className="size-6" strokeWidth={1.9} aria-hidden />
          </Link>
        </div>
        <header className="flex flex-col items-center gap-3 text-center">
          <Avatar person={user} className="size-24 text-3xl" />
          <div className="w-full">
            <h1 dir="auto" className="text-2xl wrap-anywhere">
              {user.displayName}
            </h1>
            <p className="mt-1 break-all text-ink-2">@{user.handle}</p>
          </div>
          <ul className="flex max-w-full flex-wrap justify-center gap-x-4 gap-y-1 text-xs text-ink-2">
            {user.area && (
              <li className="flex min-w-0 items-center gap-1.5">
                <MapPin className="size-4 shrink-0" aria-hidden />
                <span dir="auto" className="min-w-0 wrap-anywhere">
                  {user.area}
                </span>
              </li>
            )}
            <li className="flex items-center gap-1.5">
              <CalendarDays className="size-4 shrink-0" aria-hidden />
              {t('memberSince', { date: format.dateTime(new Date(user.memberSince), { month: 'long', year: 'numeric' }) })}
            </li>
          </ul>
          <div className="mt-1 flex flex-wrap justify-center gap-2.5">
            <Button variant="outline" size="panel" onClick={() => setIsEditing(true)}>
              <Pencil aria-hidden />
              {t('edit')}
            </Button>
            <ButtonLink href={`/users/${user.id}`} variant="quiet" size="panel">
              {t('asOthers')}
            </ButtonLink>
          </div>
        </header>
        <ReputationPanel reputation={user.reputation} />
      </div>
      <div className="flex flex-col gap-7">
        <MyItems items={user.items} />
        <WaysOn openExchanges={data?.exchanges?.totalCount ?? null} />
      </div>
      <Sheet open={isEditing} onOpenChange={setIsEditing} title={t('editTitle')}>
        <EditProfile user={user} locale={me.locale} onDone={() => setIsEditing(false)} />
      </Sheet>
    </div>
  );
}
