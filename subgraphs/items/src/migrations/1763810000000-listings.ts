import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Listings1763810000000 implements MigrationInterface {
  name = 'Listings1763810000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE item (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        owner_id uuid NOT NULL,
        title text NOT NULL,
        description text NOT NULL,
        condition text NOT NULL CHECK (condition IN ('NEW', 'LIKE_NEW', 'GOOD', 'FAIR', 'FOR_PARTS')),
        category_id uuid NOT NULL,
        wishes text,
        listing text NOT NULL DEFAULT 'PUBLISHED' CHECK (listing IN ('PUBLISHED', 'WITHDRAWN')),
        hold text NOT NULL DEFAULT 'NONE' CHECK (hold IN ('NONE', 'RESERVED', 'EXCHANGED')),
        hold_version integer NOT NULL DEFAULT 0,
        published_at timestamptz(3) NOT NULL,
        true_lat double precision,
        true_lng double precision,
        place_lat double precision,
        place_lng double precision,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT item_place CHECK (num_nulls(true_lat, true_lng, place_lat, place_lng) IN (0, 4))
      );
      CREATE INDEX item_listed ON item (published_at DESC, id DESC) WHERE listing = 'PUBLISHED' AND hold = 'NONE';
      CREATE INDEX item_listed_category ON item (category_id, published_at DESC, id DESC) WHERE listing = 'PUBLISHED' AND hold = 'NONE';
      CREATE INDEX item_owner ON item (owner_id, published_at DESC, id DESC);

      CREATE TABLE photo (
        id uuid PRIMARY KEY,
        owner_id uuid NOT NULL,
        item_id uuid NOT NULL REFERENCES item ON DELETE CASCADE,
        position smallint NOT NULL,
        width integer NOT NULL,
        height integer NOT NULL,
        thumbhash text NOT NULL,
        CONSTRAINT photo_position UNIQUE (item_id, position)
      );

      -- Metres along the great circle (haversine, mean Earth radius), as src/place/distance.ts has it; null for a null.
      -- 1 - abs(1 - h) is h, kept from passing 1 by rounding at the antipodes.
      CREATE FUNCTION distance_metres(lat1 double precision, lng1 double precision, lat2 double precision, lng2 double precision)
      RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN 2 * 6371008.8 * asin(sqrt(1 - abs(1 - (
        sin(radians(lat2 - lat1) / 2) ^ 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lng2 - lng1) / 2) ^ 2
      ))));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead');
  }
}
