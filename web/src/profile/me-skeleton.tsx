'use client';
import { useTranslations } from 'next-intl';
import { Skeleton } from '@/ui/skeleton';

/** One's own profile, on its way. */
export function MeSkeleton() {
  const t = useTranslations('profile');
  return (
    <div className="page grid gap-6 pt-4 pb-10 desk:grid-cols-[minmax(20rem,26rem)_1fr] desk:items-start desk:gap-10 desk:pt-10">
      <h1 className="sr-only">{t('title')}</h1>
      <div className="flex flex-col items-center gap-3 pt-13 desk:pt-0">
        <Skeleton className="size-24 rounded-full" />
        <Skeleton className="h-8 w-48" />
        <Skeleton className="h-5 w-28" />
        <Skeleton className="h-5 w-40" />
        <Skeleton className="mt-1 h-10.5 w-64 rounded-full" />
        <Skeleton className="mt-2 h-52 w-full rounded-panel" />
      </div>
      <div className="flex flex-col gap-4">
        <Skeleton className="h-7 w-36" />
        <div className="grid grid-cols-3 gap-3 sm:grid-cols-4">
          {[0, 1, 2].map((index) => (
            <Skeleton key={index} className="aspect-square" />
          ))}
          <Skeleton className="hidden aspect-square sm:block" />
        </div>
        <Skeleton className="mt-8 h-44 rounded-panel" />
      </div>
    </div>
  );
}
