import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EarlyQuery } from '@/early/early';
import { ExchangeDocument } from '@/exchange/exchange.generated';
import { ExchangeScreen } from '@/exchange/exchange-screen';
import { Texts } from '@/i18n/texts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exchange');
  return { title: t('oneExchange'), robots: { index: false } };
}

/** The exchange is its people's alone: the server renders its place, the browser asks for it. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <Texts of={['chat']}>
      <EarlyQuery document={ExchangeDocument} variables={{ id }} />
      <ExchangeScreen id={id} />
    </Texts>
  );
}
