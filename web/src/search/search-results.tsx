'use client';
import { SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Feed } from '@/feed/feed';
import type { Feed as FeedState } from '@/feed/use-feed';
import type { Town } from '@/town/town';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { ButtonLink } from '@/ui/link';
import { NO_FILTERS, ORDERS, toOrder, type SearchFilters } from './filters';

/** Counts are exact up to here. */
const MOST_COUNTED = 10_000;

interface SearchResultsProps {
  feed: FeedState;
  filters: SearchFilters;
  town: Town | null;
  hasChips: boolean;
  onChange(part: Partial<SearchFilters>): void;
}

/** What was found, how much it is, and in which order. */
export function SearchResults({ feed, filters, town, hasChips, onChange }: SearchResultsProps) {
  const t = useTranslations('search');
  const { totalCount } = feed;
  return (
    <>
      <div className="mb-4 flex min-h-11 items-center justify-between gap-3">
        <p role="status" className="text-base text-ink-2">
          {totalCount === null ? ' ' : totalCount >= MOST_COUNTED ? t('countMost', { count: totalCount }) : t('count', { count: totalCount })}
        </p>
        <label className="flex min-w-0 items-center gap-2 text-base">
          <span className="shrink-0 text-ink-2 max-sm:sr-only">{t('order')}</span>
          <select value={toOrder(filters, town)} onChange={(event) => onChange({ order: ORDERS.find((order) => order === event.target.value) ?? null })} className="h-11 min-w-0 cursor-pointer rounded-full bg-transparent px-2 text-right font-semibold text-leaf-ink">
            {ORDERS.filter((order) => (order !== 'NEAREST' || town) && (order !== 'RELEVANCE' || filters.text.trim())).map((order) => (
              <option key={order} value={order} className="bg-surface text-ink">
                {t(`order${order}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Feed
        feed={feed}
        near={town}
        label={t('results')}
        empty={
          <Empty
            icon={SearchX}
            title={t('noneTitle')}
            action={
              <>
                {hasChips && (
                  <Button size="panel" onClick={() => onChange({ ...NO_FILTERS, text: filters.text })}>
                    {t('noneAction')}
                  </Button>
                )}
                <ButtonLink href="/publish" variant="outline" size="panel">
                  {t('nonePublish')}
                </ButtonLink>
              </>
            }
          >
            {t('noneText')}
          </Empty>
        }
      />
    </>
  );
}
