import type { ExchangeStatus } from '@/graph/schema.generated';

/** What the rules of an exchange are read from. */
export interface StandingParts {
  status: ExchangeStatus;
  isPaused: boolean;
  awaiting: readonly ({ id: string } | null)[];
  legs: readonly { receiver: { id: string } | null; handedOverAt: string | null }[];
}

/** Where an exchange stands as one of those who take part sees it. */
export type Standing =
  | 'answer'
  | 'answerPaused'
  | 'wait'
  | 'waitPaused'
  | 'handOver'
  | 'confirmLast'
  | 'waitConfirm'
  | 'completed'
  | 'declined'
  | 'cancelled'
  | 'expired'
  | 'disputed';

/** What can be done to an exchange. */
export type Turn = 'accept' | 'counter' | 'decline' | 'confirm' | 'cancel';

/** Parts of the list of exchanges, by what there is to do. */
export const GROUPS = ['turn', 'waiting', 'agreed', 'past'] as const;
export type Group = (typeof GROUPS)[number];

interface StandingRule {
  group: Group;
  /** The ground that says it without words: agreed, asked of you, waiting, over. */
  tone: 'agreed' | 'asked' | 'waiting' | 'over';
  /** What the viewer may do now, the first one first. */
  turns: readonly Turn[];
}

/** What follows from where an exchange stands. */
export const STANDINGS: Record<Standing, StandingRule> = {
  answer: { group: 'turn', tone: 'asked', turns: ['accept', 'counter', 'decline'] },
  answerPaused: { group: 'waiting', tone: 'waiting', turns: ['counter', 'decline'] },
  wait: { group: 'waiting', tone: 'waiting', turns: ['cancel'] },
  waitPaused: { group: 'waiting', tone: 'waiting', turns: ['cancel'] },
  handOver: { group: 'agreed', tone: 'agreed', turns: ['confirm', 'cancel'] },
  confirmLast: { group: 'turn', tone: 'asked', turns: ['confirm', 'cancel'] },
  waitConfirm: { group: 'agreed', tone: 'agreed', turns: ['cancel'] },
  completed: { group: 'past', tone: 'agreed', turns: [] },
  declined: { group: 'past', tone: 'over', turns: [] },
  cancelled: { group: 'past', tone: 'over', turns: [] },
  expired: { group: 'past', tone: 'over', turns: [] },
  disputed: { group: 'agreed', tone: 'asked', turns: [] },
};

/** Where an exchange stands for the viewer. */
export function toStanding(exchange: StandingParts, viewerId: string): Standing {
  const { status, isPaused, awaiting, legs } = exchange;
  const isMine = awaiting.some((person) => person?.id === viewerId);
  switch (status) {
    case 'PROPOSED':
      if (isMine) return isPaused ? 'answerPaused' : 'answer';
      return isPaused ? 'waitPaused' : 'wait';
    case 'ACCEPTED':
      if (!isMine) return 'waitConfirm';
      return legs.some(({ handedOverAt }) => handedOverAt !== null) ? 'confirmLast' : 'handOver';
    case 'COMPLETED':
      return 'completed';
    case 'DECLINED':
      return 'declined';
    case 'CANCELLED':
      return 'cancelled';
    case 'EXPIRED':
      return 'expired';
    case 'DISPUTED':
      return 'disputed';
    default:
      return status satisfies never;
  }
}
