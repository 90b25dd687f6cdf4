/** As `ExchangeStatus` of the graph. */
export type ExchangeStatusName = 'PROPOSED' | 'ACCEPTED' | 'COMPLETED' | 'DECLINED' | 'CANCELLED' | 'EXPIRED' | 'DISPUTED';
/** What happened to an exchange: a turn of someone’s, the clock, or what another exchange did to its items. */
export type ExchangeChange = 'PROPOSED' | 'COUNTERED' | 'ACCEPTED' | 'DECLINED' | 'CANCELLED' | 'EXPIRED' | 'HANDED_OVER' | 'COMPLETED' | 'PAUSED' | 'RESUMED';

/** An exchange with what has just changed in it. */
export interface ExchangeState {
  id: string;
  status: ExchangeStatusName;
  participantIds: string[];
  change: ExchangeChange;
  /** Who did it; null when the clock or another exchange did. */
  actorId: string | null;
}

/** Whether an item is promised: the highest version is the truth. */
export interface ItemHoldState {
  itemId: string;
  hold: 'NONE' | 'RESERVED' | 'EXCHANGED';
}

/** What exchanges tells; the version is the exchange's, or that of the item's hold. */
export type ExchangesEvents = {
  'exchange.changed': ExchangeState;
  'item.hold_changed': ItemHoldState;
};
