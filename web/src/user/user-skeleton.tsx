import { FeedSkeleton } from '@/feed/feed-skeleton';
import { Skeleton } from '@/ui/skeleton';

/** Someone's page that loads, in its final size. */
export const UserSkeleton = () => (
  <div aria-hidden className="page pt-14 desk:grid desk:grid-cols-[18rem_1fr] desk:gap-12 desk:pt-22">
    <div className="flex flex-col gap-5">
      <span className="flex items-center gap-4">
        <Skeleton className="size-20 rounded-full" />
        <span className="flex flex-col gap-2">
          <Skeleton className="h-7 w-36" />
          <Skeleton className="h-4 w-24" />
        </span>
      </span>
      <Skeleton className="h-50 rounded-panel" />
    </div>
    <div className="mt-8 desk:mt-0">
      <Skeleton className="mb-4 h-7 w-32" />
      <FeedSkeleton count={8} />
    </div>
  </div>
);
