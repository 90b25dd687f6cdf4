'use client';
import { useTranslations } from 'next-intl';
import { toCategoryIcon } from '@/category/category-icon';
import type { Categories } from '@/category/use-categories';
import { FeedFailure } from '@/feed/feed-failure';
import { cn } from '@/ui/cn';
import { Link } from '@/ui/link';
import { Skeleton } from '@/ui/skeleton';

const GROUNDS = ['bg-sky-soft', 'bg-clay-soft', 'bg-sun-soft', 'bg-plum-soft', 'bg-leaf-soft'];
const tileClasses = 'h-24 rounded-picture';
const gridClasses = 'grid grid-cols-2 gap-3 min-[44rem]:grid-cols-3 wide:grid-cols-4';

/** The categories at the top, to begin with where one has no word yet. */
export function CategoryTiles({ categories: { tops, error, retry } }: { categories: Categories }) {
  const t = useTranslations('search');
  if (error && tops.length === 0) return <FeedFailure error={error} onRetry={retry} />;
  return (
    <section aria-labelledby="tiles-title">
      <h2 id="tiles-title" className="mb-3.5 text-xl">
        {t('browse')}
      </h2>
      <ul className={gridClasses}>
        {tops.length === 0 &&
          Array.from({ length: 12 }, (_, index) => (
            <li key={index}>
              <Skeleton className={tileClasses} />
            </li>
          ))}
        {tops.map(({ id, slug, name }, index) => {
          const Icon = toCategoryIcon(slug);
          return (
            <li key={id}>
              <Link href={`/search?category=${slug}`} className={cn(tileClasses, GROUNDS[index % GROUNDS.length], 'flex flex-col justify-between gap-1 p-3.5 transition-transform active:scale-[0.98]')}>
                <Icon className="size-6.5" strokeWidth={1.7} aria-hidden />
                <span className="clamp-2 leading-tight font-semibold hyphens-auto">{name}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
