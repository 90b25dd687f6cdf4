'use client';
import { useTranslations } from 'next-intl';
import { cn } from '@/ui/cn';
import { Skeleton } from '@/ui/skeleton';
import { ExchangeBar } from './exchange-bar';

const LINES = ['w-3/5', 'w-2/3 self-end', 'w-1/2', 'w-3/5 self-end'];

/** An exchange that loads: head, card, messages, and where one writes, where they will be. */
export function ExchangeSkeleton() {
  const t = useTranslations('exchange');
  return (
    <div aria-busy className="flex min-h-0 flex-1 flex-col">
      <ExchangeBar>
        <Skeleton className="size-10.5 rounded-full" />
        <h1 className="pl-1.5 font-text text-lg font-semibold tracking-normal">{t('oneExchange')}</h1>
      </ExchangeBar>
      <div className="border-b border-line bg-surface px-4 pb-4">
        <Skeleton className="h-33 rounded-panel" />
      </div>
      <div className="flex flex-1 flex-col justify-end gap-3 px-4 pb-4">
        {LINES.map((width) => (
          <Skeleton key={width} className={cn('h-12 rounded-picture', width)} />
        ))}
      </div>
      <div className="h-19 border-t border-line bg-surface" />
    </div>
  );
}
