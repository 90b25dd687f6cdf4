import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Devices1763900000000 implements MigrationInterface {
  name = 'Devices1763900000000';

  /** Sessions of before were last used when their newest refresh token was made: when the one before it was used, or at the log-in. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE session ADD COLUMN device_name text, ADD COLUMN last_used_at timestamptz(3) NOT NULL DEFAULT now();
      UPDATE session SET last_used_at = coalesce((SELECT max(used_at) FROM refresh_token WHERE session_id = session.id), created_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead');
  }
}
