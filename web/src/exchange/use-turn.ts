'use client';
import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { describeError } from '@/graph/describe-error';
import { say } from '@/ui/toasts';
import type { ExchangeViewFragment } from './exchange-view.generated';
import type { Turn } from './standing';
import type { TurnResultFragment } from './take-turn.generated';

interface TurnAnswer {
  result: TurnResultFragment;
}

/** Turns that are one step; to counter is a page of its own. */
export type SingleTurn = Exclude<Turn, 'counter'>;

/** Loaded when a turn is taken. */
async function readDocuments(): Promise<Record<SingleTurn, TypedDocumentNode<TurnAnswer, { id: string; revision: number }>>> {
  const { AcceptExchangeDocument, CancelExchangeDocument, ConfirmHandoverDocument, DeclineExchangeDocument } = await import('./take-turn.generated');
  return { accept: AcceptExchangeDocument, decline: DeclineExchangeDocument, cancel: CancelExchangeDocument, confirm: ConfirmHandoverDocument };
}

/**
 * Takes a turn on the offer that the viewer has seen. Nothing is shown before the graph has agreed: a promise is no
 * guess. Whatever kept it from happening is said, and where the exchange stands now is asked for.
 */
export function useTurn(exchange: Pick<ExchangeViewFragment, 'id' | 'revision'>, readAgain: () => void) {
  const t = useTranslations('exchange');
  const common = useTranslations('common');
  const client = useApolloClient();
  const [isBusy, setIsBusy] = useState(false);

  async function take(turn: SingleTurn): Promise<void> {
    setIsBusy(true);
    try {
      const { id, revision } = exchange;
      const documents = await readDocuments();
      const { data } = await client.mutate({ mutation: documents[turn], variables: { id, revision } });
      const result = data?.result;
      switch (result?.__typename) {
        case 'Exchange':
          return;
        case 'WrongState':
          say(result.status === 'PROPOSED' ? t('movedOffer') : t('movedState'));
          return readAgain();
        case 'ItemUnavailable':
        case 'NotFound':
          say(result.message);
          return readAgain();
        case undefined:
          return say(common('failedServer'));
        default:
          result satisfies never;
      }
    } catch (error) {
      say(describeError(error, common));
      // The answer may have been lost after the deed.
      readAgain();
    } finally {
      setIsBusy(false);
    }
  }
  return { take, isBusy };
}
