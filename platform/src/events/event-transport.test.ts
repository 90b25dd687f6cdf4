import { EventEmitter, once } from 'node:events';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { toConnectionSettings } from '../database/connection-url.js';
import { createDataSource } from '../database/data-source.js';
import { createTransactions, type RunTransaction } from '../database/transaction.js';
import { createLogger } from '../log.js';
import { createLocalPubSub } from '../pubsub/local-pubsub.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import type { EventCatalogue } from './catalogue.js';
import { createEventTransport, type EventTransport } from './event-transport.js';
import { handleOnce } from './handle-once.js';

type Events = { 'lamp.lit': { lamp: string } };
const catalogue: EventCatalogue = { events: { 'lamp.lit': ['hall', 'porch'] }, jobs: { 'hall.dusk': '* * * * *' } };
const log = createLogger({ name: 'test', level: 'silent' });

class CreateLamp1763800000000 {
  name = 'CreateLamp1763800000000';
  async up(runner: { query(sql: string): Promise<unknown> }) {
    await runner.query('CREATE TABLE lamp (name text PRIMARY KEY)');
  }
  async down() {}
}
const schemas = ['house', 'hall', 'porch'].map((schema) => ({ schema, migrations: [CreateLamp1763800000000 as never] }));

let database: TestDatabase;
let house: DataSource;
let transport: EventTransport<Events>;
let transaction: RunTransaction<Events>;
const transports: EventTransport<Events>[] = [];

const openTransport = (service: string) => {
  const opened = createEventTransport<Events>({ url: database.toUrl(service), service, log });
  transports.push(opened);
  return opened;
};

beforeAll(async () => {
  database = await createTestDatabase(schemas, catalogue);
  house = await createDataSource({ url: database.toUrl('house'), schema: 'house' }).initialize();
  transport = openTransport('house');
  await transport.start();
  transaction = createTransactions({ dataSource: house, events: transport, pubsub: createLocalPubSub() });
});
afterAll(async () => {
  await Promise.all(transports.map((opened) => opened.dispose()));
  await house.destroy();
  await database.dispose();
});

describe('the way of an event', () => {
  it('is delivered to every subscribed service, soon, after the commit, and not when it rolls back', async () => {
    const seen = new EventEmitter();
    for (const service of ['hall', 'porch']) {
      const consumer = openTransport(service);
      consumer.consume('lamp.lit', async (event) => void seen.emit(service, event));
      await consumer.start();
    }
    await expect(
      transaction(async (tx) => {
        await tx.publish('lamp.lit', 1, { lamp: 'never' });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');

    const arrived = Promise.all([once(seen, 'hall'), once(seen, 'porch')]);
    const startedAt = performance.now();
    await transaction(async (tx) => {
      await tx.db.query(`INSERT INTO lamp VALUES ('kitchen')`);
      await tx.publish('lamp.lit', 7, { lamp: 'kitchen' });
    });
    const [[atHall], [atPorch]] = await arrived;
    expect(atHall).toMatchObject({ type: 'lamp.lit', version: 7, data: { lamp: 'kitchen' } });
    expect(atPorch).toEqual(atHall);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('comes again when handling it failed', async () => {
    const seen = new EventEmitter();
    const flaky = openTransport('hall');
    let tries = 0;
    await transports.find((other) => other !== transport && other !== flaky)!.dispose();
    flaky.consume('lamp.lit', async ({ data }) => {
      tries += 1;
      if (tries === 1) throw new Error('the bulb blew');
      seen.emit('lit', data);
    });
    await flaky.start();
    const lit = once(seen, 'lit');
    await transaction((tx) => tx.publish('lamp.lit', 1, { lamp: 'desk' }));
    expect((await lit)[0]).toEqual({ lamp: 'desk' });
    expect(tries).toBe(2);
  });

  it('is refused outside a transaction', async () => {
    await expect(transport.publish(house.manager, 'lamp.lit', 1, { lamp: 'x' })).rejects.toThrow('outside a transaction');
  });

  it('is handled once, however often it is delivered', async () => {
    const hall = await createDataSource({ url: database.toUrl('hall'), schema: 'hall' }).initialize();
    const runHall = createTransactions<Events>({ dataSource: hall, events: transport, pubsub: createLocalPubSub() });
    let handled = 0;
    const event = { id: '0199c0de-0000-7000-8000-000000000001', type: 'lamp.lit', version: 1, occurredAt: '', data: { lamp: 'twice' } };
    const handle = handleOnce(runHall, async () => {
      handled += 1;
    });
    await Promise.all([handle(event), handle(event), handle(event)]);
    await hall.destroy();
    expect(handled).toBe(1);
  });
});

describe('a service’s role', () => {
  it('is refused every table of the others', async () => {
    for (const { schema } of schemas) {
      const client = new pg.Client(toConnectionSettings(database.toUrl(schema)));
      await client.connect();
      for (const other of schemas) {
        const read = client.query(`SELECT * FROM ${other.schema}.lamp`);
        if (other.schema === schema) await expect(read).resolves.toBeDefined();
        else await expect(read).rejects.toThrow('permission denied');
      }
      await expect(client.query(`CREATE TABLE ${schema}.mine (id int)`)).rejects.toThrow('permission denied');
      await client.end();
    }
  });
});
