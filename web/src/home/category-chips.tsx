'use client';
import { useTranslations } from 'next-intl';
import type { Categories } from '@/category/use-categories';
import { cn } from '@/ui/cn';
import { Link } from '@/ui/link';
import { HOME_CATEGORIES } from './home-feed';

const chipClasses = 'touch inline-flex min-h-8.5 items-center rounded-full border px-3.5 text-base font-medium';

/** Some categories to see alone, on a desk; the chosen one stands in the address. */
export function CategoryChips({ categories, chosen }: { categories: Categories; chosen: string | null }) {
  const t = useTranslations('home');
  const shown = categories.tops.filter(({ slug }) => HOME_CATEGORIES.includes(slug));
  const choices = [{ slug: null, name: t('all') }, ...shown];
  return (
    <nav aria-label={t('categories')} className="hidden flex-wrap gap-2 desk:flex">
      {choices.map(({ slug, name }) => (
        <Link
          key={slug}
          href={slug ? `/?category=${slug}` : '/'}
          scroll={false}
          replace
          aria-current={slug === chosen ? 'true' : undefined}
          className={cn(chipClasses, slug === chosen ? 'border-ink bg-ink text-paper' : 'border-line bg-surface hover:bg-sunk')}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
