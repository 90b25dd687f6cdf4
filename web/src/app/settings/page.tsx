import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EarlyQuery } from '@/early/early';
import { Texts } from '@/i18n/texts';
import { SettingsScreen } from '@/settings/settings-screen';
import { SettingsDocument } from '@/settings/settings.generated';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('title'), robots: { index: false } };
}

export default function Page() {
  return (
    <Texts of={['settings']}>
      <EarlyQuery document={SettingsDocument} />
      <SettingsScreen />
    </Texts>
  );
}
