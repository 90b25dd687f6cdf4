'use client';
import { useQuery } from '@apollo/client/react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/link';
import { ItemProposalsDocument } from './item-page.generated';

const WithdrawSheet = dynamic(() => import('@/publish/withdraw-sheet').then(({ WithdrawSheet }) => WithdrawSheet), { ssr: false });

/** What one can do with a thing of one's own that is offered. */
export function OwnItem({ itemId }: { itemId: string }) {
  const t = useTranslations('item');
  const { data } = useQuery(ItemProposalsDocument, { variables: { id: itemId }, fetchPolicy: 'cache-and-network' });
  const [sheet, setSheet] = useState({ isWanted: false, isOpen: false });
  const item = data?.item;
  const count = item?.openProposals ?? null;
  return (
    <section className="flex flex-col gap-3 rounded-panel border border-line bg-surface p-5">
      <h2 className="text-lg">{t('mine')}</h2>
      <p className="min-h-6 text-ink-2">{count !== null && t('openProposals', { count })}</p>
      {count !== null && count > 0 && (
        <ButtonLink href="/exchanges" size="panel">
          {t('seeProposals')}
        </ButtonLink>
      )}
      <Button variant="danger" size="panel" onClick={() => setSheet({ isWanted: true, isOpen: true })}>
        {t('withdraw')}
      </Button>
      {sheet.isWanted && item && <WithdrawSheet item={item} open={sheet.isOpen} onClose={() => setSheet({ isWanted: true, isOpen: false })} />}
    </section>
  );
}
