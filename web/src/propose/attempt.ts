/** What is put on the table. */
export interface Offer {
  offeredItemIds: string[];
  requestedItemIds: string[];
  note: string;
}

/** A try to send an offer, whose answer may have been lost. */
export interface Attempt {
  idempotencyKey: string;
  /** What was sent under the key. */
  offer: Offer;
}

const isSame = (a: Offer, b: Offer): boolean => JSON.stringify([a.offeredItemIds, a.requestedItemIds, a.note]) === JSON.stringify([b.offeredItemIds, b.requestedItemIds, b.note]);

/** The try to send this offer: the same again has the same key, and makes no second proposal; another offer has its own. */
export const toAttempt = (last: Attempt | null, offer: Offer, createKey: () => string): Attempt => (last && isSame(last.offer, offer) ? last : { idempotencyKey: createKey(), offer });
