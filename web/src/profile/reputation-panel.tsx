'use client';
import { Handshake, ShieldCheck, Star, type LucideIcon } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { MeQuery } from './me.generated';

type Reputation = NonNullable<MeQuery['me']>['user']['reputation'];

interface FigureProps {
  icon: LucideIcon;
  value: string;
  label: string;
}

function Figure({ icon: Icon, value, label }: FigureProps) {
  return (
    <div className="flex flex-1 flex-col-reverse items-center justify-end gap-0.5">
      <dt className="text-xs leading-tight text-sun-ink">{label}</dt>
      <dd className="tabular flex items-center gap-1.5 font-heading text-xl font-bold">
        <Icon className="size-4.5 text-sun-ink" aria-hidden />
        {value}
      </dd>
    </div>
  );
}

/** How it went so far, and what the figures mean; nothing while the graph does not tell. */
export function ReputationPanel({ reputation }: { reputation: Reputation }) {
  const t = useTranslations('profile');
  const format = useFormatter();
  if (!reputation) return null;
  const { rating, reviewCount, completedExchanges, reliability } = reputation;
  return (
    <section aria-label={t('reputation')} className="rounded-panel bg-sun-soft p-5 text-center text-ink">
      <dl className="flex gap-2">
        <Figure icon={Handshake} value={format.number(completedExchanges)} label={t('completedExchanges', { count: completedExchanges })} />
        {rating !== null && <Figure icon={Star} value={format.number(rating, { minimumFractionDigits: 1 })} label={t('reviews', { count: reviewCount })} />}
        {reliability !== null && <Figure icon={ShieldCheck} value={format.number(reliability, { style: 'percent' })} label={t('reliability')} />}
      </dl>
      <p className="mt-4 text-left text-xs text-sun-ink">{rating === null ? t('reputationNotYet') : t('reputationMeaning')}</p>
    </section>
  );
}
