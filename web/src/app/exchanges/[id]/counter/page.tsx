import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RequireViewer } from '@/account/require-viewer';
import { Texts } from '@/i18n/texts';
import { CounterScreen } from '@/propose/counter-screen';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('propose');
  return { title: t('yourCounter'), robots: { index: false } };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <Texts of={['account', 'propose']}>
      <RequireViewer>
        <CounterScreen id={id} />
      </RequireViewer>
    </Texts>
  );
}
