import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What chat knows of an exchange, and the counter that numbers its messages. */
@Entity('conversation')
export class Conversation {
  @PrimaryColumn('uuid')
  exchangeId: string;

  @Column('uuid', { array: true })
  participantIds: string[];

  /** The exchange's version that this was learnt from. */
  @Column('integer')
  version: number;

  /** The highest number that has been given to a message. */
  @Column('integer', { default: 0 })
  lastSeq: number;
}
