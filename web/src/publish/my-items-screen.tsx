'use client';
import { PackageOpen, Plus, Shapes } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { RequireViewer } from '@/account/require-viewer';
import { PageHeader } from '@/frame/page-header';
import { describeError } from '@/graph/describe-error';
import type { ItemStatus } from '@/graph/schema.generated';
import { Button } from '@/ui/button';
import { cn } from '@/ui/cn';
import { Empty } from '@/ui/empty';
import { ButtonLink } from '@/ui/link';
import { Skeleton } from '@/ui/skeleton';
import { MyItem } from './my-item';
import type { MyItemFragment } from './my-items.generated';
import { useMyItems } from './use-my-items';

const WithdrawSheet = dynamic(() => import('./withdraw-sheet').then(({ WithdrawSheet }) => WithdrawSheet), { ssr: false });

const SHELVES = ['available', 'promised', 'exchanged', 'withdrawn'] as const;
type Shelf = (typeof SHELVES)[number];

const SHELF_OF: Record<ItemStatus, Shelf> = { DRAFT: 'available', PUBLISHED: 'available', RESERVED: 'promised', EXCHANGED: 'exchanged', WITHDRAWN: 'withdrawn', EXPIRED: 'withdrawn' };

const EMPTY_TEXTS = {
  available: ['noneAvailableTitle', 'noneAvailableText'],
  promised: ['nonePromisedTitle', 'nonePromisedText'],
  exchanged: ['noneExchangedTitle', 'noneExchangedText'],
  withdrawn: ['noneWithdrawnTitle', 'noneWithdrawnText'],
} as const;

/** Which shelf is shown: it stands in the address, so that coming back finds it again. */
function useShelf(): [Shelf, (shelf: Shelf) => void] {
  const asked = useSearchParams().get('show');
  const shelf = SHELVES.find((candidate) => candidate === asked) ?? 'available';
  return [shelf, (next) => window.history.replaceState(null, '', next === 'available' ? window.location.pathname : `?show=${next}`)];
}

/** All of one's own items, by what has become of them. */
export function MyItemsScreen() {
  const t = useTranslations('publish');
  return (
    <RequireViewer>
      <div className="page pb-10 desk:pt-4">
        <PageHeader title={t('title')} isHeading={false} fallback="/me" className="desk:hidden [&>p]:sr-only" />
        <h1 className="pt-1 text-2xl desk:pt-4">{t('myItems.title')}</h1>
        <MyItems />
      </div>
    </RequireViewer>
  );
}

function MyItems() {
  const t = useTranslations('publish.myItems');
  const common = useTranslations('common');
  const { items, isComplete, error, retry } = useMyItems();
  const [shelf, setShelf] = useShelf();
  const [asked, setAsked] = useState<MyItemFragment | null>(null);
  const [isAsking, setIsAsking] = useState(false);

  if (!items && error) {
    return (
      <Empty icon={PackageOpen} title={describeError(error, common)} action={<Button onClick={retry}>{common('tryAgain')}</Button>}>
        {''}
      </Empty>
    );
  }
  if (isComplete && items?.length === 0) return <NothingYet />;
  const shown = items?.filter(({ status }) => SHELF_OF[status] === shelf) ?? [];
  const countOf = (candidate: Shelf) => items?.filter(({ status }) => SHELF_OF[status] === candidate).length;
  const [emptyTitle, emptyText] = EMPTY_TEXTS[shelf];
  return (
    <>
      <div role="group" aria-label={t('filters')} className="-mx-4.5 mt-5 flex gap-2 overflow-x-auto px-4.5 py-1 [scrollbar-width:none] desk:mx-0 desk:px-0">
        {SHELVES.map((candidate) => (
          <Button key={candidate} size="pill" variant="outline" aria-pressed={candidate === shelf} onClick={() => setShelf(candidate)} className={cn(candidate === shelf && 'border-ink bg-ink text-paper hover:bg-ink')}>
            {t(candidate)}
            <Count of={countOf(candidate)} />
          </Button>
        ))}
      </div>
      {isComplete && shown.length === 0 ? (
        <Empty icon={Shapes} title={t(emptyTitle)}>
          {t(emptyText)}
        </Empty>
      ) : (
        <ul className="mt-5 grid grid-cols-2 gap-x-3.5 gap-y-6 desk:grid-cols-4 wide:grid-cols-5">
          {items
            ? shown.map((item, index) => (
                <MyItem
                  key={item.id}
                  item={item}
                  isFirst={index < 4}
                  onWithdraw={() => {
                    setAsked(item);
                    setIsAsking(true);
                  }}
                />
              ))
            : Array.from({ length: 6 }, (_, index) => <Waiting key={index} />)}
        </ul>
      )}
      {asked && <WithdrawSheet item={asked} open={isAsking} onClose={() => setIsAsking(false)} />}
    </>
  );
}

const Count = ({ of = 0 }: { of?: number | undefined }) => of > 0 && <span className="tabular">{of}</span>;

function NothingYet() {
  const t = useTranslations('publish');
  return (
    <Empty
      icon={PackageOpen}
      title={t('myItems.emptyTitle')}
      action={
        <ButtonLink href="/publish" variant="publish">
          <Plus aria-hidden />
          {t('title')}
        </ButtonLink>
      }
    >
      {t('myItems.emptyText')}
    </Empty>
  );
}

const Waiting = () => (
  <li>
    <Skeleton className="aspect-4/5 rounded-picture" />
    <Skeleton className="mt-3 h-4 w-3/4" />
    <Skeleton className="mt-2 h-3.5 w-1/2" />
  </li>
);
