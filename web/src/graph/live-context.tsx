'use client';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { createContext, useContext, useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { Live, LiveState } from './live';

const LiveContext = createContext<Live | null>(null);
export const LiveProvider = LiveContext.Provider;

/** Whether live queries are heard. */
export function useLiveState(): LiveState {
  const live = useContext(LiveContext);
  return useSyncExternalStore(live?.subscribe ?? (() => () => {}), () => live?.getState() ?? 'idle', () => 'idle');
}

export interface LiveQueryOptions<Data, Variables> {
  variables: Variables;
  /** False: not yet, or no longer. */
  isOn: boolean;
  onData(data: Data): void;
  /** Something may have been missed: read again. Also called when the live query is refused for good. */
  onGap(): void;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** Errors after which asking again is of no use. */
const FINAL = new Set(['FORBIDDEN', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'UNAUTHENTICATED']);

const isFinal = (error: unknown): boolean =>
  ((error as { errors?: { extensions?: { code?: string } }[] }).errors ?? []).some(({ extensions }) => FINAL.has(extensions?.code ?? ''));

/**
 * Follows a subscription as long as it is on the screen. It comes back by itself after the socket was lost and after
 * the graph ended it, and tells by `onGap` when events may have been missed.
 */
export function useLiveQuery<Data, Variables extends OperationVariables>(document: TypedDocumentNode<Data, Variables>, options: LiveQueryOptions<Data, Variables>): void {
  const live = useContext(LiveContext);
  const client = useApolloClient();
  const { variables, isOn } = options;
  const onData = useEffectEvent(options.onData);
  const onGap = useEffectEvent(options.onGap);
  const key = JSON.stringify(variables);

  useEffect(() => {
    if (!live || !isOn) return;
    let waitMs = FIRST_WAIT_MS;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let inner: { unsubscribe(): void } | undefined;

    function follow(): void {
      inner = client.subscribe({ query: document, variables: JSON.parse(key) as Variables, fetchPolicy: 'no-cache' }).subscribe({
        next: ({ data, error }) => {
          if (error) return fail(error);
          waitMs = FIRST_WAIT_MS;
          if (data) onData(data);
        },
        error: fail,
        complete: () => fail(null),
      });
    }
    function fail(error: unknown): void {
      inner?.unsubscribe();
      onGap();
      if (error && isFinal(error)) return;
      timer = setTimeout(follow, waitMs);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    }

    follow();
    const stopHearing = live.onReturn(() => onGap());
    return () => {
      clearTimeout(timer);
      inner?.unsubscribe();
      stopHearing();
    };
  }, [live, client, document, key, isOn]);
}
