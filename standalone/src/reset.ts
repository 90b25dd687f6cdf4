import { rm } from 'node:fs/promises';
import { removeEmbeddedPostgres } from '@secondlife/platform/database/embedded-postgres';
import { FolderInUseError, openDataFolder } from './data-folder.js';
import { readStandaloneEnv } from './env.js';

try {
  const folder = await openDataFolder(readStandaloneEnv().DATA_DIR);
  await removeEmbeddedPostgres(folder.postgresDir);
  await rm(folder.photoDir, { recursive: true, force: true });
  await folder.release();
  process.stdout.write('The database and the photos are gone; the next start makes new ones.\n');
} catch (error) {
  if (!(error instanceof FolderInUseError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
