import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ItemState } from '@secondlife/schema/events/items';

/** What this service knows of an item; items owns it. Never deleted: its row is the lock of all that concerns the item. */
@Entity('known_item')
export class KnownItemRow {
  @PrimaryColumn('uuid')
  itemId: string;

  @Column('uuid')
  ownerId: string;

  @Column('text')
  listing: ItemState['listing'];

  /** The item's own. */
  @Column('integer')
  version: number;
}
