'use client';
import { ChevronRight, CircleHelp, RefreshCw, Settings, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useViewerBadge } from '@/frame/use-viewer-badge';
import { CountBadge } from '@/frame/count-badge';
import { Link } from '@/ui/link';

interface WayProps {
  href: string;
  icon: LucideIcon;
  label: string;
  note?: string | null;
  unread?: number;
}

function Way({ href, icon: Icon, label, note, unread = 0 }: WayProps) {
  return (
    <li>
      <Link href={href} className="flex min-h-15 items-center gap-4 px-5 py-3 hover:bg-sunk">
        <Icon className="size-5.5 shrink-0 text-ink-2" strokeWidth={1.9} aria-hidden />
        <span className="flex-1">
          <span className="block font-semibold">{label}</span>
          {note && <span className="block text-xs text-ink-2">{note}</span>}
        </span>
        <CountBadge count={unread} />
        <ChevronRight className="size-5 shrink-0 text-ink-2" aria-hidden />
      </Link>
    </li>
  );
}

/** Where to go from one's own profile. */
export function WaysOn({ openExchanges }: { openExchanges: number | null }) {
  const t = useTranslations('profile');
  const badge = useViewerBadge();
  return (
    <nav aria-label={t('waysOn')}>
      <ul className="divide-y divide-line overflow-hidden rounded-panel border border-line bg-surface">
        <Way href="/exchanges" icon={RefreshCw} label={t('myExchanges')} note={openExchanges === null ? null : t('openExchanges', { count: openExchanges })} unread={badge?.unreadMessages ?? 0} />
        <Way href="/settings" icon={Settings} label={t('settings')} note={t('settingsNote')} />
        <Way href="/welcome" icon={CircleHelp} label={t('howItWorks')} />
      </ul>
    </nav>
  );
}
