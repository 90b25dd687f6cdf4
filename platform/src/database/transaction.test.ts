import type { DataSource } from 'typeorm';
import { createEventTransport, type EventTransport } from '../events/event-transport.js';
import { createLimiter } from '../limiter.js';
import { createLogger } from '../log.js';
import { createLocalPubSub } from '../pubsub/local-pubsub.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { createDataSource } from './data-source.js';
import { createTransactions, isUniqueViolation, type RunTransaction } from './transaction.js';

const log = createLogger({ name: 'test', level: 'silent' });
const catalogue = { events: {}, jobs: {} };

class Shelf1763800000000 {
  name = 'Shelf1763800000000';
  async up(runner: { query(sql: string): Promise<unknown> }) {
    await runner.query(`CREATE TABLE shelf (id integer PRIMARY KEY, books integer NOT NULL); INSERT INTO shelf VALUES (1, 0), (2, 0)`);
  }
  async down() {}
}

let database: TestDatabase;
let dataSource: DataSource;
let events: EventTransport<Record<string, object>>;
let transaction: RunTransaction;
const pubsub = createLocalPubSub();

beforeAll(async () => {
  database = await createTestDatabase([{ schema: 'library', migrations: [Shelf1763800000000] }], catalogue);
  dataSource = await createDataSource({ url: database.toUrl('library'), schema: 'library' }).initialize();
  events = createEventTransport({ url: database.toUrl('library'), service: 'library', log });
  await events.start();
  transaction = createTransactions({ dataSource, events, pubsub });
});
afterAll(async () => {
  await events.dispose();
  await dataSource.destroy();
  await database.dispose();
});

describe('a transaction', () => {
  it('that loses a deadlock runs again, and both are done in the end', async () => {
    const order = async (first: number, second: number) =>
      transaction(async ({ db }) => {
        await db.query('UPDATE shelf SET books = books + 1 WHERE id = $1', [first]);
        await db.query('SELECT pg_sleep(0.05)');
        await db.query('UPDATE shelf SET books = books + 1 WHERE id = $1', [second]);
      });
    await Promise.all([order(1, 2), order(2, 1)]);
    expect(await dataSource.query('SELECT books FROM shelf ORDER BY id')).toEqual([{ books: 2 }, { books: 2 }]);
  });

  it('sends its hints after the commit, each once, and none when it rolls back', async () => {
    const hints: unknown[] = [];
    await pubsub.subscribe('shelf', (hint) => hints.push(hint));
    await transaction(async (tx) => tx.hint('shelf', { seq: 1 }));
    await expect(
      transaction(async (tx) => {
        tx.hint('shelf', { seq: 2 });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await transaction(async (tx) => tx.hint('shelf', { seq: 3 }));
    await new Promise((resolve) => setImmediate(resolve));
    expect(hints).toEqual([{ seq: 1 }, { seq: 3 }]);
  });

  it('throws what is no conflict at once, and names the constraint', async () => {
    let runs = 0;
    const failed = transaction(async ({ db }) => {
      runs += 1;
      await db.query('INSERT INTO shelf VALUES (1, 0)');
    });
    await expect(failed).rejects.toThrow('duplicate key');
    await failed.catch((error: unknown) => expect([isUniqueViolation(error, 'shelf_pkey'), isUniqueViolation(error, 'other')]).toEqual([true, false]));
    expect(runs).toBe(1);
  });
});

describe('a limit', () => {
  it('counts tries at once one by one, for each key alone, and can be forgotten', async () => {
    const limiter = createLimiter(dataSource, 'borrow', { times: 3, seconds: 60 });
    const waits = await Promise.all(Array.from({ length: 10 }, () => limiter.consume('nour')));
    expect(waits.filter((wait) => wait === null)).toHaveLength(3);
    for (const wait of waits) if (wait !== null) expect(wait).toBeGreaterThan(0);
    expect(await limiter.consume('karim')).toBeNull();
    await limiter.reset('nour');
    expect(await limiter.consume('nour')).toBeNull();
  });
});
