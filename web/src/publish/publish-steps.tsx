'use client';
import { WifiOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useOnline } from '@/frame/use-online';
import { newId } from '@/graph/new-id';
import { useRouter } from '@/i18n/navigation';
import { isOnItsWay } from '@/photo/photo-uploads';
import { usePhotoUploads } from '@/photo/use-photo-uploads';
import { useNear } from '@/town/near';
import { Button } from '@/ui/button';
import { Link } from '@/ui/link';
import { say } from '@/ui/toasts';
import { CardPreview } from './card-preview';
import { ConditionStep } from './condition-step';
import { toNextPath } from './local-path';
import { PhotoStep } from './photo-step';
import { deleteDraft, type KeptDraft } from './publish-draft';
import { checkStep, EMPTY_FORM, stepOf, STEPS, type PublishField, type PublishForm, type Step } from './publish-form';
import { StepFooter } from './step-footer';
import { StepFrame } from './step-frame';
import { useFieldErrors } from './use-field-errors';
import { useKeptDraft } from './use-kept-draft';
import { usePublish } from './use-publish';
import { useSteps } from './use-steps';
import { WhatStep } from './what-step';
import { WhereStep } from './where-step';

interface PublishStepsProps {
  viewerId: string;
  /** What was begun before. */
  kept: KeptDraft | null;
  /** Where to go with the new item, instead of to its page. */
  then: string | null;
}

/** The four screens. Photos are sent while one goes on. */
export function PublishSteps({ viewerId, kept, then }: PublishStepsProps) {
  const t = useTranslations('publish');
  const router = useRouter();
  const isOnline = useOnline();
  const near = useNear();
  const { photos, uploads } = usePhotoUploads();
  const { step, goTo, goBack } = useSteps();
  const [form, setForm] = useState<PublishForm>(() => kept?.form ?? { ...EMPTY_FORM, town: near?.town ?? null });
  const [idempotencyKey] = useState(() => kept?.idempotencyKey ?? newId());
  const [failure, setFailure] = useState<string | null>(null);
  const [wasPublished, setWasPublished] = useState(false);
  const draft = { form, step, idempotencyKey };
  const keeping = useKeptDraft({ viewerId, draft, photos });
  const { phase, publish } = usePublish(viewerId, uploads);
  const { errors, setProblems, setRefusal, clear } = useFieldErrors();

  useEffect(() => {
    if (kept) uploads.restore(kept.photos);
  }, [kept, uploads]);

  const screen = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wanted = useRef<PublishField | null>(null);
  const shownStep = useRef(step);
  function focusField(field: PublishField): void {
    const control = screen.current?.querySelector<HTMLElement>(`[data-field="${field}"] :is(input:not([type=file]), textarea, button)`);
    (control ?? heading.current)?.focus();
  }
  useEffect(() => {
    if (shownStep.current === step) return;
    shownStep.current = step;
    const field = wanted.current;
    wanted.current = null;
    window.scrollTo({ top: 0, behavior: 'instant' });
    if (field) focusField(field);
    else heading.current?.focus({ preventScroll: true });
  }, [step]);

  function change(part: Partial<PublishForm>): void {
    setForm((before) => ({ ...before, ...part }));
    for (const field of Object.keys(part)) clear(field as PublishField);
    setFailure(null);
  }

  function lead(field: PublishField): void {
    if (stepOf(field) === step) return focusField(field);
    wanted.current = field;
    goTo(stepOf(field));
  }

  /** False, with the first wrong field in focus, when something is wrong on one of these screens. */
  function check(steps: readonly Step[]): boolean {
    const problems = steps.flatMap((candidate) => checkStep(form, candidate));
    setProblems(problems);
    if (problems[0]) lead(problems[0].field);
    return problems.length === 0;
  }

  async function finish(): Promise<void> {
    if (phase !== 'editing' || !check(STEPS)) return;
    if (!isOnline) return say(t('offline'));
    setFailure(null);
    const outcome = await publish(draft);
    switch (outcome.kind) {
      case 'published':
        keeping.stop();
        await deleteDraft(viewerId).catch(() => {});
        say(t('published'));
        return router.replace(toNextPath(then, outcome.itemId) ?? `/items/${outcome.itemId}`);
      case 'wrong':
        setRefusal(outcome.field, outcome.message);
        // The photo store has not got them, or no longer: it is what this device has that counts.
        if (outcome.field === 'photos') uploads.sendAgain();
        return lead(outcome.field);
      case 'photoFailed':
        setRefusal('photos', t('photoFailed'));
        return lead('photos');
      case 'publishedBefore':
        return setWasPublished(true);
      case 'failed':
        return setFailure(outcome.message);
      default:
        return outcome satisfies never;
    }
  }

  const cover = photos[0]?.preview ?? null;
  const waiting = photos.filter(isOnItsWay).length;
  const fields = { form, errors, change };
  const texts = {
    photos: { title: t('photosTitle'), intro: t('photosIntro') },
    what: { title: t('whatTitle'), intro: undefined },
    condition: { title: t('conditionTitle'), intro: undefined },
    where: { title: t('whereTitle'), intro: t('whereIntro') },
  }[step];

  return (
    <div ref={screen}>
      <StepFrame
        step={step}
        {...texts}
        heading={heading}
        onBack={goBack}
        aside={<CardPreview form={form} cover={cover} className="sticky top-28 hidden w-72 self-start pt-16 desk:flex" />}
        footer={
          <StepFooter>
            {step === 'where' ? (
              <>
                <Notice isOnline={isOnline} failure={failure} wasPublished={wasPublished} />
                <Button variant="publish" onClick={() => void finish()} aria-disabled={!isOnline || phase !== 'editing'}>
                  {phase === 'sending' ? t('publishing') : phase === 'waiting' && waiting > 0 ? t('sendingPhotos', { count: waiting }) : t('publish')}
                </Button>
              </>
            ) : (
              <Button onClick={() => check([step]) && goTo(STEPS[STEPS.indexOf(step) + 1]!)}>{step === 'photos' && photos.length === 0 ? t('continueWithoutPhoto') : t('continue')}</Button>
            )}
          </StepFooter>
        }
      >
        {step === 'photos' && <PhotoStep photos={photos} uploads={uploads} error={errors.photos} onChange={() => clear('photos')} />}
        {step === 'what' && <WhatStep {...fields} />}
        {step === 'condition' && <ConditionStep {...fields} />}
        {step === 'where' && <WhereStep {...fields} preview={<CardPreview form={form} cover={cover} className="mx-auto w-52 desk:hidden" />} />}
      </StepFrame>
    </div>
  );
}

/** Why it can't be published now, or what came of the last try. */
function Notice({ isOnline, failure, wasPublished }: { isOnline: boolean; failure: string | null; wasPublished: boolean }) {
  const t = useTranslations('publish');
  return (
    <div role="status" className="text-center text-xs font-medium text-clay-ink empty:hidden">
      {!isOnline ? (
        <span className="flex items-center justify-center gap-2">
          <WifiOff className="size-4 shrink-0" aria-hidden />
          {t('offline')}
        </span>
      ) : wasPublished ? (
        t.rich('publishedBefore', {
          items: (words) => (
            <Link href="/me/items" className="underline underline-offset-4">
              {words}
            </Link>
          ),
        })
      ) : (
        failure
      )}
    </div>
  );
}
