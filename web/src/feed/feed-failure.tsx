'use client';
import { CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { describeError } from '@/graph/describe-error';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';

/** Stands where a list could not be read: why, and a way to try again. */
export function FeedFailure({ error, onRetry, level = 2 }: { error: unknown; onRetry(): void; level?: 1 | 2 }) {
  const t = useTranslations('common');
  const tItem = useTranslations('item');
  return (
    <Empty
      icon={CloudOff}
      level={level}
      title={tItem('listFailed')}
      action={
        <Button size="panel" onClick={onRetry}>
          {t('tryAgain')}
        </Button>
      }
    >
      {describeError(error, t)}
    </Empty>
  );
}
