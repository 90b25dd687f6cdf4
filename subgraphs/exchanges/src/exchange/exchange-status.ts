import { registerEnumType } from 'type-graphql';

export enum ExchangeStatus {
  PROPOSED = 'PROPOSED',
  ACCEPTED = 'ACCEPTED',
  COMPLETED = 'COMPLETED',
  DECLINED = 'DECLINED',
  CANCELLED = 'CANCELLED',
  EXPIRED = 'EXPIRED',
  DISPUTED = 'DISPUTED',
}
registerEnumType(ExchangeStatus, {
  name: 'ExchangeStatus',
  description: 'Where an exchange stands.',
  valuesConfig: {
    PROPOSED: { description: 'Someone waits for an answer, for 7 days.' },
    ACCEPTED: { description: 'Promised: its items are held for it. Within 14 days each receiver confirms the handover; the first to confirm adds 3 days.' },
    COMPLETED: { description: 'Everyone has what they were to receive.' },
    DECLINED: { description: 'Answered with no.' },
    CANCELLED: { description: 'Called off: by someone who takes part, because an item is gone, or because an accepted one was not handed over in time.' },
    EXPIRED: { description: 'A proposal that nobody answered in time.' },
    DISPUTED: { description: 'Someone says that the handover went wrong; no exchange gets here yet.' },
  },
});
