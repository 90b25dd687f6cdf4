'use client';
import { useQuery } from '@apollo/client/react';
import { ArrowUp, CloudOff, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { describeError } from '@/graph/describe-error';
import { useViewerId } from '@/session/session-context';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/empty';
import { ButtonLink } from '@/ui/link';
import { ExchangeRow } from './exchange-row';
import type { ExchangeRowFragment } from './exchange-row.generated';
import { OpenExchangesDocument, PastExchangesDocument } from './exchanges.generated';
import { PastExchanges } from './past-exchanges';
import { RowSkeletons } from './row-skeletons';
import { GROUPS } from './standing';
import { useArrangement } from './use-arrangement';

interface ExchangesListProps {
  /** The one whose conversation stands beside the list. */
  openId: string | null;
}

/** The viewer's exchanges, by what there is to do. */
export function ExchangesList({ openId }: ExchangesListProps) {
  const t = useTranslations('exchange');
  const common = useTranslations('common');
  const viewerId = useViewerId();
  const { data, error, refetch } = useQuery(OpenExchangesDocument, { skip: viewerId === null, fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' });
  const Title = openId ? 'h2' : 'h1';
  const open = data?.exchanges?.edges.map(({ node }) => node);
  return (
    <>
      <Title className="px-3 pt-6 pb-3 text-2xl desk:pt-1">{t('myExchanges')}</Title>
      {viewerId && open ? (
        <Rows open={open} viewerId={viewerId} openId={openId} />
      ) : error ? (
        <Empty icon={CloudOff} title={t('listFailedTitle')} action={<Button size="panel" onClick={() => void refetch().catch(() => {})}>{common('tryAgain')}</Button>}>
          {describeError(error, common)}
        </Empty>
      ) : (
        <RowSkeletons count={7} />
      )}
    </>
  );
}

function Rows({ open, viewerId, openId }: { open: readonly ExchangeRowFragment[]; viewerId: string; openId: string | null }) {
  const t = useTranslations('exchange');
  const { places, hasChanged, renew, top, list } = useArrangement(open, viewerId);
  const byId = new Map(open.map((exchange) => [exchange.id, exchange]));
  const rowsOf = (group: (typeof GROUPS)[number]) => places.filter((place) => place.group === group).flatMap(({ id }) => byId.get(id) ?? []);
  const past = useQuery(PastExchangesDocument, { variables: {}, skip: open.length > 0 });
  const isEmpty = open.length === 0 && past.data?.exchanges?.edges.length === 0;
  if (isEmpty) {
    return (
      <Empty
        icon={RefreshCw}
        title={t('emptyTitle')}
        action={
          <>
            <ButtonLink href="/search" size="panel">
              {t('search')}
            </ButtonLink>
            <ButtonLink href="/publish" variant="outline" size="panel">
              {t('publish')}
            </ButtonLink>
          </>
        }
      >
        {t('emptyText')}
      </Empty>
    );
  }
  return (
    <div ref={list} className="pb-8">
      <div ref={top} className="h-px" />
      {hasChanged && (
        <div className="sticky top-3 z-10 flex h-0 justify-center">
          <Button size="pill" onClick={renew}>
            <ArrowUp aria-hidden />
            {t('listChanged')}
          </Button>
        </div>
      )}
      {GROUPS.filter((group) => group !== 'past').map((group) => {
        const rows = rowsOf(group);
        return (
          rows.length > 0 && (
            <section key={group} aria-labelledby={`exchanges-${group}`}>
              <h2 id={`exchanges-${group}`} className="mt-6 mb-1.5 px-3 font-text text-base font-semibold tracking-normal first:mt-2">
                {t(`group.${group}`)}
              </h2>
              {rows.map((exchange) => (
                <ExchangeRow key={exchange.id} exchange={exchange} viewerId={viewerId} isOpen={exchange.id === openId} />
              ))}
            </section>
          )
        );
      })}
      <PastExchanges justPast={rowsOf('past')} viewerId={viewerId} openId={openId} />
    </div>
  );
}
