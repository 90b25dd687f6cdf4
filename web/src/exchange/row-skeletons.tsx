import { Skeleton } from '@/ui/skeleton';

/** Rows of exchanges that load. */
export const RowSkeletons = ({ count }: { count: number }) => (
  <div aria-hidden>
    {Array.from({ length: count }, (_, index) => (
      <div key={index} className="flex items-center gap-3.5 px-3 py-3">
        <Skeleton className="h-12 w-26" />
        <span className="flex flex-1 flex-col gap-2">
          <Skeleton className="h-4 w-2/5 rounded-full" />
          <Skeleton className="h-3.5 w-4/5 rounded-full" />
        </span>
      </div>
    ))}
  </div>
);
