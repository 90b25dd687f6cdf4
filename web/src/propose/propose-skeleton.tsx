'use client';
import { useTranslations } from 'next-intl';
import { Skeleton } from '@/ui/skeleton';

/** An offer that loads. */
export function ProposeSkeleton() {
  const t = useTranslations('propose');
  return (
    <div className="desk:grid desk:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)] desk:gap-x-14">
      <div>
        <h1 className="sr-only">{t('yourProposal')}</h1>
        <Skeleton className="mt-2 mb-6 h-15 w-4/5 desk:h-22" />
        <div className="grid grid-cols-2 gap-4">
          <Skeleton className="aspect-[7/8] rounded-picture" />
          <Skeleton className="aspect-[7/8] rounded-picture" />
        </div>
      </div>
      <Skeleton className="mt-24 h-30 rounded-picture desk:mt-2" />
    </div>
  );
}
