import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RequireViewer } from '@/account/require-viewer';
import { MeScreen } from '@/profile/me-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('profile');
  return { title: t('title'), robots: { index: false } };
}

export default function Page() {
  return (
    <RequireViewer>
      <MeScreen />
    </RequireViewer>
  );
}
