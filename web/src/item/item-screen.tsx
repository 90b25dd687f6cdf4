'use client';
import { ArrowLeft, PackageX, RefreshCw } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { FeedFailure } from '@/feed/feed-failure';
import { useBack } from '@/frame/page-header';
import { useSeededQuery } from '@/graph/use-seeded-query';
import { useViewerId } from '@/session/session-context';
import type { Point } from '@/town/distance';
import { useNear } from '@/town/near';
import type { Near } from '@/town/near-cookie';
import { cn } from '@/ui/cn';
import { Empty } from '@/ui/empty';
import { ButtonLink } from '@/ui/link';
import { Gallery } from './gallery';
import { ProposeAction, UnavailableNote } from './item-action';
import { ItemChips } from './item-chips';
import { ItemPageDocument, type ItemPageQuery } from './item-page.generated';
import { ItemSkeleton } from './item-skeleton';
import { MoreItems } from './more-items';
import { OwnItem } from './own-item';
import { OwnerCard } from './owner-card';
import { ShareButton } from './share-button';

type Item = NonNullable<ItemPageQuery['item']>;

interface ItemScreenProps {
  id: string;
  seed: ItemPageQuery | null;
  near: Near | null;
}

/** One thing: pictures, what it is, what its owner would like for it, and the way to propose something. */
export function ItemScreen({ id, seed, near: nearSeed }: ItemScreenProps) {
  const t = useTranslations('frame');
  const { data, error, refetch } = useSeededQuery(ItemPageDocument, { id }, seed);
  const near = useNear(nearSeed)?.town ?? null;
  const item = data?.item;
  if (item) return <Filled key={item.id} item={item} near={near} />;
  if (error) return <FeedFailure level={1} error={error} onRetry={() => void refetch().catch(() => {})} />;
  if (!data) return <ItemSkeleton />;
  return (
    <Empty icon={PackageX} level={1} title={t('notFoundTitle')} action={<ButtonLink href="/">{t('notFoundAction')}</ButtonLink>}>
      {t('notFoundText')}
    </Empty>
  );
}

const roundClasses = 'grid size-11 place-items-center rounded-full bg-surface text-ink hover:bg-sunk';

function Filled({ item, near }: { item: Item; near: Point | null }) {
  const t = useTranslations('item');
  const tFrame = useTranslations('frame');
  const format = useFormatter();
  const back = useBack('/');
  const isMine = useViewerId() === item.owner?.id;
  const canPropose = !isMine && item.status === 'PUBLISHED';
  return (
    <div className={cn('pb-10', canPropose && 'max-desk:pb-32')}>
      <div className="desk:page desk:grid desk:grid-cols-[minmax(0,36rem)_1fr] desk:gap-12 desk:pt-8">
        <div className="relative desk:sticky desk:top-26 desk:self-start">
          <Gallery photos={item.photos} title={item.title} />
          <div className="absolute inset-x-4 top-[max(1rem,env(safe-area-inset-top))] flex justify-between desk:top-4">
            <button type="button" onClick={back} aria-label={tFrame('back')} className={roundClasses}>
              <ArrowLeft className="size-5" aria-hidden />
            </button>
            <ShareButton title={item.title} className={roundClasses} />
          </div>
        </div>
        <div className="flex min-w-0 flex-col gap-4 px-5 pt-5.5 desk:gap-5.5 desk:px-0 desk:pt-1">
          <h1 dir="auto" className="text-2xl wrap-anywhere desk:text-3xl">
            {item.title}
          </h1>
          <ItemChips item={item} near={near} />
          {item.status !== 'PUBLISHED' && <UnavailableNote status={item.status} />}
          <p dir="auto" className="leading-relaxed wrap-anywhere whitespace-pre-line desk:text-lg">
            {item.description}
          </p>
          <Wishes item={item} />
          {item.owner && <OwnerCard owner={item.owner} />}
          {item.publishedAt && <p className="text-xs text-ink-2">{t('published', { when: format.dateTime(new Date(item.publishedAt), { dateStyle: 'long' }) })}</p>}
          {canPropose && <ProposeAction itemId={item.id} />}
          {isMine && item.status === 'PUBLISHED' && <OwnItem itemId={item.id} />}
        </div>
      </div>
      <div className="page">
        <MoreItems item={item} near={near} />
      </div>
    </div>
  );
}

function Wishes({ item: { wishes, owner } }: { item: Item }) {
  const t = useTranslations('item');
  return (
    <div className="flex items-center gap-4 rounded-[1.25rem] bg-clay-soft p-4 desk:p-5">
      <RefreshCw className="size-5.5 shrink-0 text-clay-ink" strokeWidth={2} aria-hidden />
      <p className="min-w-0">
        <span className="block text-xs text-ink-2">{owner ? t('wouldLike', { name: owner.displayName }) : t('wouldLikeSomeone')}</span>
        <span dir="auto" className="block font-semibold wrap-anywhere whitespace-pre-line">
          {wishes?.trim() || t('openToAll')}
        </span>
      </p>
    </div>
  );
}
