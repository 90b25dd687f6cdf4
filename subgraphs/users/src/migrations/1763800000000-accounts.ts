import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Accounts1763800000000 implements MigrationInterface {
  name = 'Accounts1763800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "user" (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        handle text NOT NULL CONSTRAINT user_handle_key UNIQUE,
        display_name text NOT NULL,
        area text,
        member_since timestamptz(3) NOT NULL DEFAULT now(),
        avatar_photo_id uuid,
        email text NOT NULL,
        is_email_verified boolean NOT NULL DEFAULT false,
        password_hash text NOT NULL,
        locale text NOT NULL CHECK (locale IN ('FR', 'EN')),
        version integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX user_email_key ON "user" (lower(email));

      CREATE TABLE session (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        user_id uuid NOT NULL REFERENCES "user" ON DELETE CASCADE,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        revoked_at timestamptz(3)
      );
      CREATE INDEX session_user_id ON session (user_id);
      CREATE INDEX session_revoked_at ON session (revoked_at) WHERE revoked_at IS NOT NULL;

      CREATE TABLE refresh_token (
        hash bytea PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES session ON DELETE CASCADE,
        expires_at timestamptz(3) NOT NULL,
        used_at timestamptz(3)
      );
      CREATE INDEX refresh_token_session_id ON refresh_token (session_id);

      CREATE TABLE signing_key (
        kid text PRIMARY KEY,
        sealed_private_key bytea NOT NULL,
        public_key jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead');
  }
}
