import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Exchanges1763800000000 implements MigrationInterface {
  name = 'Exchanges1763800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is known of the items service's things; hold_version numbers what is told of each item's hold.
      CREATE TABLE known_item (
        item_id uuid PRIMARY KEY,
        owner_id uuid NOT NULL,
        listing text NOT NULL CHECK (listing IN ('PUBLISHED', 'WITHDRAWN')),
        version integer NOT NULL,
        hold_version integer NOT NULL DEFAULT 0
      );

      CREATE TABLE exchange (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        status text NOT NULL CHECK (status IN ('PROPOSED', 'ACCEPTED', 'COMPLETED', 'DECLINED', 'CANCELLED', 'EXPIRED', 'DISPUTED')),
        revision integer NOT NULL DEFAULT 1,
        proposer_id uuid NOT NULL,
        last_revised_by uuid NOT NULL,
        note text,
        created_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        accepted_at timestamptz(3),
        ended_by uuid,
        expires_at timestamptz(3),
        remaining_ms integer,
        version integer NOT NULL DEFAULT 1,
        -- An open exchange's clock either runs or stands still; only a proposal's may stand still.
        CONSTRAINT exchange_clock CHECK (num_nonnulls(expires_at, remaining_ms) = CASE WHEN status IN ('PROPOSED', 'ACCEPTED') THEN 1 ELSE 0 END),
        CONSTRAINT exchange_paused CHECK (remaining_ms IS NULL OR status = 'PROPOSED')
      );
      CREATE INDEX exchange_expires_at ON exchange (expires_at) WHERE expires_at IS NOT NULL;

      CREATE TABLE exchange_leg (
        exchange_id uuid NOT NULL REFERENCES exchange ON DELETE CASCADE,
        position smallint NOT NULL,
        giver_id uuid NOT NULL,
        receiver_id uuid NOT NULL CHECK (receiver_id <> giver_id),
        handed_over_at timestamptz(3),
        PRIMARY KEY (exchange_id, position)
      );
      CREATE INDEX exchange_leg_giver_id ON exchange_leg (giver_id, exchange_id);
      CREATE INDEX exchange_leg_receiver_id ON exchange_leg (receiver_id, exchange_id);

      CREATE TABLE revision (
        exchange_id uuid NOT NULL REFERENCES exchange ON DELETE CASCADE,
        number integer NOT NULL,
        author_id uuid NOT NULL,
        note text,
        created_at timestamptz(3) NOT NULL,
        PRIMARY KEY (exchange_id, number)
      );
      CREATE TABLE revision_item (
        exchange_id uuid NOT NULL,
        revision integer NOT NULL,
        item_id uuid NOT NULL REFERENCES known_item,
        giver_id uuid NOT NULL,
        position smallint NOT NULL,
        PRIMARY KEY (exchange_id, revision, item_id),
        FOREIGN KEY (exchange_id, revision) REFERENCES revision ON DELETE CASCADE
      );
      CREATE INDEX revision_item_item_id ON revision_item (item_id);

      CREATE TABLE hold (
        exchange_id uuid NOT NULL REFERENCES exchange,
        item_id uuid NOT NULL REFERENCES known_item,
        created_at timestamptz(3) NOT NULL,
        released_at timestamptz(3),
        PRIMARY KEY (exchange_id, item_id)
      );
      -- The rule of the house: no item is promised twice.
      CREATE UNIQUE INDEX hold_item_id_key ON hold (item_id) WHERE released_at IS NULL;

      CREATE TABLE review (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        exchange_id uuid NOT NULL REFERENCES exchange,
        author_id uuid NOT NULL,
        subject_id uuid NOT NULL CHECK (subject_id <> author_id),
        rating smallint NOT NULL CHECK (rating BETWEEN 1 AND 5),
        text text,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT review_key UNIQUE (exchange_id, author_id, subject_id)
      );
      CREATE INDEX review_subject_id ON review (subject_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead');
  }
}
