'use client';
import { useTranslations } from 'next-intl';
import { ChangeList } from '@/exchange/change-list';
import type { ExchangeViewFragment } from '@/exchange/exchange-view.generated';
import { toShortName, toSides } from '@/exchange/sides';
import { whatChanged } from '@/exchange/what-changed';

interface StepViewProps {
  step: ExchangeViewFragment['revisions'][number];
  exchange: ExchangeViewFragment;
  viewerId: string;
  onDetails(): void;
}

/** An offer in its place in the conversation: who made it, what it changed, and the word with it. */
export function StepView({ step, exchange, viewerId, onDetails }: StepViewProps) {
  const t = useTranslations('exchange');
  const { other } = toSides(exchange, viewerId);
  const name = other ? toShortName(other.displayName) : t('someone');
  const isMine = step.author?.id === viewerId;
  const before = exchange.revisions.find(({ number }) => number === step.number - 1);
  return (
    <div data-anchor className="my-3 self-center rounded-picture bg-sunk px-4 py-3 text-center sm:max-w-[85%]">
      <button type="button" onClick={onDetails} className="touch min-h-7 font-semibold hover:underline">
        {t(step.number === 1 ? (isMine ? 'step.firstMine' : 'step.first') : isMine ? 'step.nextMine' : 'step.next', { name })}
      </button>
      {before && (
        <div className="mt-1.5 flex justify-center">
          <ChangeList changes={whatChanged(before.legs, step.legs)} viewerId={viewerId} name={name} />
        </div>
      )}
      {step.note && (
        <p dir="auto" className="mt-1 wrap-anywhere whitespace-pre-wrap text-ink-2">
          {step.note}
        </p>
      )}
    </div>
  );
}
