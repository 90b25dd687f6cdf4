import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { User } from '../user/user.stub.js';

/** None is ever changed or deleted. */
@ObjectType({ description: 'What was on the table once: the first proposal, or a counter-offer.' })
@Entity('revision')
export class ExchangeRevision {
  @PrimaryColumn('uuid')
  exchangeId: string;

  @Field(() => Int, { description: '1 for the first proposal, one more with each counter-offer.' })
  @PrimaryColumn('integer')
  number: number;

  @Column('uuid')
  authorId: string;

  @Field(() => String, { nullable: true, description: 'A word with it, at most 500 characters.' })
  @Column('text', { nullable: true })
  note: string | null;

  @Field(() => Date, { description: 'When it was made.' })
  @Column('timestamptz')
  createdAt: Date;

  @Field(() => User, { nullable: true, description: 'Who made it; null when the account is gone.' })
  get author(): User {
    return new User(this.authorId);
  }
}

/** An item of a revision, given by its owner. */
@Entity('revision_item')
export class RevisionItemRow {
  @PrimaryColumn('uuid')
  exchangeId: string;

  @PrimaryColumn('integer')
  revision: number;

  @PrimaryColumn('uuid')
  itemId: string;

  @Column('uuid')
  giverId: string;

  /** The order in which it was named. */
  @Column('smallint')
  position: number;
}
