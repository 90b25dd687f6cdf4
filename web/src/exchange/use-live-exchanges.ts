'use client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { ViewerBadgeDocument } from '@/frame/viewer-badge.generated';
import { useLiveQuery } from '@/graph/live-context';
import { ExchangeRowFragmentDoc } from './exchange-row.generated';
import { AnyConversationChangedDocument, AnyExchangeUpdatedDocument, OpenExchangesDocument, UnreadFragmentDoc } from './exchanges.generated';

/** Changes in quick succession are asked about once, in milliseconds. */
const TOGETHER_MS = 250;

/** Keeps the count of unread messages and the rows of exchanges fresh, on whichever page. */
export function useLiveExchanges(): void {
  const client = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isListStale = useRef(false);

  const knowsList = () => client.readQuery({ query: OpenExchangesDocument })?.exchanges?.edges;

  /** Asks again for what stands in the frame; and for the list, where it was ever shown and lacks something. */
  function readSoon(isListToo: boolean): void {
    isListStale.current ||= isListToo;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      client.query({ query: ViewerBadgeDocument, fetchPolicy: 'network-only' }).catch(() => {});
      if (isListStale.current && knowsList()) client.query({ query: OpenExchangesDocument, fetchPolicy: 'network-only' }).catch(() => {});
      isListStale.current = false;
    }, TOGETHER_MS);
  }

  useLiveQuery(AnyConversationChangedDocument, {
    variables: {},
    isOn: true,
    onData({ conversationChanged }) {
      client.cache.writeFragment({ id: `Exchange:${conversationChanged.id}`, fragment: UnreadFragmentDoc, fragmentName: 'Unread', data: conversationChanged });
      readSoon(false);
    },
    onGap: () => readSoon(true),
  });
  useLiveQuery(AnyExchangeUpdatedDocument, {
    variables: {},
    isOn: true,
    onData({ exchangeUpdated }) {
      client.cache.writeFragment({ id: `Exchange:${exchangeUpdated.id}`, fragment: ExchangeRowFragmentDoc, fragmentName: 'ExchangeRow', data: exchangeUpdated });
      readSoon(!knowsList()?.some(({ node }) => node.id === exchangeUpdated.id));
    },
    onGap: () => readSoon(true),
  });

  const onVisible = useEffectEvent(() => document.visibilityState === 'visible' && readSoon(true));
  useEffect(() => {
    const listener = () => void onVisible();
    document.addEventListener('visibilitychange', listener);
    return () => {
      document.removeEventListener('visibilitychange', listener);
      clearTimeout(timer.current);
    };
  }, []);
}
