import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { ExchangeStatus } from './exchange-status.js';

/** A swap; who gives what to whom is in its legs and in the items of its current revision. */
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A swap, from the first proposal to the handover. Only those who take part know of it.' })
@Entity('exchange')
export class Exchange {
  @Field(() => ID, { description: 'Opaque.' })
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Field(() => ExchangeStatus, { description: 'Where it stands.' })
  @Column('text')
  status: ExchangeStatus;

  @Field(() => Int, { description: '1 for the first proposal, one more with each counter-offer.' })
  @Column('integer')
  revision: number;

  @Column('uuid')
  proposerId: string;

  @Column('uuid')
  lastRevisedBy: string;

  @Field(() => String, { nullable: true, description: 'A word with the current revision, at most 500 characters.' })
  @Column('text', { nullable: true })
  note: string | null;

  @Field(() => Date, { description: 'When it was first proposed.' })
  @Column('timestamptz')
  createdAt: Date;

  @Field(() => Date, { description: 'When anything of it last changed.' })
  @Column('timestamptz')
  updatedAt: Date;

  @Column('timestamptz', { nullable: true })
  acceptedAt: Date | null;

  /** Whose turn ended it, or who withdrew one of its items; null while it is open, and when the clock or another exchange ended it. */
  @Column('uuid', { nullable: true })
  endedBy: string | null;

  @Field(() => Date, { nullable: true, description: 'When the present state ends by itself; null in a final state, and while it is paused.' })
  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  /** What was left until the deadline when the clock was stopped; null while it runs. */
  @Column('integer', { nullable: true })
  remainingMs: number | null;

  @Directive('@inaccessible')
  @Field(() => Int, { description: 'One more with each change; for services that keep what they know of it.' })
  @Column('integer', { default: 1 })
  version: number;

  @Field({ description: 'An item of it is promised in another exchange: it can’t be accepted, and its deadline stands still, until that one ends.' })
  get isPaused(): boolean {
    return this.remainingMs !== null;
  }
}
