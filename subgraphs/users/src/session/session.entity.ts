import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** One log-in on one device: a family of refresh tokens, each the successor of the one before. */
@Entity('session')
export class SessionRow {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  userId: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  /** What its owner knows the device by; null when the client did not say. */
  @Column('text', { nullable: true })
  deviceName: string | null;

  /** The last log-in or refresh. */
  @Column('timestamptz')
  lastUsedAt: Date;

  /** When it was ended, by its owner or because a used token came again. */
  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}

/** Only the hash of a refresh token is kept. */
@Entity('refresh_token')
export class RefreshTokenRow {
  @PrimaryColumn('bytea')
  hash: Buffer;

  @Column('uuid')
  sessionId: string;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
