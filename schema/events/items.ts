/** An item as exchanges must know it. */
export interface ItemState {
  id: string;
  ownerId: string;
  /** What the owner decided; whether it is promised is for exchanges to say. */
  listing: 'PUBLISHED' | 'WITHDRAWN';
}

/** What items tells; the version is the item's. */
export type ItemsEvents = {
  'item.published': ItemState;
  'item.withdrawn': ItemState;
};
