'use client';
import { useTranslations } from 'next-intl';
import { LogInForm } from './log-in-form';

/** Stands in the place of a page whose session has ended: one logs in, and goes on. */
export function SessionOver() {
  const t = useTranslations('account');
  return (
    <div className="column py-10 desk:py-16">
      <h1 className="text-2xl">{t('sessionOverTitle')}</h1>
      <p className="mt-2 mb-7 text-ink-2">{t('sessionOverText')}</p>
      <LogInForm />
    </div>
  );
}
