import { registerEnumType } from 'type-graphql';

export enum ItemStatus {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  RESERVED = 'RESERVED',
  EXCHANGED = 'EXCHANGED',
  WITHDRAWN = 'WITHDRAWN',
  EXPIRED = 'EXPIRED',
}
registerEnumType(ItemStatus, {
  name: 'ItemStatus',
  description: 'Where an item stands. Follows its exchange within 1 s.',
  valuesConfig: {
    DRAFT: { description: 'Not published yet. Comes with the listing’s life.' },
    PUBLISHED: { description: 'To be had.' },
    RESERVED: { description: 'Promised in an accepted exchange.' },
    EXCHANGED: { description: 'Handed over to someone else.' },
    WITHDRAWN: { description: 'Its owner has taken it back.' },
    EXPIRED: { description: 'Published for too long. Comes with the listing’s life.' },
  },
});

/** What the owner decided. */
export type Listing = 'PUBLISHED' | 'WITHDRAWN';
/** What exchanges says: whether the item is promised, or gone. */
export type Hold = 'NONE' | 'RESERVED' | 'EXCHANGED';

const STATUS: Record<Listing, Record<Hold, ItemStatus>> = {
  PUBLISHED: { NONE: ItemStatus.PUBLISHED, RESERVED: ItemStatus.RESERVED, EXCHANGED: ItemStatus.EXCHANGED },
  // A withdrawal ends the promise; what has been handed over can't be taken back.
  WITHDRAWN: { NONE: ItemStatus.WITHDRAWN, RESERVED: ItemStatus.WITHDRAWN, EXCHANGED: ItemStatus.EXCHANGED },
};

/** What others see of the two. */
export const toStatus = (listing: Listing, hold: Hold): ItemStatus => STATUS[listing][hold];

/** Items that anyone finds: PUBLISHED. In SQL, for a table or alias `item`. */
export const IS_LISTED = `item.listing = 'PUBLISHED' AND item.hold = 'NONE'`;
/** What anyone finds who asks for one person's items: PUBLISHED or RESERVED. In SQL, for a table or alias `item`. */
export const IS_SHOWN_BY_OWNER = `item.listing = 'PUBLISHED' AND item.hold <> 'EXCHANGED'`;
