import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who gives to whom. Two legs make a swap, N a ring; they stay the same through all revisions. */
@Entity('exchange_leg')
export class LegRow {
  @PrimaryColumn('uuid')
  exchangeId: string;

  /** From 0; the proposer gives in leg 0. */
  @PrimaryColumn('smallint')
  position: number;

  @Column('uuid')
  giverId: string;

  @Column('uuid')
  receiverId: string;

  /** When the receiver confirmed. */
  @Column('timestamptz', { nullable: true })
  handedOverAt: Date | null;
}
