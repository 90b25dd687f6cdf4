import { Skeleton } from '@/ui/skeleton';

/** The page of a thing that loads, in its final size. */
export const ItemSkeleton = () => (
  <div aria-hidden className="desk:page desk:grid desk:grid-cols-[minmax(0,36rem)_1fr] desk:gap-12 desk:pt-8">
    <Skeleton className="aspect-10/11 rounded-none rounded-b-[1.75rem] desk:aspect-4/5 desk:max-h-[calc(100dvh-8.5rem)] desk:w-full desk:rounded-panel" />
    <div className="flex flex-col gap-4 px-5 pt-6 desk:px-0 desk:pt-1">
      <Skeleton className="h-8 w-3/4 desk:h-11" />
      <span className="flex gap-2">
        <Skeleton className="h-8.5 w-32 rounded-full" />
        <Skeleton className="h-8.5 w-24 rounded-full" />
        <Skeleton className="h-8.5 w-20 rounded-full" />
      </span>
      <Skeleton className="h-18" />
      <Skeleton className="h-18 rounded-panel" />
      <Skeleton className="h-15 rounded-panel" />
    </div>
  </div>
);
