'use client';
import { useMutation } from '@apollo/client/react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { describeError } from '@/graph/describe-error';
import type { GraphContext } from '@/graph/links/retry-link';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { say } from '@/ui/toasts';
import type { MyItemFragment } from './my-items.generated';
import { WithdrawItemDocument } from './withdraw-item.generated';

/** Asks before an item is taken back, and takes it back. */
export function WithdrawSheet({ item, open, onClose }: { item: MyItemFragment; open: boolean; onClose(): void }) {
  const t = useTranslations('publish.myItems');
  const common = useTranslations('common');
  const [failure, setFailure] = useState<string | null>(null);
  const [withdraw, { loading }] = useMutation(WithdrawItemDocument, { context: { isIdempotent: true } satisfies GraphContext });

  async function confirm(): Promise<void> {
    setFailure(null);
    try {
      // What is withdrawn leaves the feeds that are known already.
      const { data } = await withdraw({ variables: { id: item.id }, update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'items' }) });
      const result = data.withdrawItem;
      switch (result.__typename) {
        case 'Item':
          say(t('withdrawnToast'));
          return onClose();
        case 'NotFound':
        case 'ItemUnavailable':
          return setFailure(result.message);
        default:
          return result satisfies never;
      }
    } catch (error) {
      setFailure(describeError(error, common));
    }
  }

  const proposals = item.openProposals ?? 0;
  return (
    <Sheet open={open} onOpenChange={(isOpen) => !isOpen && onClose()} title={t('withdrawTitle')} description={t('withdrawText', { title: item.title })}>
      {proposals > 0 && <p className="mb-4 rounded-thumb bg-sun-soft px-4 py-3 text-sun-ink">{t('withdrawWithProposals', { count: proposals })}</p>}
      {failure && (
        <p role="alert" className="mb-4 rounded-thumb bg-clay-soft px-4 py-3 font-medium text-clay-ink">
          {failure}
        </p>
      )}
      <div className="flex flex-col gap-2.5">
        <Button variant="danger" disabled={loading} onClick={() => void confirm()}>
          {t('withdrawConfirm')}
        </Button>
        <Button variant="outline" onClick={onClose}>
          {t('withdrawKeep')}
        </Button>
      </div>
    </Sheet>
  );
}
