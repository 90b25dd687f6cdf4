'use client';
import { useTranslations } from 'next-intl';
import { Door } from './door';
import { LogInForm } from './log-in-form';
import { useLeadOn } from './use-lead-on';

/** Where one logs in. */
export function LogInScreen() {
  const t = useTranslations('account');
  useLeadOn();
  return (
    <Door name={t('logIn')} title={t('logInTitle')} text={t('logInText')} other={{ question: t('noAccountYet'), href: '/register', label: t('toRegister') }}>
      <LogInForm />
    </Door>
  );
}
