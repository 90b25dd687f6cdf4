import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Texts } from '@/i18n/texts';
import { WelcomeScreen } from '@/welcome/welcome-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('welcome');
  return { title: t('pageTitle'), robots: { index: false } };
}

export default function Page() {
  return (
    <Texts of={['town', 'welcome']}>
      <WelcomeScreen />
    </Texts>
  );
}
