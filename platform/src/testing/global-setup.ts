import { mkdtemp, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../database/embedded-postgres.js';

declare global {
  var testPostgres: EmbeddedPostgres | undefined;
}

/** One real PostgreSQL for the whole run; it may forget everything in a crash, and so is quick. */
export default async function globalSetup(): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'sle-test-'));
  await chmod(root, 0o755);
  globalThis.testPostgres = await startEmbeddedPostgres({
    dataDir: join(root, 'postgres'),
    log: pino({ level: 'silent' }),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  process.env['TEST_POSTGRES_URL'] = globalThis.testPostgres.toUrl('postgres');
}
