import { createHash } from 'node:crypto';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { toConnectionSettings } from '../database/connection-url.js';
import { toDeadLetterQueue, toQueue, type EventCatalogue } from './catalogue.js';

/** The schema that pg-boss lives in. */
export const EVENTS_SCHEMA = 'events';

/** A job is tried this often, from 1 s on with growing pauses, before it goes to its dead-letter queue. */
const QUEUE_OPTIONS = { notify: true, retryLimit: 8, retryDelay: 1, retryBackoff: true, retryDelayMax: 300, heartbeatSeconds: 30, expireInSeconds: 300 };

/** Makes every queue and subscription that the catalogue names, and ends the subscriptions that it no longer names. */
export async function migrateEvents(adminUrl: string, catalogue: EventCatalogue): Promise<void> {
  const mark = createHash('sha256').update(JSON.stringify([bossVersion, catalogue, QUEUE_OPTIONS])).digest('hex');
  const settings = toConnectionSettings(adminUrl);
  const client = new pg.Client(settings);
  await client.connect();
  try {
    if ((await readMark(client)) === mark) return;
    await applyCatalogue(settings, catalogue);
    await client.query(`COMMENT ON SCHEMA ${EVENTS_SCHEMA} IS '${mark}'`);
  } finally {
    await client.end();
  }
}

/** Raised together with the dependency: pg-boss then migrates its own tables. */
const bossVersion = 12;

async function readMark(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ mark: string | null }>(
    `SELECT obj_description(oid, 'pg_namespace') AS mark FROM pg_namespace WHERE nspname = $1`,
    [EVENTS_SCHEMA],
  );
  return rows[0]?.mark ?? null;
}

async function applyCatalogue(settings: ReturnType<typeof toConnectionSettings>, { events, jobs }: EventCatalogue): Promise<void> {
  const boss = new PgBoss({ ...settings, schema: EVENTS_SCHEMA, max: 2, supervise: false, schedule: false });
  await boss.start();
  try {
    for (const [event, services] of Object.entries(events)) {
      for (const service of services) {
        await ensureQueue(boss, toQueue(service, event));
        await boss.subscribe(event, toQueue(service, event));
      }
    }
    for (const [job, cron] of Object.entries(jobs)) {
      await ensureQueue(boss, job);
      await boss.schedule(job, cron);
    }
    const named = new Set(Object.entries(events).flatMap(([event, services]) => services.map((service) => toQueue(service, event))));
    const { rows } = await boss.getDb().executeSql(`SELECT event, name FROM ${EVENTS_SCHEMA}.subscription`);
    for (const { event, name } of rows as { event: string; name: string }[]) if (!named.has(name)) await boss.unsubscribe(event, name);
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function ensureQueue(boss: PgBoss, name: string): Promise<void> {
  const deadLetter = toDeadLetterQueue(name);
  if (!(await boss.getQueue(deadLetter))) await boss.createQueue(deadLetter);
  if (await boss.getQueue(name)) await boss.updateQueue(name, { ...QUEUE_OPTIONS, deadLetter });
  else await boss.createQueue(name, { ...QUEUE_OPTIONS, deadLetter });
}
