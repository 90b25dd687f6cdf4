import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was on the table once; none is ever changed or deleted. */
@Entity('revision')
export class RevisionRow {
  @PrimaryColumn('uuid')
  exchangeId: string;

  /** 1, 2, 3 … */
  @PrimaryColumn('integer')
  number: number;

  @Column('uuid')
  authorId: string;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz')
  createdAt: Date;
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
