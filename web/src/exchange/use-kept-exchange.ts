'use client';
import { useLocale } from 'next-intl';
import { useEffect } from 'react';
import { keepAnswer } from '@/offline/kept-answers';
import type { ExchangeQuery } from './exchange.generated';

/** So long nothing more has to come before it is worth writing down, in milliseconds. */
const CALM_MS = 1_000;

/** Keeps an exchange as it is known by now for when there is no network: what came live is in no answer. */
export function useKeptExchange(id: string, viewerId: string, data: unknown): void {
  const locale = useLocale();
  useEffect(() => {
    const exchange = (data as ExchangeQuery | undefined)?.exchange;
    if (!exchange?.messages) return;
    const timer = setTimeout(() => {
      keepAnswer({ operationName: 'Exchange', variables: { id }, locale, viewerId, data }).catch(() => {});
    }, CALM_MS);
    return () => clearTimeout(timer);
  }, [id, viewerId, locale, data]);
}
