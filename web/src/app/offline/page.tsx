import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OfflineScreen } from '@/frame/offline-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('frame');
  return { title: t('offlineTitle'), robots: { index: false } };
}

export default function Page() {
  return <OfflineScreen />;
}
