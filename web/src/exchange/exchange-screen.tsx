'use client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { CircleSlash2, CloudOff } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { Conversation } from '@/chat/conversation';
import { describeError } from '@/graph/describe-error';
import { useLiveQuery } from '@/graph/live-context';
import { useSeed } from '@/graph/use-seeded-query';
import { useSeededViewer, type ViewerSeed } from '@/reader/viewer-seed';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { ButtonLink } from '@/ui/link';
import { Sheet } from '@/ui/sheet';
import { ExchangeHeader } from './exchange-header';
import { ExchangeSkeleton } from './exchange-skeleton';
import { ExchangeDocument, ExchangeUpdatedDocument, type ExchangeQuery } from './exchange.generated';
import { ExchangeViewFragmentDoc } from './exchange-view.generated';
import { SwapCard } from './swap-card';
import { useKeptExchange } from './use-kept-exchange';

const SwapDetails = dynamic(() => import('./swap-details').then(({ SwapDetails }) => SwapDetails), { ssr: false });

/** One exchange: the swap and where it stands, and the conversation about it. */
export function ExchangeScreen({ id, seed: given }: { id: string; seed: ViewerSeed<ExchangeQuery> | null }) {
  const { viewerId: current, seed } = useSeededViewer(given);
  // Drawn in slices: a whole conversation in one go would keep the screen from answering.
  const viewerId = useDeferredValue(current);
  // Without a seed, the server and the first moment in a browser do not know who is signed in.
  return viewerId ? <ExchangeOf key={`${id} ${viewerId}`} id={id} viewerId={viewerId} seed={seed} /> : <ExchangeSkeleton />;
}

function ExchangeOf({ id, viewerId, seed }: { id: string; viewerId: string; seed: ExchangeQuery | null }) {
  const t = useTranslations('exchange');
  const frame = useTranslations('frame');
  const common = useTranslations('common');
  const client = useApolloClient();
  const [isDetailed, setIsDetailed] = useState(false);
  useSeed(ExchangeDocument, { id }, seed);
  // Asked for after a seed too: what came between the server's look and the socket's is in neither.
  // An answer that was asked for before a message came must not take it away: pages of messages are merged.
  const { data, error, loading, refetch } = useQuery(ExchangeDocument, { variables: { id }, fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first', refetchWritePolicy: 'merge' });
  const readAgain = () => void refetch().catch(() => {});
  const exchange = useDeferredValue(data?.exchange);
  useKeptExchange(id, viewerId, data);
  useLiveQuery(ExchangeUpdatedDocument, {
    variables: { id },
    isOn: Boolean(exchange),
    onData: ({ exchangeUpdated }) => client.cache.writeFragment({ id: `Exchange:${id}`, fragment: ExchangeViewFragmentDoc, fragmentName: 'ExchangeView', data: exchangeUpdated }),
    onGap: readAgain,
  });

  if (!exchange && (loading || data?.exchange)) return <ExchangeSkeleton />;
  if (!exchange && error) {
    return (
      <div className="column">
        <Empty icon={CloudOff} level={1} title={t('failedTitle')} action={<Button onClick={readAgain}>{common('tryAgain')}</Button>}>
          {describeError(error, common)}
        </Empty>
      </div>
    );
  }
  if (!exchange) {
    return (
      <div className="column">
        <Empty icon={CircleSlash2} level={1} title={frame('noAccessTitle')} action={<ButtonLink href="/exchanges">{frame('noAccessAction')}</ButtonLink>}>
          {frame('noAccessText')}
        </Empty>
      </div>
    );
  }
  return (
    <>
      <ExchangeHeader exchange={exchange} viewerId={viewerId} onDetails={() => setIsDetailed(true)} />
      <Conversation
        exchange={exchange}
        viewerId={viewerId}
        readAgain={readAgain}
        onDetails={() => setIsDetailed(true)}
        card={<SwapCard exchange={exchange} viewerId={viewerId} readAgain={readAgain} onDetails={() => setIsDetailed(true)} />}
      />
      <Sheet open={isDetailed} onOpenChange={setIsDetailed} title={t('details')}>
        <SwapDetails exchange={exchange} viewerId={viewerId} readAgain={readAgain} />
      </Sheet>
    </>
  );
}
