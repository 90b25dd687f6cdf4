import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Conversations1763800000000 implements MigrationInterface {
  name = 'Conversations1763800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE conversation (
        exchange_id uuid PRIMARY KEY,
        participant_ids uuid[] NOT NULL,
        version integer NOT NULL,
        last_seq integer NOT NULL DEFAULT 0
      );
      CREATE INDEX conversation_participant_ids ON conversation USING gin (participant_ids);

      CREATE TABLE message (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        exchange_id uuid NOT NULL REFERENCES conversation,
        seq integer NOT NULL,
        author_id uuid NOT NULL,
        client_id text NOT NULL,
        body text NOT NULL,
        sent_at timestamptz(3) NOT NULL,
        CONSTRAINT message_exchange_seq_key UNIQUE (exchange_id, seq),
        CONSTRAINT message_client_id_key UNIQUE (exchange_id, author_id, client_id)
      );

      CREATE TABLE read_mark (
        exchange_id uuid NOT NULL REFERENCES conversation,
        user_id uuid NOT NULL,
        seq integer NOT NULL,
        PRIMARY KEY (exchange_id, user_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead');
  }
}
