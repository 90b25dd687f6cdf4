'use client';
import { MessagesSquare } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ItemCard } from '@/item/item-card';
import { Button } from '@/ui/button';
import { Link } from '@/ui/link';
import type { MyItemFragment } from './my-items.generated';

interface MyItemProps {
  item: MyItemFragment;
  isFirst: boolean;
  onWithdraw(): void;
}

/** One's own item, with the proposals on it, and the way to take it back. */
export function MyItem({ item, isFirst, onWithdraw }: MyItemProps) {
  const t = useTranslations('publish.myItems');
  const proposals = item.openProposals ?? 0;
  return (
    <li className="relative flex min-w-0 flex-col items-start">
      <ItemCard item={item} isFirst={isFirst} className="w-full" />
      {item.status === 'PUBLISHED' && proposals > 0 && (
        <Link href="/exchanges" className="absolute top-2.5 left-2.5 inline-flex min-h-8 items-center gap-1.5 rounded-full bg-leaf px-3 text-2xs font-semibold text-on-leaf">
          <MessagesSquare className="size-3.5" strokeWidth={2.2} aria-hidden />
          {t('proposals', { count: proposals })}
        </Link>
      )}
      {item.status === 'PUBLISHED' && (
        <Button size="pill" variant="outline" onClick={onWithdraw} aria-label={t('withdrawNamed', { title: item.title })} className="mt-2.5">
          {t('withdraw')}
        </Button>
      )}
    </li>
  );
}
