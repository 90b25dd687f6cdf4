import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { RequireViewer } from '@/account/require-viewer';
import { askGraph } from '@/graph/ask';
import { Texts } from '@/i18n/texts';
import { ProposeItemDocument } from '@/propose/propose.generated';
import { ProposeScreen } from '@/propose/propose-screen';

interface PageProps {
  params: Promise<{ id: string }>;
}

const readItem = cache((id: string) => askGraph(ProposeItemDocument, { id }));

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations('propose');
  const { id } = await params;
  const title = (await readItem(id))?.item?.title;
  return { title: title ? t('pageTitle', { title }) : t('yourProposal'), robots: { index: false } };
}

export default async function Page({ params }: PageProps) {
  const { id } = await params;
  const seed = await readItem(id);
  if (seed && !seed.item) notFound();
  return (
    <Texts of={['account', 'propose']}>
      <RequireViewer>
        <ProposeScreen id={id} seed={seed} />
      </RequireViewer>
    </Texts>
  );
}
