'use client';
import { useTranslations } from 'next-intl';
import { cn } from '@/ui/cn';
import { Skeleton } from '@/ui/skeleton';

const LINES = ['w-3/5', 'w-2/3 self-end', 'w-1/2', 'w-3/5 self-end'];

/** A conversation that loads: the card that is pinned above it, messages, and where one writes. */
export const ConversationSkeleton = () => (
  <>
    <div className="border-b border-line bg-surface px-4 pb-4">
      <Skeleton className="h-33 rounded-panel" />
    </div>
    <div className="flex flex-1 flex-col justify-end gap-3 px-4 pb-4">
      {LINES.map((width) => (
        <Skeleton key={width} className={cn('h-12 rounded-picture', width)} />
      ))}
    </div>
    <div className="h-19 border-t border-line bg-surface" />
  </>
);

/** An exchange that loads: header and conversation where they will be. */
export function ExchangeSkeleton() {
  const t = useTranslations('exchange');
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-16 items-center gap-3 bg-surface px-4">
        <Skeleton className="ml-8 size-10.5 rounded-full desk:ml-0" />
        <h1 className="sr-only">{t('loading')}</h1>
        <Skeleton className="h-4.5 w-32" />
      </div>
      <ConversationSkeleton />
    </div>
  );
}
