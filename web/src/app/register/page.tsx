import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RegisterScreen } from '@/account/register-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('register'), robots: { index: false } };
}

export default function Page() {
  return <RegisterScreen />;
}
