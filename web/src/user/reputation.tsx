'use client';
import { Handshake, Repeat2, Star, type LucideIcon } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { UserPageQuery } from './user-page.generated';

type Reputation = NonNullable<NonNullable<UserPageQuery['user']>['reputation']>;

/** A share of promises kept, in words: figures of a few exchanges look more exact than they are. */
function toWord(reliability: number): 'always' | 'mostly' | 'often' | 'sometimes' {
  if (reliability >= 0.995) return 'always';
  if (reliability >= 0.9) return 'mostly';
  return reliability >= 0.7 ? 'often' : 'sometimes';
}

function Fact({ icon: Icon, title, children }: { icon: LucideIcon; title: ReactNode; children?: ReactNode }) {
  return (
    <li className="flex items-center gap-3.5">
      <span className="grid size-10.5 shrink-0 place-items-center rounded-full bg-sun-soft text-sun-ink">
        <Icon className="size-5" strokeWidth={1.9} aria-hidden />
      </span>
      <span className="tabular">
        <span className="block font-semibold">{title}</span>
        {children && <span className="block text-xs text-ink-2">{children}</span>}
      </span>
    </li>
  );
}

/** How someone's exchanges went. Without figures until there are three reviews. */
export function ReputationFacts({ reputation }: { reputation: Reputation }) {
  const t = useTranslations('profile.public');
  const format = useFormatter();
  const { rating, reviewCount, completedExchanges, reliability } = reputation;
  return (
    <ul aria-label={t('reputation')} className="flex flex-col gap-4 rounded-panel border border-line bg-surface p-5">
      {rating === null ? (
        <Fact icon={Star} title={t('noRating')}>
          {t('noRatingText')}
        </Fact>
      ) : (
        <Fact icon={Star} title={t('rating', { rating: format.number(rating, { minimumFractionDigits: 1 }) })}>
          {t('reviews', { count: reviewCount })}
        </Fact>
      )}
      <Fact icon={Repeat2} title={`${format.number(completedExchanges)} ${t('exchanges', { count: completedExchanges })}`} />
      {reliability !== null && (
        <Fact icon={Handshake} title={t(`reliable.${toWord(reliability)}`)}>
          {t('reliability', { share: format.number(reliability, { style: 'percent' }) })}
        </Fact>
      )}
    </ul>
  );
}
