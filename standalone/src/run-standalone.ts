import { startEmbeddedPostgres } from '@secondlife/platform/database/embedded-postgres';
import { checkPort, listen } from '@secondlife/platform/http/listen';
import type { Logger } from '@secondlife/platform/log';
import { openDataFolder } from './data-folder.js';
import { DATABASE, ensureDatabase } from './database.js';
import { seedDemo } from './demo/seed.js';
import type { StandaloneEnv } from './env.js';
import { createStandalone } from './standalone.js';
import { startWebApp, type WebApp } from './web-app.js';

/** What `npm start` has brought up. */
export interface RunningStandalone {
  publicUrl: string;
  /** Where the database is when PostgreSQL could not live in the data folder; else null. */
  databaseElsewhere: string | null;
  /** Null when there is no demo community. */
  demoPassword: string | null;
  /** Answers what is under way, then lets go of everything. */
  dispose(): Promise<void>;
}

/** Everything that `npm start` runs, on the folder's own PostgreSQL, open to clients; what was opened is closed again when a later step fails. */
export async function runStandalone(env: StandaloneEnv, log: Logger): Promise<RunningStandalone> {
  await checkPort({ port: env.PORT, host: env.HOST });
  const folder = await openDataFolder(env.DATA_DIR);
  const opened: (() => Promise<void>)[] = [folder.release];
  const dispose = async () => {
    for (const close of opened.splice(0).toReversed()) await close();
  };
  try {
    const postgres = await startEmbeddedPostgres({ dataDir: folder.postgresDir, log });
    opened.push(postgres.dispose);
    await ensureDatabase(postgres.toUrl('postgres'));
    const adminUrl = postgres.toUrl(DATABASE);
    await folder.announce(adminUrl);
    const toUrl = (service: string) => postgres.toUrl(DATABASE, service, folder.secrets.rolePassword);
    const publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
    let webApp: WebApp | null = null;
    const standalone = await createStandalone({
      adminUrl,
      toUrl,
      secrets: folder.secrets,
      photoDir: folder.photoDir,
      publicUrl,
      redisUrl: env.REDIS_URL,
      allowedOrigins: env.ALLOWED_ORIGINS,
      trustProxy: env.TRUST_PROXY,
      findWebApp: () => env.WEB_URL ?? webApp?.find() ?? null,
      beforeStart: async () => {
        if (env.DEMO) await seedDemo({ toUrl, secrets: folder.secrets, photoDir: folder.photoDir, publicUrl, now: new Date() });
      },
      log,
    });
    opened.push(standalone.dispose);
    const port = await listen(standalone.gateway.app, { port: env.PORT, host: env.HOST });
    if (!env.WEB_URL) {
      webApp = await startWebApp({ graphUrl: `http://${toLocal(env.HOST)}:${port}/graphql`, publicUrl: env.PUBLIC_URL, log });
      // Before the front door: pages that are under way still ask the graph.
      opened.push(webApp.dispose);
    }
    const databaseElsewhere = postgres.dataDir === folder.postgresDir ? null : postgres.dataDir;
    return { dispose, publicUrl, databaseElsewhere, demoPassword: env.DEMO ? folder.secrets.demoPassword : null };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** Where this machine itself reaches what listens on `host`. */
function toLocal(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
