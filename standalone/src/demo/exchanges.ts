import { ACCEPTED_EXCHANGES } from './exchanges-accepted.js';
import { RECENT_EXCHANGES } from './exchanges-completed-recent.js';
import { EARLIER_EXCHANGES } from './exchanges-completed-earlier.js';
import { ENDED_EXCHANGES } from './exchanges-ended.js';
import { OPEN_EXCHANGES } from './exchanges-open.js';

/** What one side puts forward: the first proposal, or a counter-offer. */
export interface DemoRevision {
  /** A handle; the two take turns. */
  by: string;
  /** Keys of items of `by`. */
  offered: string[];
  /** Keys of items of the other. */
  requested: string[];
  note: string | null;
  daysAgo: number;
}

export interface DemoMessage {
  by: string;
  body: string;
  daysAgo: number;
}

export interface DemoReview {
  by: string;
  of: string;
  rating: 1 | 2 | 3 | 4 | 5;
  text: string;
}

/** An exchange between two people of the demo community. All days are counted back from the moment of seeding. */
export interface DemoExchange {
  key: string;
  proposer: string;
  other: string;
  status: 'PROPOSED' | 'ACCEPTED' | 'COMPLETED' | 'DECLINED' | 'CANCELLED' | 'EXPIRED';
  /** When the first revision was made. */
  startedDaysAgo: number;
  /** Oldest first; the last one is what was answered, or awaits an answer. */
  revisions: DemoRevision[];
  /** When the last revision was accepted; null if it never was. */
  acceptedDaysAgo: number | null;
  /** When it reached its final state; null while it is open. */
  endedDaysAgo: number | null;
  /** Who has confirmed that they received their part. */
  handedOverBy: string[];
  /** It waits for an accepted exchange that holds one of its items. */
  paused?: true;
  /** Oldest first. */
  messages: DemoMessage[];
  /** Of completed exchanges alone. */
  reviews: DemoReview[];
}

/** Sixty exchanges, in every state. */
export const DEMO_EXCHANGES: readonly DemoExchange[] = [
  ...OPEN_EXCHANGES,
  ...ACCEPTED_EXCHANGES,
  ...RECENT_EXCHANGES,
  ...EARLIER_EXCHANGES,
  ...ENDED_EXCHANGES,
];
