import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Texts } from '@/i18n/texts';
import { PublishScreen } from '@/publish/publish-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('publish');
  return { title: t('title'), robots: { index: false } };
}

/** `?then=`: a path of this site to go to with the new item, such as a proposal that waits for it. */
export default async function Page({ searchParams }: PageProps<'/publish'>) {
  const { then } = await searchParams;
  return (
    <Texts of={['account', 'item', 'publish', 'town']}>
      <PublishScreen then={typeof then === 'string' ? then : null} />
    </Texts>
  );
}
