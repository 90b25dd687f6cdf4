'use client';
import { ArrowLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useBack } from '@/frame/page-header';

/** The head of an exchange, with the way back to all of them; on a desk that is the list beside it. */
export function ExchangeBar({ children }: { children: ReactNode }) {
  const t = useTranslations('frame');
  const back = useBack('/exchanges');
  return (
    <div className="flex min-h-16 shrink-0 items-center gap-1.5 bg-surface py-1.5 pr-1.5 pl-1.5 desk:pl-4">
      <button type="button" onClick={back} aria-label={t('back')} className="grid size-11 shrink-0 place-items-center rounded-full hover:bg-sunk desk:hidden">
        <ArrowLeft className="size-5.5" aria-hidden />
      </button>
      {children}
    </div>
  );
}
