'use client';
import { MapPin } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { CategoriesQuery } from '@/category/categories.generated';
import { useCategories } from '@/category/use-categories';
import { Feed } from '@/feed/feed';
import type { FeedSeed } from '@/feed/feed-seed';
import { useFeed } from '@/feed/use-feed';
import { useIsSignedIn } from '@/frame/use-sign-in-hint';
import type { ItemCardFragment } from '@/item/item-card.generated';
import { ItemRow } from '@/item/item-row';
import { useNear } from '@/town/near';
import type { Near } from '@/town/near-cookie';
import { PlacePill } from '@/town/place-pill';
import { usePlaceSheet } from '@/town/use-place-sheet';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { ButtonLink, Link } from '@/ui/link';
import { CategoryChips } from './category-chips';
import { HomeHeader } from './home-header';
import { IntroCard, TownCard } from './home-cards';
import { toHomeFeed } from './home-feed';
import { useFreshItems } from './use-fresh-items';
import { keepVisit } from './visit';
import { WaitingPill } from './waiting-pill';

interface HomeScreenProps {
  feed: FeedSeed | null;
  categories: CategoriesQuery | null;
  near: Near | null;
  /** The slug in the address. */
  category: string | null;
  /** New since the visit before. */
  fresh: readonly ItemCardFragment[];
}

/** What there is near me, and what is new. */
export function HomeScreen({ feed: feedSeed, categories: categoriesSeed, near: nearSeed, category, fresh: freshSeed }: HomeScreenProps) {
  const t = useTranslations('home');
  const near = useNear(nearSeed);
  const isSignedIn = useIsSignedIn();
  const categories = useCategories(categoriesSeed);
  const chosen = category ? (categories.find(category) ?? null) : null;
  const feed = useFeed(toHomeFeed(near, chosen?.id ?? null), feedSeed);
  const fresh = useFreshItems(near, freshSeed);
  const place = usePlaceSheet();
  useEffect(() => keepVisit(), []);

  function showWaiting() {
    fresh.showWaiting();
    window.scrollTo({ top: 0, behavior: 'smooth' });
  }
  const title = near ? t('near') : t('newest');

  return (
    <div className="page pb-8 desk:pt-7">
      {isSignedIn && <h1 className="sr-only">{t('title')}</h1>}
      <HomeHeader near={near} onPlace={place.open} />
      <WaitingPill count={fresh.waiting.length} onPress={showWaiting} />
      {(!isSignedIn || !near) && (
        <div className="mt-4 grid gap-3.5 desk:mt-0 desk:mb-7.5 desk:grid-cols-[1.63fr_1fr] desk:gap-5">
          {!isSignedIn && <div className="desk:order-2 *:h-full">{<IntroCard />}</div>}
          {!near && <TownCard item={feed.items.find(({ photos }) => photos.length > 0)} onPlace={place.open} className={isSignedIn ? 'desk:col-span-2' : ''} />}
        </div>
      )}
      {fresh.shown.length > 0 && (
        <div className="mt-6 desk:mt-0 desk:mb-8">
          <ItemRow title={freshSeed.length > 0 ? t('fresh') : t('justNow')} items={fresh.shown} near={near?.town ?? null} />
        </div>
      )}
      <section aria-labelledby="feed-title" className="mt-6">
        <div className="mb-4 flex items-center justify-between gap-4 desk:mb-5">
          <h2 id="feed-title" className="text-xl desk:text-2xl">
            {title}
          </h2>
          <Link href="/search" className="touch font-semibold text-leaf-ink underline-offset-4 hover:underline desk:hidden">
            {t('seeAll')}
          </Link>
          <div className="hidden flex-wrap items-center justify-end gap-2 desk:flex">
            <CategoryChips categories={categories} chosen={chosen?.slug ?? null} />
            <PlacePill near={near} onPress={place.open} />
          </div>
        </div>
        <Feed
          feed={feed}
          near={near?.town ?? null}
          label={title}
          empty={
            <Empty
              icon={MapPin}
              title={t('emptyTitle')}
              action={
                <>
                  <Button size="panel" onClick={place.open}>
                    {t('emptyAction')}
                  </Button>
                  <ButtonLink href="/publish" variant="outline" size="panel">
                    {t('emptyPublish')}
                  </ButtonLink>
                </>
              }
            >
              {t('emptyText')}
            </Empty>
          }
        />
      </section>
      {place.sheet}
    </div>
  );
}
