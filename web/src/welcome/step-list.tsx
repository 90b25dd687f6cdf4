'use client';
import { CircleCheck, MapPin, MessageCircle, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';

const STEPS = [
  { name: 'propose', Icon: RefreshCw },
  { name: 'talk', Icon: MessageCircle },
  { name: 'meet', Icon: MapPin },
  { name: 'confirm', Icon: CircleCheck },
] as const;

/** The four steps of a swap. */
export function StepList() {
  const t = useTranslations('welcome.steps');
  return (
    <ol className="mt-5 flex flex-col gap-3">
      {STEPS.map(({ name, Icon }) => (
        <li key={name} className="flex gap-3.5">
          <span className="grid size-9.5 shrink-0 place-items-center rounded-full bg-leaf-soft text-leaf-ink">
            <Icon className="size-4.5" strokeWidth={1.9} aria-hidden />
          </span>
          <p className="leading-snug">
            <strong className="font-semibold">{t(`${name}.title`)}</strong>
            <br />
            <span className="text-ink-2">{t(`${name}.text`)}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}
