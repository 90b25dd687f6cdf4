'use client';
import { SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { CategoriesQuery } from '@/category/categories.generated';
import { useCategories } from '@/category/use-categories';
import type { FeedSeed } from '@/feed/feed-seed';
import { useFeed } from '@/feed/use-feed';
import { useNear } from '@/town/near';
import type { Near } from '@/town/near-cookie';
import { Button } from '@/ui/button';
import { useIsDesk } from '@/ui/use-is-desk';
import { FilterChips, useFilterChips } from './filter-chips';
import { isAsking, toSearchFeed, toTown } from './filters';
import { SearchField } from './search-field';
import { useFilters } from './use-filters';

// Each is shown to some: beside the results on a desk, over them on a phone, before anything is asked, and after.
const FilterPanel = dynamic(() => import('./filter-panel').then(({ FilterPanel }) => FilterPanel), { ssr: false });
const SearchResults = dynamic(() => import('./search-results').then(({ SearchResults }) => SearchResults));
const SearchStart = dynamic(() => import('./search-start').then(({ SearchStart }) => SearchStart));
const FilterSheet = dynamic(() => import('./filter-sheet').then(({ FilterSheet }) => FilterSheet), { ssr: false });

interface SearchScreenProps {
  /** Null where nothing is asked for. */
  feed: FeedSeed | null;
  categories: CategoriesQuery | null;
  near: Near | null;
}

/** Looking for something: words, filters in the address, and what was found. */
export function SearchScreen({ feed: feedSeed, categories: categoriesSeed, near: nearSeed }: SearchScreenProps) {
  const t = useTranslations('search');
  const isDesk = useIsDesk();
  const { filters, change } = useFilters();
  const near = useNear(nearSeed);
  const town = toTown(filters, near);
  const categories = useCategories(categoriesSeed);
  const isOn = isAsking(filters);
  const feed = useFeed(toSearchFeed(filters, near, categories.all), feedSeed, { keepsLast: true, isOn: isOn && (!filters.category || categories.all.length > 0) });
  const chips = useFilterChips(filters, categories);
  const [sheet, setSheet] = useState({ isWanted: false, isOpen: false });
  const [hasArrivedToWrite] = useState(!isOn);
  const panel = { filters, town, categories, onChange: change };

  return (
    <div className="page pt-4 pb-8 desk:grid desk:grid-cols-[17rem_1fr] desk:gap-10 desk:pt-8">
      <h1 className="sr-only">{filters.text ? t('titleFor', { text: filters.text }) : t('title')}</h1>
      <aside aria-label={t('filters')} className="hidden desk:block">
        {isDesk && <FilterPanel {...panel} />}
      </aside>
      <div className="min-w-0">
        <div className="flex items-center gap-2.5">
          <SearchField text={filters.text} onChange={(text) => change({ text })} autoFocus={hasArrivedToWrite} />
          <Button variant="outline" size="icon" onClick={() => setSheet({ isWanted: true, isOpen: true })} aria-label={chips.length > 0 ? t('filtersCount', { count: chips.length }) : t('filters')} className="relative size-12.5 desk:hidden">
            <SlidersHorizontal aria-hidden />
            {chips.length > 0 && <span className="absolute -top-0.5 -right-0.5 grid size-4.5 place-items-center rounded-full bg-clay text-2xs font-bold text-on-clay">{chips.length}</span>}
          </Button>
        </div>
        <div className="mt-3.5 empty:hidden">
          <FilterChips chips={chips} onChange={change} />
        </div>
        <div className={isOn ? 'mt-2' : 'mt-6'}>
          {isOn ? <SearchResults feed={feed} filters={filters} town={town} hasChips={chips.length > 0} onChange={change} /> : <SearchStart categories={categories} onSearch={(text) => change({ text })} />}
        </div>
      </div>
      {sheet.isWanted && <FilterSheet {...panel} open={sheet.isOpen} onOpenChange={(isOpen) => setSheet({ isWanted: true, isOpen })} count={isOn ? feed.totalCount : null} />}
    </div>
  );
}
