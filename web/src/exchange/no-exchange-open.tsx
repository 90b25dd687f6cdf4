'use client';
import { MessagesSquare } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Empty } from '@/ui/empty';

/** Beside the list, as long as no exchange is open; a phone shows the list alone. */
export function NoExchangeOpen() {
  const t = useTranslations('exchange');
  return (
    <Empty icon={MessagesSquare} title={t('chooseTitle')} className="my-auto">
      {t('chooseText')}
    </Empty>
  );
}
