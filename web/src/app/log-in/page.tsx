import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LogInScreen } from '@/account/log-in-screen';
import { Texts } from '@/i18n/texts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('logIn'), robots: { index: false } };
}

export default function Page() {
  return (
    <Texts of={['account']}>
      <LogInScreen />
    </Texts>
  );
}
