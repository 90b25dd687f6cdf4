import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EarlyQuery } from '@/early/early';
import { OpenExchangesDocument } from '@/exchange/exchanges.generated';
import { NoExchangeOpen } from '@/exchange/no-exchange-open';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exchange');
  return { title: t('myExchanges'), robots: { index: false } };
}

export default function Page() {
  return (
    <>
      <EarlyQuery document={OpenExchangesDocument} />
      <NoExchangeOpen />
    </>
  );
}
