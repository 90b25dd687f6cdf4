import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { PublicKey } from '@secondlife/platform/access-token';

/** A key pair that signs access tokens; the newest signs, the others still verify until their last token has ended. */
@Entity('signing_key')
export class SigningKeyRow {
  @PrimaryColumn('text')
  kid: string;

  /** PKCS #8, sealed with the service's secret (AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the text). */
  @Column('bytea')
  sealedPrivateKey: Buffer;

  @Column('jsonb')
  publicKey: PublicKey;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
