import { randomUUID } from 'node:crypto';
import { PgBoss, type Job } from 'pg-boss';
import type { EntityManager, QueryRunner } from 'typeorm';
import { toConnectionSettings } from '../database/connection-url.js';
import { withLogContext, type Logger } from '../log.js';
import { toQueue } from './catalogue.js';
import { EVENTS_SCHEMA } from './migrate-events.js';

/** One thing that happened, with the whole state of what it happened to. */
export interface EventEnvelope<Data = unknown> {
  id: string;
  type: string;
  /** The row's version; a consumer applies only a higher one than it knows. */
  version: number;
  /** ISO 8601, UTC. */
  occurredAt: string;
  data: Data;
}

/** Event names with the shape of what each carries. */
export type EventMap = { [type: string]: object };

export interface EventTransportOptions {
  /** The service's own database address. */
  url: string;
  /** The service's name, as the catalogue has it. */
  service: string;
  log: Logger;
}

/** How a service tells what happened, and hears of it. */
export interface EventTransport<Events extends EventMap> {
  /** Writes the event in the transaction of `db`: it is delivered if and only if that commits. Throws outside a transaction. */
  publish<Type extends keyof Events & string>(db: EntityManager, type: Type, version: number, data: Events[Type]): Promise<void>;
  /** From `start` on, `handle` is called at least once for each event; an error makes it come again, later. */
  consume<Type extends keyof Events & string>(type: Type, handle: (event: EventEnvelope<Events[Type]>) => Promise<void>): void;
  /** From `start` on, `run` is called when the clock says so, by one process of the service. */
  schedule(job: string, run: () => Promise<void>): void;
  start(): Promise<void>;
  /** Ends the handling under way (30 s at most), then lets go of the database. */
  dispose(): Promise<void>;
}

/** Events over pg-boss: in the database of the change, at least once, woken by NOTIFY. */
export function createEventTransport<Events extends EventMap>({ url, service, log }: EventTransportOptions): EventTransport<Events> {
  const boss = new PgBoss({
    ...toConnectionSettings(url),
    schema: EVENTS_SCHEMA,
    application_name: `secondlife-${service}-events`,
    max: 2,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', (error) => log.error({ err: error }, 'event transport'));
  const workers: (() => Promise<unknown>)[] = [];
  let isStarted = false;

  /** Several jobs at a time, in order, each settled by itself. NOTIFY wakes for new ones; what is tried again is found by polling. */
  const workOptions = { batchSize: 20, burstWhenBatchFull: true, perJobResults: true, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 2 } as const;

  const handleEach = (handle: (data: unknown) => Promise<void>) => async (jobs: Job<unknown>[]) => {
    const results: { id: string; status: 'completed' | 'failed'; output?: object }[] = [];
    for (const job of jobs) {
      try {
        await withLogContext({ requestId: job.id, viewerId: null }, () => handle(job.data));
        results.push({ id: job.id, status: 'completed' });
      } catch (error) {
        log.warn({ err: error, queue: job.name }, 'an event was not handled and will come again');
        results.push({ id: job.id, status: 'failed', output: { message: String(error) } });
      }
    }
    return results;
  };

  return {
    async publish(db, type, version, data) {
      const runner = db.queryRunner;
      if (!runner?.isTransactionActive) throw new Error(`The event ${type} was published outside a transaction`);
      const event: EventEnvelope = { id: randomUUID(), type, version, occurredAt: new Date().toISOString(), data };
      await boss.publish(type, event, { db: { executeSql: inTurn(runner) } });
    },
    consume(type, handle) {
      workers.push(() => boss.work(toQueue(service, type), workOptions, handleEach((data) => handle(data as EventEnvelope<Events[typeof type]>))));
    },
    schedule(job, run) {
      workers.push(() => boss.work(job, { ...workOptions, batchSize: 1 }, handleEach(run)));
    },
    async start() {
      await boss.start();
      isStarted = true;
      for (const startWorker of workers) await startWorker();
    },
    async dispose() {
      if (isStarted) await boss.stop({ graceful: true, timeout: 30_000 });
    },
  };
}

/** pg-boss writes to several queues at once; one connection takes one statement at a time. */
function inTurn(runner: QueryRunner) {
  let last: Promise<unknown> = Promise.resolve();
  return (text: string, values?: unknown[]): Promise<{ rows: unknown[] }> => {
    const run = async () => ({ rows: (await runner.query(text, values, true)).records });
    const next = last.then(run, run);
    last = next.catch(() => undefined);
    return next;
  };
}
