'use client';
import { useTranslations } from 'next-intl';
import { wasWelcomed } from '@/welcome/welcomed';
import { Door } from './door';
import { RegisterForm } from './register-form';
import { useLeadOn } from './use-lead-on';

/** Where one makes an account; then come the few words of welcome, for who has not had them. */
export function RegisterScreen() {
  const t = useTranslations('account');
  const leadTo = useLeadOn();
  return (
    <Door name={t('register')} title={t('registerTitle')} text={t('registerText')} other={{ question: t('accountAlready'), href: '/log-in', label: t('logIn') }}>
      <RegisterForm onRegistered={() => leadTo(wasWelcomed() ? '/' : '/welcome')} />
    </Door>
  );
}
