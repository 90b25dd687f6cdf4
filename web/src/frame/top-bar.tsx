'use client';
import { CircleUserRound, Plus, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { usePathname } from '@/i18n/navigation';
import { Avatar } from '@/ui/avatar';
import { ButtonLink, Link } from '@/ui/link';
import { Logo } from '@/ui/logo';
import { CountBadge } from './count-badge';
import { useIsSignedIn } from './use-sign-in-hint';
import { useViewerBadge } from './use-viewer-badge';

/** The way round on a desk; a phone has the bar below. */
export function TopBar() {
  const t = useTranslations('frame');
  const path = usePathname();
  return (
    <header className="sticky top-0 z-30 hidden border-b border-line bg-surface desk:block">
      <nav aria-label={t('mainNavigation')} className="page flex h-18 items-center gap-6">
        <Link href="/" className="flex items-center gap-2.5 font-heading text-xl font-bold tracking-tight" aria-current={path === '/' ? 'page' : undefined}>
          <Logo className="size-7.5" />
          {t('brand')}
        </Link>
        <Link href="/search" className="flex h-11.5 w-full max-w-80 items-center gap-3 rounded-full border border-line bg-sunk px-4.5 text-ink-2">
          <Search className="size-4.5 shrink-0" aria-hidden />
          <span className="clamp-1">
            <span className="sr-only">{t('search')}: </span>
            {t('searchPlaceholder')}
          </span>
        </Link>
        <div className="ml-auto flex items-center gap-5">
          <ViewerLinks />
          <ButtonLink href="/publish" variant="publish" size="panel" className="min-h-12">
            <Plus aria-hidden />
            {t('publish')}
          </ButtonLink>
        </div>
      </nav>
    </header>
  );
}

function ViewerLinks() {
  const t = useTranslations('frame');
  const isSignedIn = useIsSignedIn();
  const badge = useViewerBadge();
  if (!isSignedIn) {
    return (
      <Link href="/log-in" className="flex min-h-11 items-center font-semibold hover:underline">
        {t('logIn')}
      </Link>
    );
  }
  return (
    <>
      <Link href="/exchanges" className="flex min-h-11 items-center gap-1.5 font-semibold hover:underline">
        {t('exchanges')}
        <CountBadge count={badge?.unreadMessages ?? 0} />
      </Link>
      <Link href="/me" aria-label={t('profile')} className="rounded-full">
        {badge ? (
          <Avatar person={badge.user} className="size-10" />
        ) : (
          <span className="grid size-10 place-items-center rounded-full bg-sunk text-ink-2">
            <CircleUserRound className="size-6" strokeWidth={1.9} aria-hidden />
          </span>
        )}
      </Link>
    </>
  );
}
