'use client';
import { MapPin, PackageOpen, UserRoundX } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Feed } from '@/feed/feed';
import { FeedFailure } from '@/feed/feed-failure';
import type { FeedSeed } from '@/feed/feed-seed';
import { useFeed } from '@/feed/use-feed';
import { PageHeader } from '@/frame/page-header';
import { useSeededQuery } from '@/graph/use-seeded-query';
import { useViewerId } from '@/session/session-context';
import type { Point } from '@/town/distance';
import { useNear } from '@/town/near';
import type { Near } from '@/town/near-cookie';
import { Avatar } from '@/ui/avatar';
import { Empty } from '@/ui/empty';
import { ButtonLink } from '@/ui/link';
import { ReputationFacts } from './reputation';
import { toUserFeed } from './user-feed';
import { UserPageDocument, type UserPageQuery } from './user-page.generated';
import { UserSkeleton } from './user-skeleton';

type User = NonNullable<UserPageQuery['user']>;

interface UserScreenProps {
  id: string;
  seed: UserPageQuery | null;
  feed: FeedSeed | null;
  near: Near | null;
}

/** Someone as others see them: who they are, how their exchanges went, and what they have. */
export function UserScreen({ id, seed, feed, near: nearSeed }: UserScreenProps) {
  const t = useTranslations('frame');
  const { data, error, refetch } = useSeededQuery(UserPageDocument, { id }, seed);
  const near = useNear(nearSeed)?.town ?? null;
  const user = data?.user;
  if (user) return <Filled user={user} feed={feed} near={near} />;
  if (error) return <FeedFailure level={1} error={error} onRetry={() => void refetch().catch(() => {})} />;
  if (!data) return <UserSkeleton />;
  return (
    <Empty icon={UserRoundX} level={1} title={t('notFoundTitle')} action={<ButtonLink href="/">{t('notFoundAction')}</ButtonLink>}>
      {t('notFoundText')}
    </Empty>
  );
}

function Filled({ user, feed: feedSeed, near }: { user: User; feed: FeedSeed | null; near: Point | null }) {
  const t = useTranslations('profile.public');
  const format = useFormatter();
  const feed = useFeed(toUserFeed(user.id), feedSeed);
  const isMine = useViewerId() === user.id;
  return (
    <div className="page pb-8 desk:pt-6">
      <PageHeader title={isMine && t('mine')} isHeading={false} fallback="/">
        {isMine && (
          <ButtonLink href="/me" variant="outline" size="pill">
            {t('edit')}
          </ButtonLink>
        )}
      </PageHeader>
      <div className="mt-2 desk:grid desk:grid-cols-[18rem_1fr] desk:gap-12">
        <div className="flex flex-col gap-5 desk:sticky desk:top-26 desk:self-start">
          <div className="flex items-center gap-4">
            <Avatar person={user} className="size-20 text-2xl" />
            <div className="min-w-0">
              <h1 dir="auto" className="text-2xl wrap-anywhere">
                {user.displayName}
              </h1>
              <p className="clamp-1 mt-1 break-all text-ink-2">@{user.handle}</p>
            </div>
          </div>
          <ul className="flex flex-col gap-1 text-ink-2">
            {user.area && (
              <li className="flex items-center gap-2">
                <MapPin className="size-4 shrink-0" aria-hidden />
                <span dir="auto" className="wrap-anywhere">
                  {user.area}
                </span>
              </li>
            )}
            <li>{t('since', { date: format.dateTime(new Date(user.memberSince), { month: 'long', year: 'numeric' }) })}</li>
          </ul>
          {user.reputation && <ReputationFacts reputation={user.reputation} />}
        </div>
        <section aria-labelledby="items-title" className="mt-9 min-w-0 desk:mt-0">
          <div className="mb-4 flex items-baseline justify-between gap-4">
            <h2 id="items-title" className="text-xl desk:text-2xl">
              {t('items')}
            </h2>
            {feed.totalCount !== null && feed.totalCount > 0 && <p className="text-ink-2">{t('count', { count: feed.totalCount })}</p>}
          </div>
          <Feed
            feed={feed}
            near={near}
            label={t('items')}
            empty={
              <Empty icon={PackageOpen} title={t('emptyTitle')} action={<ButtonLink href="/">{t('emptyAction')}</ButtonLink>}>
                {t('emptyText', { name: user.displayName })}
              </Empty>
            }
          />
        </section>
      </div>
    </div>
  );
}
