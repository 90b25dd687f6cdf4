'use client';
import { useQuery } from '@apollo/client/react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/ui/button';
import { ExchangeRow } from './exchange-row';
import type { ExchangeRowFragment } from './exchange-row.generated';
import { PastExchangesDocument } from './exchanges.generated';
import { RowSkeletons } from './row-skeletons';

interface PastExchangesProps {
  /** Over since the list was asked for. */
  justPast: readonly ExchangeRowFragment[];
  viewerId: string;
  openId: string | null;
}

/** What is over, asked for when one comes near it, page by page. */
export function PastExchanges({ justPast, viewerId, openId }: PastExchangesProps) {
  const t = useTranslations('exchange');
  const common = useTranslations('common');
  const place = useRef<HTMLElement>(null);
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const near = new IntersectionObserver(([entry]) => entry?.isIntersecting && setIsNear(true), { rootMargin: '300px' });
    near.observe(place.current!);
    return () => near.disconnect();
  }, []);
  const { data, loading, error, fetchMore, refetch } = useQuery(PastExchangesDocument, { variables: {}, skip: !isNear });
  const connection = data?.exchanges;
  const known = (connection?.edges ?? []).map(({ node }) => node);
  const exchanges = [...justPast.filter(({ id }) => !known.some((each) => each.id === id)), ...known];
  const { hasNextPage, endCursor } = connection?.pageInfo ?? {};
  const isEmpty = connection && exchanges.length === 0;
  return (
    <section ref={place} aria-labelledby="exchanges-past" className={isEmpty ? 'hidden' : undefined}>
      <h2 id="exchanges-past" className="mt-6 mb-1.5 px-3 font-text text-base font-semibold tracking-normal">
        {t('group.past')}
      </h2>
      {exchanges.map((exchange) => (
        <ExchangeRow key={exchange.id} exchange={exchange} viewerId={viewerId} isOpen={exchange.id === openId} />
      ))}
      {!connection && !error && <RowSkeletons count={4} />}
      {!connection && error && (
        <Button variant="outline" size="panel" className="m-3" onClick={() => void refetch().catch(() => {})}>
          {common('tryAgain')}
        </Button>
      )}
      {hasNextPage && (
        <Button variant="outline" size="panel" className="m-3" disabled={loading} onClick={() => void fetchMore({ variables: { after: endCursor ?? null } }).catch(() => {})}>
          {common('more')}
        </Button>
      )}
    </section>
  );
}
