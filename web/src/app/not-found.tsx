import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NotFoundScreen } from '@/home/not-found-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('frame');
  return { title: t('notFoundTitle'), robots: { index: false } };
}

export default function NotFound() {
  return <NotFoundScreen />;
}
