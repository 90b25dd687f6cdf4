import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Avatars1763900000000 implements MigrationInterface {
  name = 'Avatars1763900000000';

  /** Fed by `user.changed` from its first event on: nobody could have an avatar before, so there is nothing to fill in. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE avatar (
        user_id uuid PRIMARY KEY,
        photo_id uuid,
        version integer NOT NULL
      );
      CREATE INDEX avatar_photo_id ON avatar (photo_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead');
  }
}
