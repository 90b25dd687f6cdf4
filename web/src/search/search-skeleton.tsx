import { FeedSkeleton } from '@/feed/feed-skeleton';
import { Skeleton } from '@/ui/skeleton';

/** The search that loads, in its final size. */
export const SearchSkeleton = () => (
  <div aria-hidden className="page pt-4 desk:grid desk:grid-cols-[17rem_1fr] desk:gap-10 desk:pt-8">
    <Skeleton className="hidden h-96 desk:block" />
    <div>
      <div className="flex gap-2.5">
        <Skeleton className="h-12.5 flex-1 rounded-full" />
        <Skeleton className="size-12.5 rounded-full desk:hidden" />
      </div>
      <Skeleton className="mt-8 mb-8 h-4 w-24" />
      <FeedSkeleton />
    </div>
  </div>
);
