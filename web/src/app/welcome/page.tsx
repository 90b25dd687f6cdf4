import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WelcomeScreen } from '@/welcome/welcome-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('welcome');
  return { title: t('pageTitle'), robots: { index: false } };
}

export default function Page() {
  return <WelcomeScreen />;
}
