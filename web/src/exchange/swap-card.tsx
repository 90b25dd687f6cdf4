'use client';
import { ChevronRight, ListPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/ui/cn';
import { ButtonLink } from '@/ui/link';
import type { ExchangeViewFragment } from './exchange-view.generated';
import { toSides } from './sides';
import { STANDINGS } from './standing';
import { SwapThumbs } from './swap-thumbs';
import { toTone } from './tones';
import { TurnButtons } from './turn-buttons';
import { useStandingWords } from './use-standing-words';
import { whatChanged } from './what-changed';

interface SwapCardProps {
  exchange: ExchangeViewFragment;
  viewerId: string;
  readAgain(): void;
  onDetails(): void;
}

/** The swap in short, always in sight: what changes hands, where it stands, what comes next and until when, and what is the viewer's to do. */
export function SwapCard({ exchange, viewerId, readAgain, onDetails }: SwapCardProps) {
  const t = useTranslations('exchange');
  const { standing, title, nextInFull } = useStandingWords(exchange, viewerId);
  const { other, mine, theirs } = toSides(exchange, viewerId);
  const tone = toTone(standing);
  const isOver = STANDINGS[standing].group === 'past';
  const [before, now] = exchange.revisions.slice(-2);
  const changes = standing === 'answer' && before && now ? whatChanged(before.legs, now.legs) : [];
  return (
    <section aria-label={t('swap')} className={cn('rounded-panel p-3.5', tone.panel)}>
      <button type="button" onClick={onDetails} className="group flex w-full items-center gap-3.5 rounded-thumb text-start">
        <SwapThumbs mine={mine} theirs={theirs} ring={tone.ring} />
        <span role="status" className="min-w-0 flex-1">
          <strong className="block text-lg font-semibold">{title}</strong>
          <span className="block text-base leading-snug">{nextInFull}</span>
        </span>
        <ChevronRight className="hidden size-5 shrink-0 desk:block transition-transform group-hover:translate-x-0.5" aria-hidden />
        <span className="sr-only">{t('details')}</span>
      </button>
      {changes.length > 0 && (
        <button type="button" onClick={onDetails} className="touch mt-2.5 flex items-center gap-1.5 text-xs font-semibold underline underline-offset-3">
          <ListPlus className="size-4 shrink-0" aria-hidden />
          {t('seeChanges')}
        </button>
      )}
      <TurnButtons exchange={exchange} viewerId={viewerId} readAgain={readAgain} only={(turn) => turn !== 'cancel'} className="mt-3.5" />
      {isOver && <WayOn otherId={other?.id} />}
    </section>
  );
}

/** After the end: where the next swap may come from. */
function WayOn({ otherId }: { otherId: string | undefined }) {
  const t = useTranslations('exchange');
  return (
    <div className="mt-3.5 flex flex-wrap gap-2">
      {otherId && (
        <ButtonLink href={`/users/${otherId}`} variant="outline" size="panel" className="px-4">
          {t('otherItems')}
        </ButtonLink>
      )}
      <ButtonLink href="/search" variant="outline" size="panel" className="px-4">
        {t('search')}
      </ButtonLink>
    </div>
  );
}
