import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BeginAtEnd } from '@/chat/begin-at-end';
import { EarlyQuery } from '@/early/early';
import { ExchangeDocument } from '@/exchange/exchange.generated';
import { ExchangeScreen } from '@/exchange/exchange-screen';
import { Texts } from '@/i18n/texts';
import { askAsViewer } from '@/reader/ask-as-viewer';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exchange');
  return { title: t('oneExchange'), robots: { index: false } };
}

/** The exchange is its people's alone: rendered for the one whose token the browser brings; without it the server renders its place, and the browser asks for it. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const asked = await askAsViewer(ExchangeDocument, { id });
  const seed = asked?.data.exchange ? asked : null;
  return (
    <Texts of={['chat']}>
      {!seed && <EarlyQuery document={ExchangeDocument} variables={{ id }} />}
      <ExchangeScreen id={id} seed={seed} />
      {seed && <BeginAtEnd />}
    </Texts>
  );
}
