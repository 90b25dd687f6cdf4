import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RegisterScreen } from '@/account/register-screen';
import { Texts } from '@/i18n/texts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('register'), robots: { index: false } };
}

export default function Page() {
  return (
    <Texts of={['account']}>
      <RegisterScreen />
    </Texts>
  );
}
