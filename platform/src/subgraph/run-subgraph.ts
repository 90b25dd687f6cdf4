import type { MigrationInterface } from 'typeorm';
import { migrate } from '../database/migrate.js';
import type { EventCatalogue } from '../events/catalogue.js';
import { createHttpServer } from '../http/http-server.js';
import { listen } from '../http/listen.js';
import { stopOnSignals } from '../http/stop-on-signals.js';
import { createLogger } from '../log.js';
import { createRedisPubSub } from '../pubsub/redis-pubsub.js';
import type { SubgraphDeps } from './service.js';
import type { Subgraph } from './subgraph.js';
import { registerSubgraph } from './subgraph-server.js';

/** The variables of `SERVICE_ENV`, read. */
export interface ServiceEnv {
  PORT: number;
  HOST: string;
  DATABASE_URL: string;
  ADMIN_DATABASE_URL?: string | undefined;
  REDIS_URL: string;
  VIEWER_SECRET: string;
  LOG_LEVEL: string;
}

export interface RunSubgraphOptions {
  name: string;
  env: ServiceEnv;
  migrations: readonly (new () => MigrationInterface)[];
  catalogue: EventCatalogue;
  create(deps: SubgraphDeps): Promise<Subgraph>;
}

/**
 * A subgraph as a process of its own: migrates where ADMIN_DATABASE_URL is given, serves, and stops on SIGTERM:
 * no new request, those under way answered, subscriptions ended, then the database let go.
 */
export async function runSubgraph({ name, env, migrations, catalogue, create }: RunSubgraphOptions): Promise<void> {
  const log = createLogger({ name, level: env.LOG_LEVEL });
  if (env.ADMIN_DATABASE_URL) {
    await migrate({ adminUrl: env.ADMIN_DATABASE_URL, schemas: [{ schema: name, url: env.DATABASE_URL, migrations }], catalogue });
  }
  const pubsub = createRedisPubSub({ url: env.REDIS_URL, log });
  const subgraph = await create({ databaseUrl: env.DATABASE_URL, pubsub, log });
  const app = createHttpServer({ log, checks: subgraph.checks });
  await registerSubgraph(app, subgraph, env.VIEWER_SECRET);
  await subgraph.start();
  const port = await listen(app, { port: env.PORT, host: env.HOST });
  log.info({ port }, 'ready');
  stopOnSignals({
    log,
    async stop() {
      await app.close();
      await subgraph.dispose();
      await pubsub.dispose();
    },
  });
}
