'use client';
import { useMutation, useQuery } from '@apollo/client/react';
import { CircleSlash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import { ExchangeDocument, type ExchangeQuery } from '@/exchange/exchange.generated';
import { toShortName, toSides } from '@/exchange/sides';
import { STANDINGS, toStanding } from '@/exchange/standing';
import type { SwapItemFragment } from '@/exchange/swap-item.generated';
import { useDraft } from '@/exchange/use-draft';
import { PageHeader } from '@/frame/page-header';
import { describeError } from '@/graph/describe-error';
import { useRouter } from '@/i18n/navigation';
import { useViewerId } from '@/session/session-context';
import { Empty } from '@/ui/empty';
import { ButtonLink } from '@/ui/link';
import { countCharacters, MOST_NOTE } from './note-field';
import { OfferForm } from './offer-form';
import { ProposeSkeleton } from './propose-skeleton';
import { CounterExchangeDocument, ItemsOfDocument } from './propose.generated';
import { toggle } from './toggle';

type ExchangeToChange = NonNullable<ExchangeQuery['exchange']>;

/** Answers a proposal with another one. */
export function CounterScreen({ id }: { id: string }) {
  const t = useTranslations('propose');
  const frame = useTranslations('frame');
  const common = useTranslations('common');
  const viewerId = useViewerId();
  const { data, error } = useQuery(ExchangeDocument, { variables: { id }, skip: viewerId === null });
  const exchange = data?.exchange;
  return (
    <div className="column desk:page">
      <PageHeader title={t('yourCounter')} isHeading={false} fallback={`/exchanges/${id}`} isTask />
      {exchange && viewerId ? (
        // Another revision is another thing to start from; the word that was written for it stays.
        <Counter key={`${viewerId} ${exchange.revision}`} exchange={exchange} viewerId={viewerId} />
      ) : exchange === null || error ? (
        <Empty icon={CircleSlash2} level={1} title={frame('noAccessTitle')} action={<ButtonLink href="/exchanges">{frame('noAccessAction')}</ButtonLink>}>
          {error ? describeError(error, common) : frame('noAccessText')}
        </Empty>
      ) : (
        <ProposeSkeleton />
      )}
    </div>
  );
}

interface CounterDraft {
  /** Which revision the choice is about. */
  revision: number;
  mine: string[];
  theirs: string[];
  note: string;
}

const toIds = (items: readonly SwapItemFragment[]): string[] => items.map(({ id }) => id);
const isSameSet = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id) => b.includes(id));

/** What can be put on the table: what is free, and what is on it already. */
function toCandidates(items: readonly SwapItemFragment[] | undefined, onTable: readonly SwapItemFragment[]): SwapItemFragment[] | null {
  if (!items) return null;
  return [...onTable, ...items.filter(({ id, status }) => status === 'PUBLISHED' && !onTable.some((item) => item.id === id))];
}

function Counter({ exchange, viewerId }: { exchange: ExchangeToChange; viewerId: string }) {
  const t = useTranslations('propose');
  const common = useTranslations('common');
  const router = useRouter();
  const { id, revision } = exchange;
  const { other, mine: mineBefore, theirs: theirsBefore } = toSides(exchange, viewerId);
  const start: CounterDraft = { revision, mine: toIds(mineBefore), theirs: toIds(theirsBefore), note: '' };
  const { value: kept, isReady, change, clear } = useDraft(`counter:${viewerId}:${id}`, start);
  // A choice about an offer that is no longer on the table begins anew.
  const draft = kept.revision === revision ? kept : { ...start, note: kept.note };
  const published = useSearchParams().get('mine');
  // Back from publishing with something new: that is what one wants to give.
  const takePublished = useEffectEvent(() => published && !draft.mine.includes(published) && change({ ...draft, mine: [...draft.mine, published] }));
  useEffect(() => {
    if (isReady) takePublished();
  }, [isReady, published]);
  const [problem, setProblem] = useState<string | null>(null);
  const [counter, { loading: isBusy }] = useMutation(CounterExchangeDocument);
  const { refetch } = useQuery(ExchangeDocument, { variables: { id }, fetchPolicy: 'cache-only' });
  const own = useQuery(ItemsOfDocument, { variables: { ownerId: viewerId }, fetchPolicy: 'cache-and-network' });
  const others = useQuery(ItemsOfDocument, { variables: { ownerId: other?.id ?? '' }, skip: !other, fetchPolicy: 'cache-and-network' });
  const name = other ? toShortName(other.displayName) : t('theOwner');

  if (!STANDINGS[toStanding(exchange, viewerId)].turns.includes('counter')) {
    return (
      <Empty icon={CircleSlash2} level={1} title={t('notYourTurnTitle')} action={<ButtonLink href={`/exchanges/${id}`}>{t('seeExchange')}</ButtonLink>}>
        {t('notYourTurnText')}
      </Empty>
    );
  }

  const mineToGive = toCandidates(own.data?.items?.edges.map(({ node }) => node), mineBefore);
  const theirsToGive = toCandidates(others.data?.items?.edges.map(({ node }) => node), theirsBefore);
  const choose = (candidates: SwapItemFragment[] | null, onTable: SwapItemFragment[], ids: string[]) => (candidates ?? onTable).filter((item) => ids.includes(item.id));
  const mine = choose(mineToGive, mineBefore, draft.mine);
  const theirs = choose(theirsToGive, theirsBefore, draft.theirs);
  const isChanged = !isSameSet(toIds(mine), toIds(mineBefore)) || !isSameSet(toIds(theirs), toIds(theirsBefore));

  async function submit(): Promise<void> {
    setProblem(null);
    if (!isChanged) return setProblem(t('nothingChanged'));
    try {
      const { data } = await counter({ variables: { input: { exchangeId: id, offeredItemIds: toIds(mine), requestedItemIds: toIds(theirs), note: draft.note.trim() } } });
      const result = data?.counterExchange;
      switch (result?.__typename) {
        case 'Exchange':
          clear();
          return router.replace(`/exchanges/${id}`);
        case 'ItemUnavailable': {
          const gone = new Set(result.itemIds);
          const titles = [...mine, ...theirs].filter((item) => gone.has(item.id)).map(({ title }) => title);
          change({ ...draft, mine: draft.mine.filter((each) => !gone.has(each)), theirs: draft.theirs.filter((each) => !gone.has(each)) });
          setProblem(t('unavailable', { titles: titles.join(', ') }));
          await Promise.allSettled([own.refetch(), others.refetch()]);
          return;
        }
        case 'WrongState':
        case 'NotFound':
          setProblem(result.message);
          await refetch();
          return;
        case 'InvalidInput':
          return setProblem(result.message);
        case undefined:
          return setProblem(common('failedServer'));
        default:
          result satisfies never;
      }
    } catch (error) {
      setProblem(describeError(error, common));
      // The answer may have been lost after the deed: if it was done, the page says that it is the other's turn.
      void refetch().catch(() => {});
    }
  }

  return (
    <OfferForm
      name={name}
      mine={{ chosen: mine, candidates: mineToGive, before: mineBefore }}
      theirs={{ chosen: theirs, candidates: theirsToGive, before: theirsBefore }}
      note={draft.note}
      publishHref={`/publish?then=${encodeURIComponent(`/exchanges/${id}/counter`)}`}
      problem={problem}
      submitLabel={t('sendCounter')}
      isSubmittable={mine.length > 0 && theirs.length > 0 && countCharacters(draft.note) <= MOST_NOTE}
      isBusy={isBusy}
      onToggle={(side, itemId) => {
        setProblem(null);
        change({ ...draft, [side]: toggle(draft[side], itemId) });
      }}
      onNote={(note) => change({ ...draft, note })}
      onSubmit={() => void submit()}
    />
  );
}
