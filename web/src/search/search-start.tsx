'use client';
import { History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Categories } from '@/category/use-categories';
import { Button } from '@/ui/button';
import { CategoryTiles } from './category-tiles';
import { forgetSearches, useRecentSearches } from './recent-searches';

/** Stands where nothing is asked for yet: what one searched for lately, and the categories. */
export function SearchStart({ categories, onSearch }: { categories: Categories; onSearch(text: string): void }) {
  const t = useTranslations('search');
  const recent = useRecentSearches();
  return (
    <div className="flex flex-col gap-7">
      {recent.length > 0 && (
        <section aria-labelledby="recent-title">
          <div className="mb-3 flex items-center justify-between gap-4">
            <h2 id="recent-title" className="text-xl">
              {t('recent')}
            </h2>
            <Button variant="link" size="pill" onClick={forgetSearches}>
              {t('forgetRecent')}
            </Button>
          </div>
          <ul className="flex flex-wrap gap-2">
            {recent.map((text) => (
              <li key={text} className="max-w-full">
                <Button variant="outline" size="pill" onClick={() => onSearch(text)} className="max-w-full text-base font-medium">
                  <History className="text-ink-2" aria-hidden />
                  <span dir="auto" className="clamp-1 break-all">
                    {text}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <CategoryTiles categories={categories} />
    </div>
  );
}
