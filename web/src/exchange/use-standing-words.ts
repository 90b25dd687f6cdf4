'use client';
import { useFormatter, useNow, useTimeZone, useTranslations } from 'next-intl';
import { toNearness } from './deadline';
import type { ExchangeRowFragment } from './exchange-row.generated';
import { toShortName, toSides } from './sides';
import { toStanding, type Standing } from './standing';

export interface StandingWords {
  standing: Standing;
  /** Where it stands, in a word or two. */
  title: string;
  /** What comes next, and until when. */
  next: string;
  /** The same with the day and the hour. */
  nextInFull: string;
}

const MINUTE_MS = 60_000;

/** Where an exchange stands and what comes next, in words, for the viewer. */
export function useStandingWords(exchange: ExchangeRowFragment, viewerId: string): StandingWords {
  const t = useTranslations('exchange');
  const format = useFormatter();
  const now = useNow({ updateInterval: MINUTE_MS });
  const timeZone = useTimeZone() ?? 'UTC';
  const standing = toStanding(exchange, viewerId);
  const { other } = toSides(exchange, viewerId);

  function toUntil(isInFull: boolean): string {
    const at = Date.parse(exchange.expiresAt ?? '');
    if (Number.isNaN(at)) return '';
    const time = format.dateTime(at, { timeStyle: 'short' });
    const nearness = toNearness(at, now.getTime(), timeZone);
    if (isInFull) {
      const date = format.dateTime(at, { ...(nearness !== 'tomorrow' && { weekday: 'long' }), day: 'numeric', month: 'short' });
      return t(`until.${nearness}InFull`, { time, date });
    }
    return t(`until.${nearness}`, { time, weekday: format.dateTime(at, { weekday: 'long' }), date: format.dateTime(at, { day: 'numeric', month: 'long' }) });
  }

  const name = other ? toShortName(other.displayName) : t('someone');
  return {
    standing,
    title: t(`standing.${standing}.title`),
    next: t(`standing.${standing}.next`, { name, until: toUntil(false) }),
    nextInFull: t(`standing.${standing}.next`, { name, until: toUntil(true) }),
  };
}
