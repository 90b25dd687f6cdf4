'use client';
import { useTranslations } from 'next-intl';
import { cn } from '@/ui/cn';

/** How many messages wait; nothing when none does. */
export function CountBadge({ count, className }: { count: number; className?: string }) {
  const t = useTranslations('frame');
  if (count <= 0) return null;
  return (
    <span className={cn('tabular grid h-4.5 min-w-4.5 place-items-center rounded-full bg-clay px-1 text-2xs font-bold text-on-clay', className)}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{t('unread', { count })}</span>
    </span>
  );
}
