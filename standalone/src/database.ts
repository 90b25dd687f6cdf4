import pg from 'pg';
import { toConnectionSettings } from '@secondlife/platform/database/connection-url';

/** The one database of a standalone installation. */
export const DATABASE = 'secondlife';

/** Makes it where it is not there yet. */
export async function ensureDatabase(rootUrl: string): Promise<void> {
  const client = new pg.Client(toConnectionSettings(rootUrl));
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
