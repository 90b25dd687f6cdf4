'use client';
import { ArrowLeft, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode, Ref } from 'react';
import { useBack } from '@/frame/page-header';
import { cn } from '@/ui/cn';
import { STEPS, type Step } from './publish-form';

interface StepFrameProps {
  step: Step;
  title: string;
  intro?: string | undefined;
  /** To the screen before; the first one has none, and leads out. */
  onBack?: (() => void) | undefined;
  heading?: Ref<HTMLHeadingElement>;
  children: ReactNode;
  /** The one next step, at the bottom in reach of the thumb. */
  footer?: ReactNode;
  /** Beside it all on a desk. */
  aside?: ReactNode;
}

/** One screen of publishing: the way back, how far one is, what it is about, and what comes next. */
export function StepFrame({ step, title, intro, onBack, heading, children, footer, aside }: StepFrameProps) {
  const t = useTranslations('publish');
  const frame = useTranslations('frame');
  const leave = useBack('/');
  const index = STEPS.indexOf(step);
  const isFirst = index === 0;
  const Icon = isFirst ? X : ArrowLeft;
  return (
    <div className="mx-auto flex min-h-dvh w-full justify-center gap-16 desk:min-h-[calc(100dvh-4.5rem)] desk:pt-6">
      <div className="flex w-full max-w-[34rem] flex-col">
        <header className="flex min-h-14 items-center gap-2 px-5 py-2">
          <button type="button" onClick={isFirst || !onBack ? leave : onBack} aria-label={isFirst ? frame('close') : frame('back')} className="-ml-2.5 grid size-11 shrink-0 place-items-center rounded-full hover:bg-sunk">
            <Icon className="size-5.5" aria-hidden />
          </button>
          <p className="tabular flex-1 font-semibold">{t('stepOf', { step: index + 1, count: STEPS.length })}</p>
        </header>
        <ol aria-hidden className="flex gap-1.5 px-5">
          {STEPS.map((name, position) => (
            <li key={name} className={cn('h-1 flex-1 rounded-full', position <= index ? 'bg-leaf' : 'bg-line')} />
          ))}
        </ol>
        <div className="flex flex-1 flex-col px-5 pt-7 pb-8">
          <h1 ref={heading} tabIndex={-1} className="text-2xl outline-none">
            {title}
          </h1>
          {intro && <p className="mt-2 text-ink-2">{intro}</p>}
          <div className="mt-6 flex flex-col gap-6">{children}</div>
        </div>
        {footer}
      </div>
      {aside}
    </div>
  );
}
