'use client';
import { useTranslations } from 'next-intl';

interface FailureNoteProps {
  /** What went wrong with all of it; null for nothing. */
  text: string | null;
  /** After too many tries: so many seconds are to wait. */
  secondsLeft: number;
}

/** What is wrong with a form as a whole, above its button. */
export function FailureNote({ text, secondsLeft }: FailureNoteProps) {
  const t = useTranslations('account');
  const time = { minutes: Math.floor(secondsLeft / 60), seconds: secondsLeft % 60 };
  const isWaiting = secondsLeft > 0;
  return (
    // There before it says something, so that it is heard; without taking room.
    <div role="alert" className="empty:absolute">
      {(text || isWaiting) && (
        <p className="rounded-thumb bg-clay-soft px-4 py-3 font-medium text-clay-ink">
          {/* Heard once; seen to count down. */}
          {isWaiting ? <span className="sr-only">{t('tooManyTries')}</span> : text}
          {isWaiting && (
            <span aria-hidden className="tabular">
              {t('tooManyTries')} {t('tryAgainIn', time)}
            </span>
          )}
        </p>
      )}
    </div>
  );
}
