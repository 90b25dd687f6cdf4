import type { DataSource, EntityManager } from 'typeorm';
import { createDataSource, type EntityClass } from '../database/data-source.js';
import { createTransactions, type RunTransaction } from '../database/transaction.js';
import { createEventTransport, type EventEnvelope, type EventMap } from '../events/event-transport.js';
import { handleOnce } from '../events/handle-once.js';
import type { Transaction } from '../database/transaction.js';
import type { HealthChecks } from '../http/health.js';
import type { Logger } from '../log.js';
import type { PubSub } from '../pubsub/pubsub.js';

/** What every subgraph is given from outside. */
export interface SubgraphDeps {
  /** The service's own role in the database. */
  databaseUrl: string;
  pubsub: PubSub;
  log: Logger;
  /** The clock; default the system's. */
  now?: () => Date;
}

export interface ServiceOptions extends SubgraphDeps {
  name: string;
  /** Deletes what is of no use any more; run at the start and each hour. */
  sweep?: (db: EntityManager) => Promise<void>;
  entities: readonly EntityClass[];
}

/** What a subgraph stands on: its tables, its transactions, its events. */
export interface Service<Events extends EventMap> {
  dataSource: DataSource;
  transaction: RunTransaction<Events>;
  checks: HealthChecks;
  now: () => Date;
  /** From `start` on, `handle` runs once for each event, in one transaction with its id. */
  consume<Type extends keyof Events & string>(type: Type, handle: (tx: Transaction<Events>, event: EventEnvelope<Events[Type]>) => Promise<void>): void;
  /** From `start` on, `run` is called when the clock says so. */
  schedule(job: string, run: () => Promise<void>): void;
  start(): Promise<void>;
  dispose(): Promise<void>;
}

/** Ids of handled events are kept for so long; no event comes again after that. */
const HANDLED_FOR = '30 days';
const SWEEP_INTERVAL_MS = 60 * 60 * 1000;

/** Opens a service's part of the database and its events; nothing is consumed before `start`. */
export async function openService<Events extends EventMap>({ name, databaseUrl, entities, pubsub, log, sweep: sweepOwn, now = () => new Date() }: ServiceOptions): Promise<Service<Events>> {
  const dataSource = await createDataSource({ url: databaseUrl, schema: name, entities }).initialize();
  const events = createEventTransport<Events>({ url: databaseUrl, service: name, log });
  const transaction = createTransactions<Events>({ dataSource, events, pubsub });
  let sweeping: NodeJS.Timeout | undefined;
  const sweep = async () => {
    await dataSource.query(`DELETE FROM handled_event WHERE handled_at < now() - interval '${HANDLED_FOR}'`);
    await dataSource.query(`DELETE FROM idempotency_key WHERE created_at < now() - interval '1 day'`);
    await dataSource.query('DELETE FROM tries WHERE expire < $1', [Date.now()]);
    await sweepOwn?.(dataSource.manager);
  };
  return {
    dataSource,
    transaction,
    now,
    checks: { database: () => dataSource.query('SELECT 1'), pubsub: () => pubsub.ping() },
    consume: (type, handle) => events.consume(type, handleOnce(transaction, handle)),
    schedule: (job, run) => events.schedule(job, run),
    async start() {
      await sweep();
      sweeping = setInterval(() => void sweep().catch((error: unknown) => log.warn({ err: error }, 'old rows were not swept')), SWEEP_INTERVAL_MS).unref();
      await events.start();
    },
    async dispose() {
      clearInterval(sweeping);
      await events.dispose();
      await dataSource.destroy();
    },
  };
}
