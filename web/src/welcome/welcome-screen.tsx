'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useRouter } from '@/i18n/navigation';
import { LanguageSwitch } from '@/settings/language-switch';
import { TownField } from '@/town/town-field';
import { setNear, useNear } from '@/town/near';
import { Button } from '@/ui/button';
import { cn } from '@/ui/cn';
import { Logo } from '@/ui/logo';
import { StepList } from './step-list';
import { SwapPicture } from './swap-picture';
import { TalkPicture } from './talk-picture';
import { TownPicture } from './town-picture';
import { useSwipe } from './use-swipe';
import { rememberWelcome } from './welcomed';

const STEPS = [
  { name: 'what', Picture: SwapPicture, ground: 'bg-sun-soft' },
  { name: 'how', Picture: TalkPicture, ground: 'bg-leaf-soft' },
  { name: 'where', Picture: TownPicture, ground: 'bg-plum-soft' },
] as const;
/** How far round the town is looked at first, in kilometres. */
const FIRST_RADIUS_KM = 10;

/** What this is, how a swap goes, and where one is: three screens, each of which can be the last. */
export function WelcomeScreen() {
  const t = useTranslations('welcome');
  const router = useRouter();
  const near = useNear();
  const [index, setIndex] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const hasMoved = useRef(false);
  const { name, Picture, ground } = STEPS[index]!;
  const isLast = index === STEPS.length - 1;

  useEffect(() => {
    // Whoever listens hears the new screen; the first one is announced as a page is.
    if (hasMoved.current) heading.current?.focus();
  }, [index]);

  function goTo(next: number): void {
    if (next < 0 || next >= STEPS.length) return;
    hasMoved.current = true;
    setIndex(next);
  }

  function finish(): void {
    rememberWelcome();
    router.replace('/');
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target instanceof HTMLInputElement) return;
    if (event.key === 'ArrowRight') goTo(index + 1);
    if (event.key === 'ArrowLeft') goTo(index - 1);
  }

  return (
    <div onKeyDown={onKeyDown} {...useSwipe((direction) => goTo(index + direction))} className="page flex min-h-dvh touch-pan-y flex-col desk:min-h-[calc(100dvh-4.5rem)] desk:max-w-6xl">
      <div className="flex min-h-14 items-center gap-2 py-2">
        <Logo className="mr-auto size-8 desk:invisible" />
        <LanguageSwitch />
        <Button variant="quiet" size="pill" onClick={finish}>
          {t('skip')}
        </Button>
      </div>
      <div key={name} className="flex transition-[opacity,translate] duration-200 starting:translate-x-4 starting:opacity-0 flex-1 flex-col gap-6 desk:grid desk:grid-cols-2 desk:items-center desk:gap-16">
        <div className={cn('grid place-items-center rounded-panel p-4 desk:h-full desk:max-h-[32rem] desk:p-8', ground)}>
          {/* The screen that says most leaves it the room. */}
          <Picture className={cn('w-full max-w-md desk:h-auto', name === 'how' ? 'h-28' : 'h-44 [@media(min-height:52rem)]:h-60')} />
        </div>
        <div className="mx-auto w-full max-w-md">
          <p className="mb-2 text-xs font-semibold text-leaf-ink">{t('progress', { step: index + 1, steps: STEPS.length })}</p>
          <h1 ref={heading} tabIndex={-1} className="text-2xl outline-none desk:text-3xl">
            {t(`${name}.title`)}
          </h1>
          <p className="mt-3 text-lg text-ink-2">{t(`${name}.text`)}</p>
          {name === 'how' && <StepList />}
          {name === 'where' && (
            <div className="mt-5">
              <TownField label={t('where.town')} value={near?.town ?? null} onChange={(town) => setNear(town && { town, radiusKm: near?.radiusKm ?? FIRST_RADIUS_KM })} />
            </div>
          )}
        </div>
      </div>
      <div className="sticky bottom-0 mx-auto flex w-full max-w-md flex-col gap-4 bg-paper pt-4 pb-[max(1.5rem,env(safe-area-inset-bottom))] desk:max-w-none desk:flex-row desk:items-center desk:justify-between desk:pb-12">
        <Dots index={index} onChoose={goTo} />
        <div className="flex gap-3">
          {index > 0 && (
            <Button variant="outline" onClick={() => goTo(index - 1)}>
              {t('back')}
            </Button>
          )}
          <Button className="flex-1 desk:min-w-52" onClick={isLast ? finish : () => goTo(index + 1)}>
            {isLast ? t('finish') : t('next')}
          </Button>
        </div>
      </div>
    </div>
  );
}

function Dots({ index, onChoose }: { index: number; onChoose(index: number): void }) {
  const t = useTranslations('welcome');
  return (
    <div className="flex justify-center">
      {STEPS.map(({ name }, step) => (
        <button
          key={name}
          type="button"
          onClick={() => onChoose(step)}
          aria-label={t('goTo', { step: step + 1, steps: STEPS.length })}
          aria-current={step === index ? 'step' : undefined}
          className="grid h-7 min-w-7 place-items-center"
        >
          <span className={cn('block h-2 rounded-full transition-[width]', step === index ? 'w-6 bg-leaf' : 'w-2 bg-ink-2')} />
        </button>
      ))}
    </div>
  );
}
