'use client';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { RequireViewer } from '@/account/require-viewer';
import { usePathname } from '@/i18n/navigation';
import { cn } from '@/ui/cn';
import { useIsDesk } from '@/ui/use-is-desk';

// A phone that opens one exchange does not load the list.
const ExchangesList = dynamic(() => import('./exchanges-list').then(({ ExchangesList }) => ExchangesList));

/** The list of exchanges and the one that is open: one after the other on a phone, side by side on a desk. */
export function ExchangesFrame({ children }: { children: ReactNode }) {
  const openId = /^\/exchanges\/([^/]+)$/.exec(usePathname())?.[1] ?? null;
  const isDesk = useIsDesk();
  return (
    <RequireViewer>
      <div data-fills-screen={openId ? 'always' : 'desk'} className="desk:page flex h-full flex-col desk:grid desk:grid-cols-[minmax(19rem,24rem)_minmax(0,1fr)] desk:gap-6 desk:py-6">
        <section className={cn('page relative px-1.5 desk:-ml-3 desk:min-h-0 desk:overflow-y-auto desk:px-0', openId && 'hidden desk:block')}>{(!openId || isDesk) && <ExchangesList openId={openId} />}</section>
        <div className={cn('min-h-0 flex-1 flex-col bg-paper desk:flex desk:overflow-hidden desk:rounded-panel desk:border desk:border-line', openId ? 'flex' : 'hidden')}>{children}</div>
      </div>
    </RequireViewer>
  );
}
