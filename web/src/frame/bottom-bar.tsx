'use client';
import { CircleUserRound, House, Plus, RefreshCw, Search, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { usePathname } from '@/i18n/navigation';
import { cn } from '@/ui/cn';
import { Link } from '@/ui/link';
import { hasBottomBar } from './bars';
import { CountBadge } from './count-badge';
import { useViewerBadge } from './use-viewer-badge';

interface TabProps {
  href: string;
  icon: LucideIcon;
  label: string;
  isCurrent: boolean;
  count?: number | undefined;
}

function Tab({ href, icon: Icon, label, isCurrent, count = 0 }: TabProps) {
  return (
    <Link href={href} aria-current={isCurrent ? 'page' : undefined} className={cn('flex flex-1 flex-col items-center gap-1 pt-2.5 pb-2 text-xs', isCurrent ? 'font-semibold text-leaf-ink' : 'text-ink-2')}>
      <span className="relative">
        <Icon className="size-6" strokeWidth={1.9} aria-hidden />
        <CountBadge count={count} className="absolute -top-2 -right-3" />
      </span>
      {label}
    </Link>
  );
}

/** The five ways of the phone. */
export function BottomBar() {
  const t = useTranslations('frame');
  const path = usePathname();
  const badge = useViewerBadge();
  if (!hasBottomBar(path)) return null;
  const isAt = (...starts: string[]) => starts.some((start) => path === start || path.startsWith(`${start}/`));
  return (
    <>
      <div aria-hidden className="h-[calc(5.5rem+env(safe-area-inset-bottom))] desk:hidden" />
      <nav aria-label={t('mainNavigation')} className="fixed inset-x-0 bottom-0 z-30 flex items-stretch border-t border-line bg-surface px-1 pb-[env(safe-area-inset-bottom)] desk:hidden">
        <Tab href="/" icon={House} label={t('home')} isCurrent={path === '/'} />
        <Tab href="/search" icon={Search} label={t('search')} isCurrent={isAt('/search')} />
        <Link href="/publish" aria-label={t('publish')} className="relative flex-1">
          <span className="absolute -top-4 left-1/2 grid size-15 -translate-x-1/2 place-items-center rounded-[1.25rem] border-4 border-surface bg-clay text-on-clay shadow-publish">
            <Plus className="size-7" strokeWidth={2.2} aria-hidden />
          </span>
        </Link>
        <Tab href="/exchanges" icon={RefreshCw} label={t('exchanges')} isCurrent={isAt('/exchanges')} count={badge?.unreadMessages ?? 0} />
        <Tab href="/me" icon={CircleUserRound} label={t('profile')} isCurrent={isAt('/me', '/settings')} />
      </nav>
    </>
  );
}
