import type { ExchangeChange } from '@secondlife/schema/events/exchanges';
import { ExchangeStatus } from './exchange-status.js';

/** What can be done to an exchange. Which confirmation it is depends on those before it: see `toConfirmation`. */
export const TURNS = ['ACCEPT', 'DECLINE', 'COUNTER', 'CANCEL', 'CONFIRM_FIRST', 'CONFIRM', 'CONFIRM_LAST', 'PAUSE', 'RESUME', 'LAPSE'] as const;
export type Turn = (typeof TURNS)[number];

/**
 * Who does it. REVISER made the last revision, OTHER takes part and did not, RECEIVER has yet to confirm a handover;
 * HOUSE is no person: the clock, another exchange, a withdrawn item.
 */
export const ROLES = ['REVISER', 'OTHER', 'RECEIVER', 'HOUSE'] as const;
export type Role = (typeof ROLES)[number];

/** When the present state ends by itself: at `expiresAt` while the clock runs, `remainingMs` after it runs again while it stands still. */
export interface Clock {
  expiresAt: Date | null;
  remainingMs: number | null;
}

export interface Rule {
  by: readonly Role[];
  to: ExchangeStatus;
  clock: (clock: Clock, now: Date) => Clock;
  /** What others are told has happened. */
  change: ExchangeChange;
  /** What becomes of the items' holds, and so of the rivals: paused, resumed, or cancelled. */
  holds?: 'TAKEN' | 'RELEASED' | 'KEPT';
}

const DAY_MS = 24 * 60 * 60 * 1000;
const after = (from: Date, ms: number): Date => new Date(from.getTime() + ms);

/** It runs for so many days from now. */
const fresh = (days: number) => (_: Clock, now: Date): Clock => ({ expiresAt: after(now, days * DAY_MS), remainingMs: null });
const longer = (days: number) => ({ expiresAt }: Clock): Clock => ({ expiresAt: expiresAt && after(expiresAt, days * DAY_MS), remainingMs: null });
const same = (clock: Clock): Clock => ({ expiresAt: clock.expiresAt, remainingMs: clock.remainingMs });
const paused = ({ expiresAt }: Clock, now: Date): Clock => ({ expiresAt: null, remainingMs: Math.max(0, (expiresAt ?? now).getTime() - now.getTime()) });
const resumed = ({ remainingMs }: Clock, now: Date): Clock => ({ expiresAt: after(now, remainingMs ?? 0), remainingMs: null });
const none = (): Clock => ({ expiresAt: null, remainingMs: null });

/** The clock of a new proposal. */
export const startClock = (now: Date): Clock => fresh(7)(none(), now);

const { PROPOSED, ACCEPTED, COMPLETED, DECLINED, CANCELLED, EXPIRED, DISPUTED } = ExchangeStatus;

/** Every rule there is; what is not in it is not allowed. */
const RULES: Record<ExchangeStatus, Partial<Record<Turn, Rule>>> = {
  [PROPOSED]: {
    ACCEPT: { by: ['OTHER'], to: ACCEPTED, clock: fresh(14), change: 'ACCEPTED', holds: 'TAKEN' },
    DECLINE: { by: ['OTHER'], to: DECLINED, clock: none, change: 'DECLINED' },
    COUNTER: { by: ['OTHER'], to: PROPOSED, clock: fresh(7), change: 'COUNTERED' },
    CANCEL: { by: ['REVISER', 'HOUSE'], to: CANCELLED, clock: none, change: 'CANCELLED' },
    PAUSE: { by: ['HOUSE'], to: PROPOSED, clock: paused, change: 'PAUSED' },
    RESUME: { by: ['HOUSE'], to: PROPOSED, clock: resumed, change: 'RESUMED' },
    LAPSE: { by: ['HOUSE'], to: EXPIRED, clock: none, change: 'EXPIRED' },
  },
  [ACCEPTED]: {
    CONFIRM_FIRST: { by: ['RECEIVER'], to: ACCEPTED, clock: longer(3), change: 'HANDED_OVER' },
    CONFIRM: { by: ['RECEIVER'], to: ACCEPTED, clock: same, change: 'HANDED_OVER' },
    CONFIRM_LAST: { by: ['RECEIVER'], to: COMPLETED, clock: none, change: 'COMPLETED', holds: 'KEPT' },
    CANCEL: { by: ['REVISER', 'OTHER', 'HOUSE'], to: CANCELLED, clock: none, change: 'CANCELLED', holds: 'RELEASED' },
    LAPSE: { by: ['HOUSE'], to: CANCELLED, clock: none, change: 'CANCELLED', holds: 'RELEASED' },
  },
  [COMPLETED]: {},
  [DECLINED]: {},
  [CANCELLED]: {},
  [EXPIRED]: {},
  [DISPUTED]: {},
};

/** The rule by which someone in one of these roles may do this now; null when they may not. */
export function findRule(status: ExchangeStatus, turn: Turn, roles: readonly Role[]): Rule | null {
  const rule = RULES[status][turn];
  return rule?.by.some((role) => roles.includes(role)) ? rule : null;
}

/** The rule by which the house does this; throws where there is none. */
export function getHouseRule(status: ExchangeStatus, turn: Turn): Rule {
  const rule = findRule(status, turn, ['HOUSE']);
  if (!rule) throw new Error(`The house may not ${turn} what is ${status}`);
  return rule;
}

/** Which confirmation the next one is, when `confirmed` of `total` legs are handed over. */
export function toConfirmation(confirmed: number, total: number): Turn {
  if (confirmed + 1 >= total) return 'CONFIRM_LAST';
  return confirmed === 0 ? 'CONFIRM_FIRST' : 'CONFIRM';
}

/** Whether the present state should have ended by itself. */
export const isDue = ({ expiresAt }: Clock, now: Date): boolean => expiresAt !== null && expiresAt <= now;

export const isOpen = (status: ExchangeStatus): boolean => status === PROPOSED || status === ACCEPTED;
