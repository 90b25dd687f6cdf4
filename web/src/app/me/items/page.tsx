import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Texts } from '@/i18n/texts';
import { MyItemsScreen } from '@/publish/my-items-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('publish');
  return { title: t('myItems.title'), robots: { index: false } };
}

export default function Page() {
  return (
    <Texts of={['account', 'item', 'publish']}>
      <MyItemsScreen />
    </Texts>
  );
}
