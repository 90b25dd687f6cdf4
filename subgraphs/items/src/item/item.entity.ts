import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { Category, getCategory } from '../category/category.js';
import type { Point } from '../place/distance.js';
import { ApproximatePlace, toApproximatePlace } from '../place/place.js';
import { User } from '../user/user.stub.js';
import { ItemStatus, toStatus, type Hold, type Listing } from './item-status.js';

export enum ItemCondition {
  NEW = 'NEW',
  LIKE_NEW = 'LIKE_NEW',
  GOOD = 'GOOD',
  FAIR = 'FAIR',
  FOR_PARTS = 'FOR_PARTS',
}
registerEnumType(ItemCondition, {
  name: 'ItemCondition',
  description: 'How worn an item is.',
  valuesConfig: {
    NEW: { description: 'Never used.' },
    LIKE_NEW: { description: 'Used, and it does not show.' },
    GOOD: { description: 'Shows use; everything works.' },
    FAIR: { description: 'Worn, but does its work.' },
    FOR_PARTS: { description: 'Broken: for parts or for who can mend it.' },
  },
});

/** Something that a person gives away in exchange; only what is a `@Field` is for others to see. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'Something that a person gives away in exchange for something else.' })
@Entity('item')
export class Item {
  @Field(() => ID, { description: 'Opaque.' })
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  ownerId: string;

  @Field({ description: 'What it is, 3..80 characters.' })
  @Column('text')
  title: string;

  @Field({ description: 'What there is to know of it, 1..4000 characters, with line breaks.' })
  @Column('text')
  description: string;

  @Field(() => ItemCondition, { description: 'How worn it is.' })
  @Column('text')
  condition: ItemCondition;

  @Column('uuid')
  categoryId: string;

  @Field(() => String, { nullable: true, description: 'What the owner would like in return, in words.' })
  @Column('text', { nullable: true })
  wishes: string | null;

  @Column('text')
  listing: Listing;

  @Column('text')
  hold: Hold;

  /** The version of the event that told `hold`. */
  @Column('integer')
  holdVersion: number;

  @Field(() => Date, { nullable: true, description: 'When it was published; null for what never was.' })
  @Column('timestamptz')
  publishedAt: Date;

  /** Where it really is: read by nothing but what coarsens it, and never loaded with the row. */
  @Column('double precision', { nullable: true, select: false })
  trueLat: number | null;

  @Column('double precision', { nullable: true, select: false })
  trueLng: number | null;

  /** What is shown of where it is. */
  @Column('double precision', { nullable: true })
  placeLat: number | null;

  @Column('double precision', { nullable: true })
  placeLng: number | null;

  @Directive('@inaccessible')
  @Field(() => Int, { description: 'One more with each change; for services that keep what they know of an item.' })
  @VersionColumn()
  version: number;

  @Field(() => ItemStatus, { description: 'Whether it can be had.' })
  get status(): ItemStatus {
    return toStatus(this.listing, this.hold);
  }

  @Field(() => Category, { description: 'What kind of object it is.' })
  get category(): Category {
    return getCategory(this.categoryId);
  }

  @Field(() => User, { nullable: true, description: 'Who gives it away.' })
  get owner(): User {
    return new User(this.ownerId);
  }

  @Field(() => ApproximatePlace, { nullable: true, description: 'About where it is; null when its owner did not say.' })
  get place(): ApproximatePlace | null {
    return this.shownPoint && toApproximatePlace(this.shownPoint);
  }

  get shownPoint(): Point | null {
    return this.placeLat === null || this.placeLng === null ? null : { lat: this.placeLat, lng: this.placeLng };
  }
}
