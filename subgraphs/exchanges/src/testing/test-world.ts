import type { DataSource } from 'typeorm';
import { createDataSource } from '@secondlife/platform/database/data-source';
import { createTransactions, type RunTransaction } from '@secondlife/platform/database/transaction';
import { createEventTransport, type EventEnvelope } from '@secondlife/platform/events/event-transport';
import { DONE, toAsyncIterator } from '@secondlife/platform/live/async-iterator';
import { createLocalPubSub } from '@secondlife/platform/pubsub/local-pubsub';
import { createTestDeps, read, someone, toCall, type Asker } from '@secondlife/platform/testing/ask';
import { createTestDatabase } from '@secondlife/platform/testing/test-database';
import { CATALOGUE } from '@secondlife/schema/events/catalogue';
import type { ExchangesEvents, ExchangeState, ItemHoldState } from '@secondlife/schema/events/exchanges';
import type { ItemsEvents } from '@secondlife/schema/events/items';
import type { ExchangeLimits } from '../exchange/exchange.settings.js';
import { MIGRATIONS } from '../migrations/index.js';
import { createExchangesSubgraph, type ExchangesSubgraph } from '../subgraph.js';
import { createItemOwner, type ItemOwner } from './item-owner.js';

export const EXCHANGE = `__typename
  ... on Exchange {
    id version status revision isPaused note createdAt updatedAt expiresAt
    proposer { id } participants { id } awaiting { id }
    legs { giver { id } receiver { id } items { id } handedOverAt }
  }`;
const MESSAGE = '... on Failure { message }';
const INVALID = '... on InvalidInput { field }';
const UNAVAILABLE = '... on ItemUnavailable { itemIds }';
const STATE = '... on WrongState { status }';
const LIMITED = '... on RateLimited { retryAfterSeconds }';

const PROPOSE = `mutation ($input: ProposeExchangeInput!) { proposeExchange(input: $input) { ${EXCHANGE} ${MESSAGE} ${INVALID} ${UNAVAILABLE} ${LIMITED} } }`;
const COUNTER = `mutation ($input: CounterExchangeInput!) { counterExchange(input: $input) { ${EXCHANGE} ${MESSAGE} ${INVALID} ${UNAVAILABLE} ${STATE} } }`;
const ACCEPT = `mutation ($id: ID!, $revision: Int) { acceptExchange(id: $id, revision: $revision) { ${EXCHANGE} ${MESSAGE} ${UNAVAILABLE} ${STATE} } }`;
const toAction = (field: string) => `mutation ($id: ID!) { ${field}(id: $id) { ${EXCHANGE} ${MESSAGE} ${UNAVAILABLE} ${STATE} } }`;

/** Whatever a mutation or query answers; what is not asked for or not of this type is absent. */
export interface Answer {
  __typename: string;
  id: string;
  version: number;
  status: string;
  revision: number;
  isPaused: boolean;
  note: string | null;
  createdAt: string;
  updatedAt: string;
  expiresAt: string | null;
  proposer: { id: string };
  participants: { id: string }[];
  awaiting: { id: string }[];
  legs: { giver: { id: string }; receiver: { id: string }; items: { id: string }[]; handedOverAt: string | null }[];
  message: string;
  field: string[];
  itemIds: string[];
  retryAfterSeconds: number;
}

type Told = EventEnvelope<ExchangeState> | EventEnvelope<ItemHoldState>;

export type World = Awaited<ReturnType<typeof openWorld>>;

/** The exchanges subgraph with a database, a clock, the items service's side of the events, and people's turns as functions. */
export async function openWorld({ limits }: { limits?: Partial<ExchangeLimits> } = {}) {
  const schemas = [
    { schema: 'exchanges', migrations: MIGRATIONS },
    { schema: 'items', migrations: [] },
    { schema: 'chat', migrations: [] },
  ];
  const database = await createTestDatabase(schemas, CATALOGUE);
  const clock = { ms: Date.now() };
  const owner: ItemOwner = createItemOwner();
  const deps = { ...createTestDeps(database, 'exchanges'), now: () => new Date(clock.ms), items: owner, ...(limits && { limits }) };
  const exchanges: ExchangesSubgraph = await createExchangesSubgraph(deps);
  const rows: DataSource = await createDataSource({ url: database.toUrl('exchanges'), schema: 'exchanges' }).initialize();
  const itemRows: DataSource = await createDataSource({ url: database.toUrl('items'), schema: 'items' }).initialize();

  const told: Told[] = [];
  const waiting = new Set<() => void>();
  const hear = async (event: Told) => {
    told.push(event);
    for (const wake of waiting) wake();
  };
  const asItems = createEventTransport<ExchangesEvents & ItemsEvents>({ url: database.toUrl('items'), service: 'items', log: deps.log });
  const asChat = createEventTransport<ExchangesEvents>({ url: database.toUrl('chat'), service: 'chat', log: deps.log });
  asItems.consume('item.hold_changed', hear);
  asChat.consume('exchange.changed', hear);
  await Promise.all([exchanges.start(), asItems.start(), asChat.start()]);
  const publish: RunTransaction<ItemsEvents> = createTransactions<ItemsEvents>({ dataSource: itemRows, events: asItems, pubsub: createLocalPubSub() });

  const as = (userId: string | Asker): Asker => (typeof userId === 'string' ? { userId } : userId);

  return {
    exchanges,
    owner,
    clock,
    rows,
    pubsub: deps.pubsub,
    /** What the other services have been told so far, in the order in which it came. */
    told,
    /** Resolves once something like this has been told. */
    async untilTold(isIt: (event: Told) => boolean): Promise<Told> {
      for (;;) {
        const found = told.find(isIt);
        if (found) return found;
        await new Promise<void>((resolve) => {
          const wake = () => {
            waiting.delete(wake);
            resolve();
          };
          waiting.add(wake);
        });
      }
    },
    /** A new item of that person's, which only items knows of. */
    addItem(ownerId: string): string {
      const id = someone();
      owner.items.set(id, { id, version: 1, status: 'PUBLISHED', owner: { id: ownerId } });
      return id;
    },
    /** The items service says what has become of an item. */
    tellItem: (type: keyof ItemsEvents, id: string, ownerId: string, version: number) =>
      publish((tx) => tx.publish(type, version, { id, ownerId, listing: type === 'item.withdrawn' ? 'WITHDRAWN' : 'PUBLISHED' })),

    /** Resolves once an event has told of each of these items. */
    async untilKnown(ids: string[], listing = 'PUBLISHED'): Promise<void> {
      for (;;) {
        const [row] = await rows.query('SELECT count(*)::integer AS count FROM known_item WHERE item_id = ANY($1) AND listing = $2', [ids, listing]);
        if (row.count === ids.length) return;
      }
    },

    /** Does `work` while another process has made these statements; they are committed once `work` waits for them, or has ended. */
    async amid<T>(statements: readonly (readonly [sql: string, parameters: readonly unknown[]])[], work: () => Promise<T>): Promise<T> {
      const { working } = await rows.transaction(async (db) => {
        for (const [sql, parameters] of statements) await db.query(sql, [...parameters]);
        let isOver = false;
        const working = work().finally(() => (isOver = true));
        working.catch(() => undefined);
        for (let waiting = 0; waiting === 0 && !isOver; ) {
          const [row] = await rows.query(
            'SELECT count(*)::integer AS waiting FROM pg_locks WHERE NOT granted AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())',
          );
          waiting = row.waiting;
        }
        return { working };
      });
      return working;
    },

    propose: (by: string | Asker, offeredItemIds: string[], requestedItemIds: string[], more: object = {}) =>
      read<Answer>(exchanges, PROPOSE, { input: { offeredItemIds, requestedItemIds, ...more } }, as(by)),
    counter: (by: string | Asker, exchangeId: string, offeredItemIds: string[], requestedItemIds: string[], more: object = {}) =>
      read<Answer>(exchanges, COUNTER, { input: { exchangeId, offeredItemIds, requestedItemIds, ...more } }, as(by)),
    accept: (by: string | Asker, id: string, revision?: number) => read<Answer>(exchanges, ACCEPT, { id, revision }, as(by)),
    decline: (by: string | Asker, id: string) => read<Answer>(exchanges, toAction('declineExchange'), { id }, as(by)),
    cancel: (by: string | Asker, id: string) => read<Answer>(exchanges, toAction('cancelExchange'), { id }, as(by)),
    confirm: (by: string | Asker, id: string) => read<Answer>(exchanges, toAction('confirmHandover'), { id }, as(by)),
    find: (by: string | Asker, id: string) => read<Answer | null>(exchanges, `query ($id: ID!) { exchange(id: $id) { ${EXCHANGE} } }`, { id }, as(by)),
    /** From when it resolves: each change that a person is told of, as they read it then. */
    async watch(by: string | Asker, exchangeId?: string): Promise<AsyncIterableIterator<Answer>> {
      const query = `subscription ($id: ID) { exchangeUpdated(exchangeId: $id) { ${EXCHANGE} } }`;
      const results = await exchanges.subscribe({ query, variables: { id: exchangeId } }, toCall(as(by)));
      return toAsyncIterator<Answer>({
        async next() {
          const result = await results.next();
          if (result.done) return DONE;
          const { data, errors } = result.value;
          if (errors) throw new Error(JSON.stringify(errors));
          return { done: false, value: data!['exchangeUpdated'] as Answer };
        },
        close: async () => void (await results.return?.()),
      });
    },
    async dispose() {
      await Promise.all([asItems.dispose(), asChat.dispose()]);
      await exchanges.dispose();
      await Promise.all([rows.destroy(), itemRows.destroy()]);
      await database.dispose();
    },
  };
}
