import { startEmbeddedPostgres } from '@secondlife/platform/database/embedded-postgres';
import { createLogger } from '@secondlife/platform/log';
import { FolderInUseError, openDataFolder, readSecrets, type Secrets } from './data-folder.js';
import { DATABASE } from './database.js';
import type { StandaloneEnv } from './env.js';

/** How to reach the folder’s database. */
export interface DatabaseAccess {
  /** The address at which a service logs in. */
  toUrl(service: string): string;
  secrets: Secrets;
}

/** Works on the folder's database: on the running one when there is one, else it is started for so long. */
export async function withDatabase(env: StandaloneEnv, work: (access: DatabaseAccess) => Promise<void>): Promise<void> {
  let folder;
  try {
    folder = await openDataFolder(env.DATA_DIR);
  } catch (error) {
    if (!(error instanceof FolderInUseError) || !error.adminUrl) throw error;
    const secrets = await readSecrets(env.DATA_DIR);
    return work({ secrets, toUrl: (service) => withRole(error.adminUrl!, service, secrets.rolePassword) });
  }
  const postgres = await startEmbeddedPostgres({ dataDir: folder.postgresDir, log: createLogger({ name: 'standalone', level: env.LOG_LEVEL }) });
  const { secrets } = folder;
  try {
    await work({ secrets, toUrl: (service) => postgres.toUrl(DATABASE, service, secrets.rolePassword) });
  } finally {
    await postgres.dispose();
    await folder.release();
  }
}

function withRole(url: string, role: string, password: string): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = password;
  return changed.href;
}
