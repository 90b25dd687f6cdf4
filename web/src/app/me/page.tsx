import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RequireViewer } from '@/account/require-viewer';
import { EarlyQuery } from '@/early/early';
import { Texts } from '@/i18n/texts';
import { MeDocument } from '@/profile/me.generated';
import { MeScreen } from '@/profile/me-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('profile');
  return { title: t('title'), robots: { index: false } };
}

export default function Page() {
  return (
    <Texts of={['account', 'profile']}>
      <EarlyQuery document={MeDocument} />
      <RequireViewer>
        <MeScreen />
      </RequireViewer>
    </Texts>
  );
}
