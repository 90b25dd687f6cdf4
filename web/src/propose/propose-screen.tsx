'use client';
import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { PackageX, UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import { toShortName } from '@/exchange/sides';
import { useDraft } from '@/exchange/use-draft';
import { PageHeader } from '@/frame/page-header';
import { describeError } from '@/graph/describe-error';
import type { GraphContext } from '@/graph/links/retry-link';
import { newId } from '@/graph/new-id';
import { useSeededQuery } from '@/graph/use-seeded-query';
import { useRouter } from '@/i18n/navigation';
import { useViewerId } from '@/session/session-context';
import { Empty } from '@/ui/empty';
import { ButtonLink } from '@/ui/link';
import { toAttempt, type Attempt } from './attempt';
import { countCharacters, MOST_NOTE } from './note-field';
import { OfferForm } from './offer-form';
import { ProposeSkeleton } from './propose-skeleton';
import { ItemsOfDocument, ProposeExchangeDocument, ProposeItemDocument, type ProposeItemQuery } from './propose.generated';
import { toggle } from './toggle';

type ItemToGet = NonNullable<ProposeItemQuery['item']>;

interface ProposeScreenProps {
  id: string;
  seed: ProposeItemQuery | null;
}

/** Proposes a swap for an item: what one gives for it, and a word. */
export function ProposeScreen({ id, seed }: ProposeScreenProps) {
  const t = useTranslations('propose');
  const viewerId = useViewerId();
  const { data, error } = useSeededQuery(ProposeItemDocument, { id }, seed);
  const common = useTranslations('common');
  const item = data?.item;
  return (
    <div className="column desk:page">
      <PageHeader title={t('yourProposal')} isHeading={false} fallback={`/items/${id}`} isTask />
      {item && viewerId ? (
        <Proposal key={viewerId} item={item} viewerId={viewerId} />
      ) : item === null || error ? (
        <Empty icon={PackageX} level={1} title={t('goneTitle')} action={<ButtonLink href="/search">{t('search')}</ButtonLink>}>
          {error ? describeError(error, common) : t('goneText')}
        </Empty>
      ) : (
        <ProposeSkeleton />
      )}
    </div>
  );
}

interface ProposalDraft {
  mine: string[];
  /** Beside the item itself. */
  more: string[];
  note: string;
  attempt: Attempt | null;
}

const NOTHING: ProposalDraft = { mine: [], more: [], note: '', attempt: null };

function Proposal({ item, viewerId }: { item: ItemToGet; viewerId: string }) {
  const t = useTranslations('propose');
  const common = useTranslations('common');
  const client = useApolloClient();
  const router = useRouter();
  const published = useSearchParams().get('mine');
  const { value: draft, isReady, change, clear } = useDraft(`propose:${viewerId}:${item.id}`, NOTHING);
  const [problem, setProblem] = useState<string | null>(null);
  const [propose, { loading: isBusy }] = useMutation(ProposeExchangeDocument);
  const { data: own } = useQuery(ItemsOfDocument, { variables: { ownerId: viewerId }, fetchPolicy: 'cache-and-network' });

  // Back from publishing with something new: that is what one wants to give.
  const takePublished = useEffectEvent(() => published && !draft.mine.includes(published) && change({ ...draft, mine: [...draft.mine, published] }));
  useEffect(() => {
    if (isReady) takePublished();
  }, [isReady, published]);

  const owner = item.owner;
  if (owner?.id === viewerId) {
    return (
      <Empty icon={UserRound} level={1} title={t('ownTitle')} action={<ButtonLink href={`/items/${item.id}`}>{t('ownAction')}</ButtonLink>}>
        {t('ownText')}
      </Empty>
    );
  }
  if (item.status !== 'PUBLISHED') {
    return (
      <Empty
        icon={PackageX}
        level={1}
        title={t(item.status === 'RESERVED' ? 'reservedTitle' : 'goneTitle')}
        action={
          <>
            <ButtonLink href="/search">{t('search')}</ButtonLink>
            {owner && (
              <ButtonLink href={`/users/${owner.id}`} variant="outline">
                {t('ownersItems')}
              </ButtonLink>
            )}
          </>
        }
      >
        {t(item.status === 'RESERVED' ? 'reservedText' : 'goneText')}
      </Empty>
    );
  }

  const name = owner ? toShortName(owner.displayName) : t('theOwner');
  const mineToGive = own?.items?.edges.map(({ node }) => node).filter(({ status }) => status === 'PUBLISHED') ?? null;
  // The item that one came for stays in any case.
  const theirsToGive = (owner?.items?.edges ?? []).map(({ node }) => node).filter(({ id, status }) => id !== item.id && status === 'PUBLISHED');
  const mine = (mineToGive ?? []).filter(({ id }) => draft.mine.includes(id));
  const theirs = [item, ...theirsToGive.filter(({ id }) => draft.more.includes(id))];

  async function submit(): Promise<void> {
    setProblem(null);
    const offer = { offeredItemIds: mine.map(({ id }) => id), requestedItemIds: theirs.map(({ id }) => id), note: draft.note.trim() };
    const attempt = toAttempt(draft.attempt, offer, newId);
    change({ ...draft, attempt });
    try {
      const { data } = await propose({ variables: { input: { ...offer, idempotencyKey: attempt.idempotencyKey } }, context: { isIdempotent: true } satisfies GraphContext });
      const result = data?.proposeExchange;
      switch (result?.__typename) {
        case 'Exchange':
          clear();
          return router.replace(`/exchanges/${result.id}`);
        case 'ItemUnavailable': {
          const gone = new Set(result.itemIds);
          const titles = [...mine, ...theirs].filter(({ id }) => gone.has(id)).map(({ title }) => title);
          change({ ...draft, mine: draft.mine.filter((id) => !gone.has(id)), more: draft.more.filter((id) => !gone.has(id)), attempt: null });
          setProblem(t('unavailable', { titles: titles.join(', ') }));
          // Statuses are another by now; if it is the item itself, the page says so.
          await client.refetchQueries({ include: [ProposeItemDocument, ItemsOfDocument] });
          return;
        }
        case 'InvalidInput':
          change({ ...draft, attempt: null });
          return setProblem(result.message);
        case 'RateLimited':
          return setProblem(common('failedTooMany', { seconds: result.retryAfterSeconds }));
        case undefined:
          return setProblem(common('failedServer'));
        default:
          result satisfies never;
      }
    } catch (error) {
      setProblem(describeError(error, common));
    }
  }

  return (
    <OfferForm
      name={name}
      mine={{ chosen: mine, candidates: mineToGive }}
      theirs={{ chosen: theirs, candidates: theirsToGive, fixedId: item.id }}
      note={draft.note}
      publishHref={`/publish?then=${encodeURIComponent(`/items/${item.id}/propose`)}`}
      problem={problem}
      submitLabel={t('send')}
      isSubmittable={mine.length > 0 && countCharacters(draft.note) <= MOST_NOTE}
      isBusy={isBusy}
      onToggle={(side, id) => {
        setProblem(null);
        change(side === 'mine' ? { ...draft, mine: toggle(draft.mine, id) } : { ...draft, more: toggle(draft.more, id) });
      }}
      onNote={(note) => change({ ...draft, note })}
      onSubmit={() => void submit()}
    />
  );
}
