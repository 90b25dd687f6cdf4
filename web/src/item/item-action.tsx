'use client';
import { Info, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ItemStatus } from '@/graph/schema.generated';
import { ButtonLink } from '@/ui/link';

/** The next step with someone else's thing: always in reach at the foot of a phone, in the column of facts on a desk. */
export function ProposeAction({ itemId }: { itemId: string }) {
  const t = useTranslations('item');
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 bg-linear-to-t from-paper from-70% to-transparent px-4.5 pt-6 pb-[max(1.25rem,env(safe-area-inset-bottom))] desk:sticky desk:bg-paper desk:bg-none desk:px-0 desk:py-4">
      <ButtonLink href={`/items/${itemId}/propose`} className="w-full">
        <RefreshCw aria-hidden />
        {t('propose')}
      </ButtonLink>
    </div>
  );
}

/** Says that a thing can't be had, why, and where to look on. */
export function UnavailableNote({ status }: { status: Exclude<ItemStatus, 'PUBLISHED'> }) {
  const t = useTranslations('item');
  return (
    <div className="flex flex-col items-start gap-3 rounded-panel bg-sun-soft p-5 text-sun-ink">
      <p className="flex gap-3 font-semibold">
        <Info className="mt-0.5 size-5 shrink-0" aria-hidden />
        {t(`state.${status}`)}
      </p>
      <ButtonLink href="/" variant="outline" size="panel">
        {t('stateNext')}
      </ButtonLink>
    </div>
  );
}
