'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import type { SwapItemFragment } from '@/exchange/swap-item.generated';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/link';
import { Sheet } from '@/ui/sheet';
import { SwapMark } from '@/ui/swap-mark';
import { NoteField } from './note-field';
import { PickGrid } from './pick-grid';
import { SideList } from './side-list';
import { SidePicture } from './side-picture';

/** One side of an offer that is being put together. */
export interface OfferSide {
  chosen: readonly SwapItemFragment[];
  /** All that it could be of; null as long as that is not known. */
  candidates: readonly SwapItemFragment[] | null;
  /** What it was in the offer that is being changed. */
  before?: readonly SwapItemFragment[];
  /** The one that can't be taken out. */
  fixedId?: string;
}

interface OfferFormProps {
  /** The other one, as one says it in a sentence. */
  name: string;
  mine: OfferSide;
  theirs: OfferSide;
  note: string;
  /** Where to publish something new, to come back with it. */
  publishHref: string;
  /** What went wrong, in words. */
  problem: ReactNode;
  submitLabel: string;
  isSubmittable: boolean;
  isBusy: boolean;
  onToggle(side: 'mine' | 'theirs', id: string): void;
  onNote(note: string): void;
  onSubmit(): void;
}

/** Puts an offer together: what one gives, what one gets, a word for the other. */
export function OfferForm({ name, mine, theirs, note, publishHref, problem, submitLabel, isSubmittable, isBusy, onToggle, onNote, onSubmit }: OfferFormProps) {
  const t = useTranslations('propose');
  const [open, setOpen] = useState<'mine' | 'theirs' | null>(null);
  const [shown, setShown] = useState<'mine' | 'theirs'>('mine');
  const sides = { mine, theirs };
  const isPickingInline = mine.chosen.length === 0;
  const hasMore = (side: OfferSide) => (side.candidates ?? []).some(({ id }) => !side.chosen.some((item) => item.id === id));
  const openSheet = (side: 'mine' | 'theirs') => {
    setShown(side);
    setOpen(side);
  };
  const publish = (
    <ButtonLink href={publishHref} variant="dashed" size="panel">
      <Plus aria-hidden />
      {t('publish')}
    </ButtonLink>
  );
  const { chosen, candidates } = sides[shown];

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isSubmittable && !isBusy) onSubmit();
      }}
      className="pb-6 desk:grid desk:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)] desk:gap-x-14 desk:pb-16"
    >
      <div>
        <h1 className="mt-2 mb-6 text-2xl whitespace-pre-line desk:text-3xl">{isPickingInline ? t('chooseTitle') : t('title', { give: mine.chosen.length, get: theirs.chosen.length })}</h1>
        <div className="relative grid grid-cols-2 gap-4">
          <div className="relative">
            <SidePicture items={mine.chosen}>
              <span className="grid place-items-center border-2 border-dashed border-line p-4 text-center text-ink-2">{t('nothingChosen')}</span>
            </SidePicture>
            <SwapMark className="absolute top-1/2 right-0 z-1 translate-x-[calc(50%+0.5rem)] -translate-y-1/2" />
          </div>
          <SidePicture items={theirs.chosen} />
        </div>
        <div className="grid grid-cols-2 gap-4">
          <SideList title={t('youGive')} items={mine.chosen} before={mine.before} fixedId={mine.fixedId} onToggle={(id) => onToggle('mine', id)} />
          <SideList title={t('youGet')} items={theirs.chosen} before={theirs.before} fixedId={theirs.fixedId} onToggle={(id) => onToggle('theirs', id)} />
        </div>

        {isPickingInline ? (
          <section aria-label={t('yourItems')} className="mt-6">
            <h2 className="mb-3.5 text-lg">{mine.candidates?.length === 0 ? t('noItemsTitle') : t('yourItems')}</h2>
            {mine.candidates === null && <div className="h-40" />}
            {mine.candidates?.length === 0 && <p className="mb-4 text-ink-2">{t('noItemsText')}</p>}
            {mine.candidates && <PickGrid items={mine.candidates} chosenIds={[]} onToggle={(id) => onToggle('mine', id)} className="desk:grid-cols-4" />}
            <div className="mt-5">{publish}</div>
          </section>
        ) : (
          <div className="mt-4 flex flex-wrap gap-2">
            <Button variant="dashed" size="pill" onClick={() => openSheet('mine')}>
              <Plus aria-hidden />
              {t('addItem')}
            </Button>
            {(hasMore(theirs) || theirs.before) && (
              <Button variant="dashed" size="pill" onClick={() => openSheet('theirs')}>
                <Plus aria-hidden />
                {t('askMore')}
              </Button>
            )}
          </div>
        )}
      </div>

      <div className="max-desk:contents desk:sticky desk:top-26 desk:self-start desk:pt-2">
        <NoteField name={name} note={note} onNote={onNote} />
        <div className="sticky bottom-0 z-10 -mx-5 mt-6 bg-paper px-5 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))] desk:static desk:mx-0 desk:px-0">
          <div role="alert" className="mb-2 text-center font-medium text-clay-ink empty:hidden">
            {problem}
          </div>
          <p className="mb-2.5 text-center text-base text-ink-2">{t('sevenDays', { name })}</p>
          <Button type="submit" disabled={isBusy} aria-disabled={!isSubmittable} className="w-full">
            {submitLabel}
          </Button>
        </div>
      </div>

      <Sheet open={open !== null} onOpenChange={(isOpen) => !isOpen && setOpen(null)} title={shown === 'mine' ? t('yourItems') : t('theirItems', { name })}>
        {candidates?.length === 0 && <p className="mb-4 text-ink-2">{shown === 'mine' ? t('noItemsText') : t('theyHaveNoMore', { name })}</p>}
        <PickGrid items={candidates ?? []} chosenIds={chosen.map(({ id }) => id)} onToggle={(id) => onToggle(shown, id)} />
        <div className="sticky bottom-0 mt-5 flex flex-wrap gap-2.5 bg-paper pt-2">
          <Button size="panel" className="grow" onClick={() => setOpen(null)}>
            {t('done', { count: chosen.length })}
          </Button>
          {shown === 'mine' && publish}
        </div>
      </Sheet>
    </form>
  );
}
