import { cn } from '@/ui/cn';
import { Skeleton } from '@/ui/skeleton';
import { feedGridClasses, toCardClasses, toCardShape } from './feed-grid';

/** A feed that loads: its rows, in their final size. */
export const FeedSkeleton = ({ count = 10 }: { count?: number }) => (
  <div className="@container">
  <div aria-hidden className={feedGridClasses}>
    {Array.from({ length: count }, (_, index) => (
      <div key={index} className={toCardClasses(index)}>
        <Skeleton className={cn('rounded-picture', toCardShape(index) === 'tall' ? 'aspect-4/5' : 'aspect-square @min-[40rem]:aspect-4/5')} />
        <Skeleton className="mt-3 h-4 w-3/4 rounded-full" />
        <Skeleton className="mt-2 mb-0.5 h-3.5 w-1/2 rounded-full" />
      </div>
    ))}
  </div>
  </div>
);
