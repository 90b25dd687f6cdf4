import pg from 'pg';
import type { MigrationInterface } from 'typeorm';
import { migrateEvents, EVENTS_SCHEMA } from '../events/migrate-events.js';
import type { EventCatalogue } from '../events/catalogue.js';
import { toConnectionSettings } from './connection-url.js';
import { createDataSource } from './data-source.js';

/** One service's part of the database. */
export interface ServiceSchema {
  schema: string;
  /** The service's own address; its role and password are made from it. */
  url: string;
  migrations: readonly (new () => MigrationInterface)[];
}

/** Which part of which database is brought to the present state. */
export interface MigrateOptions {
  /** A role that may create roles and schemas. */
  adminUrl: string;
  schemas: readonly ServiceSchema[];
  catalogue: EventCatalogue;
}

/** Events that were handled, for "once"; tries that were counted, for limits; keys of requests that may be repeated. */
const EVERY_SERVICE_HAS = [
  'handled_event (event_id uuid PRIMARY KEY, handled_at timestamptz NOT NULL DEFAULT now())',
  'tries (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint)',
  'idempotency_key (owner_id uuid, key text, input_hash bytea NOT NULL, result_id uuid NOT NULL, created_at timestamptz(3) NOT NULL, PRIMARY KEY (owner_id, key))',
];

/** Any fixed number: all processes that migrate one database wait for each other on it. */
const MIGRATION_LOCK = 7_305_001;

/**
 * Brings the events and the given services' schemas, roles and grants to the present state.
 * Processes that start at once take turns (advisory lock); the second finds nothing to do.
 */
export async function migrate({ adminUrl, schemas, catalogue }: MigrateOptions): Promise<void> {
  const admin = new pg.Client(toConnectionSettings(adminUrl));
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrateEvents(adminUrl, catalogue);
    for (const service of schemas) await migrateService(admin, adminUrl, service);
  } finally {
    await admin.end();
  }
}

async function migrateService(admin: pg.Client, adminUrl: string, { schema, url, migrations }: ServiceSchema): Promise<void> {
  const { user, password } = toConnectionSettings(url);
  const run = async (template: string, ...values: string[]) => {
    const { rows } = await admin.query<{ sql: string }>(`SELECT format(${quote(template)}, VARIADIC $1::text[]) AS sql`, [values]);
    await admin.query(rows[0]!.sql);
  };
  const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [user]);
  await run(`${rowCount ? 'ALTER' : 'CREATE'} ROLE %I LOGIN PASSWORD %L`, user, password);
  await run('CREATE SCHEMA IF NOT EXISTS %I', schema);
  for (const table of EVERY_SERVICE_HAS) await run(`CREATE TABLE IF NOT EXISTS %I.${table}`, schema);

  const dataSource = await createDataSource({ url: adminUrl, schema, migrations, poolSize: 1 }).initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }

  for (const name of [schema, EVENTS_SCHEMA]) {
    await run('GRANT USAGE ON SCHEMA %I TO %I', name, user);
    await run('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO %I', name, user);
    await run('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO %I', name, user);
    await run('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA %I TO %I', name, user);
  }
}

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
