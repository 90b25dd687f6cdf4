import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import type { MigrationInterface } from 'typeorm';
import { toConnectionSettings } from '../database/connection-url.js';
import { migrate } from '../database/migrate.js';
import type { EventCatalogue } from '../events/catalogue.js';

export interface TestSchema {
  schema: string;
  migrations: readonly (new () => MigrationInterface)[];
}

export interface TestDatabase {
  adminUrl: string;
  /** The address at which the service that owns `schema` logs in. */
  toUrl(schema: string): string;
  dispose(): Promise<void>;
}

const ROLE_PASSWORD = 'a password for tests alone';
/** Roles belong to the whole cluster: test files migrate one after the other. */
const TEMPLATE_LOCK = 7_305_002;

/** A migrated, empty database of this test file's own, cloned from a template that the first file made. */
export async function createTestDatabase(schemas: readonly TestSchema[], catalogue: EventCatalogue): Promise<TestDatabase> {
  const rootUrl = process.env['TEST_POSTGRES_URL'];
  if (!rootUrl) throw new Error('No test PostgreSQL: run the tests with `npm test`');
  const root = new pg.Client(toConnectionSettings(rootUrl));
  await root.connect();
  const template = `template_${toMark(schemas, catalogue)}`;
  const name = `test_${randomBytes(6).toString('hex')}`;
  try {
    await root.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await root.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (!rowCount) {
      await root.query(`CREATE DATABASE ${template}`);
      await migrate({
        adminUrl: withDatabase(rootUrl, template),
        schemas: schemas.map((one) => ({ ...one, url: withRole(rootUrl, template, one.schema) })),
        catalogue,
      });
    }
    await root.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  } finally {
    await root.end();
  }
  return {
    adminUrl: withDatabase(rootUrl, name),
    toUrl: (schema) => withRole(rootUrl, name, schema),
    async dispose() {
      const client = new pg.Client(toConnectionSettings(rootUrl));
      await client.connect();
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await client.end();
    },
  };
}

function toMark(schemas: readonly TestSchema[], catalogue: EventCatalogue): string {
  const source = JSON.stringify([schemas.map(({ schema, migrations }) => [schema, migrations.map(String)]), catalogue]);
  return createHash('sha256').update(source).digest('hex').slice(0, 16);
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

function withRole(url: string, database: string, role: string): string {
  const changed = new URL(withDatabase(url, database));
  changed.username = role;
  changed.password = ROLE_PASSWORD;
  return changed.href;
}
