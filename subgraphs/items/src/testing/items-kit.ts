import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { createDataSource } from '@secondlife/platform/database/data-source';
import type { EventEnvelope } from '@secondlife/platform/events/event-transport';
import { openService } from '@secondlife/platform/subgraph/service';
import { createTestDeps, read, type Asker } from '@secondlife/platform/testing/ask';
import { createTestDatabase } from '@secondlife/platform/testing/test-database';
import { CATALOGUE } from '@secondlife/schema/events/catalogue';
import type { ExchangesEvents, ItemHoldState } from '@secondlife/schema/events/exchanges';
import type { ItemsEvents, ItemState } from '@secondlife/schema/events/items';
import type { UsersEvents } from '@secondlife/schema/events/users';
import { CATEGORIES } from '../category/category.js';
import type { ItemLimits } from '../item/item.settings.js';
import { MIGRATIONS } from '../migrations/index.js';
import { createItemsSubgraph, type ItemsSubgraph } from '../subgraph.js';

/** What a test reads of any answer; its shape is the test's to know. */
export interface Answer {
  __typename: string;
  id: string;
  status: string;
  version: number;
  message: string;
  field: string[];
  publishedAt: string;
  photos: { id: string; url: string; alt: string; width: number; height: number; thumbhash: string }[];
  place: { lat: number; lng: number; radiusMetres: number; label: string | null } | null;
}

/** The items subgraph with its surroundings, for one test file. */
export interface ItemsKit {
  items: ItemsSubgraph;
  /** Where its pictures are. */
  photoDir: string;
  /** Moves the service's clock, in milliseconds; `now` is what it shows. */
  clock: { nowMs: number };
  /** The answer of `publishItem` for a plain item with `input` over it. */
  publish(input: object, asker: Asker): Promise<Answer>;
  /** A published item's id. */
  publishOne(ownerId: string, input?: object): Promise<string>;
  /** The id of an accepted picture of the owner's. */
  storePhoto(ownerId: string): Promise<string>;
  /** Tells what exchanges would tell of an item. */
  tellHold(version: number, state: ItemHoldState): Promise<void>;
  /** Tells what users would tell of a person who takes that picture, or none, as theirs; resolves once that was heard. No other event may be under way. */
  tellAvatar(version: number, userId: string, avatarPhotoId: string | null): Promise<void>;
  /** Another process of the service starts after so long, which sweeps away what is of no use, and is gone again. */
  sweepAfter(hours: number): Promise<void>;
  /** What exchanges was told of an item, in order. */
  readTold(itemId: string): Promise<Pick<EventEnvelope, 'type' | 'version' | 'data'>[]>;
  /** What subscribers' link to the hints does when it breaks and comes back. */
  breakLink(): void;
  dispose(): Promise<void>;
}

export const PUBLISH = `mutation ($input: PublishItemInput!) { publishItem(input: $input) { __typename
  ... on Item { id title description condition status wishes publishedAt version owner { id } category { slug }
    photos { id url alt width height thumbhash } place { lat lng radiusMetres label } }
  ... on Failure { message } ... on InvalidInput { field } ... on RateLimited { retryAfterSeconds } } }`;

export const toCategoryId = (slug: string): string => CATEGORIES.find((category) => category.slug === slug)!.id;

/** The least that an item needs. */
export const toInput = (input: object = {}): object => ({
  title: 'Bouilloire',
  description: 'Chauffe bien.',
  condition: 'GOOD',
  categoryId: toCategoryId('kettles'),
  ...input,
});

export async function openItems(limits: Partial<ItemLimits> = {}): Promise<ItemsKit> {
  const database = await createTestDatabase([{ schema: 'items', migrations: MIGRATIONS }, { schema: 'exchanges', migrations: [] }, { schema: 'users', migrations: [] }], CATALOGUE);
  const photoDir = await mkdtemp(join(tmpdir(), 'sle-photos-'));
  const clock = { nowMs: Date.now() };
  const deps = createTestDeps(database, 'items');
  const gapListeners = new Set<() => void>();
  const settings = {
    ...deps,
    // In memory there is no link that could break: here the test says when it did.
    pubsub: { ...deps.pubsub, onGap: (listener: () => void) => (gapListeners.add(listener), () => gapListeners.delete(listener)) },
    now: () => new Date(clock.nowMs),
    publicUrl: 'https://swap.example',
    photoDir,
    photoSecret: 'p'.repeat(32),
    placeSecret: 's'.repeat(32),
    limits: { itemsPerPerson: { times: 1_000, seconds: 60 }, ...limits },
  };
  const items = await createItemsSubgraph(settings);
  await items.start();
  const exchanges = await openService<ExchangesEvents & ItemsEvents>({ ...createTestDeps(database, 'exchanges'), name: 'exchanges', entities: [] });
  const told: EventEnvelope<ItemState>[] = [];
  for (const type of ['item.published', 'item.withdrawn'] as const) exchanges.consume(type, async (_tx, event) => void told.push(event));
  await exchanges.start();
  const users = await openService<UsersEvents>({ ...createTestDeps(database, 'users'), name: 'users', entities: [] });
  await users.start();
  const rows = await createDataSource({ url: database.toUrl('items'), schema: 'items', poolSize: 1 }).initialize();
  const countHandled = async (): Promise<number> => (await rows.query('SELECT count(*)::integer AS count FROM handled_event'))[0].count;
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#b5651d' } }).jpeg().toBuffer();

  const publish = (input: object, asker: Asker) => read<Answer>(items, PUBLISH, { input: toInput(input) }, asker);
  return {
    items,
    photoDir,
    clock,
    publish,
    async publishOne(ownerId, input = {}) {
      const { id, message } = await publish(input, { userId: ownerId });
      if (!id) throw new Error(message);
      return id;
    },
    async storePhoto(ownerId) {
      const photoId = randomUUID();
      await items.photos.receive({ photoId, ownerId, maxBytes: 1_000_000 }, Readable.from([picture]));
      return photoId;
    },
    tellHold: (version, state) => exchanges.transaction((tx) => tx.publish('item.hold_changed', version, state)),
    async tellAvatar(version, userId, avatarPhotoId) {
      const handled = await countHandled();
      await users.transaction((tx) => tx.publish('user.changed', version, { id: userId, handle: 'nour', displayName: 'Nour', locale: 'FR', avatarPhotoId }));
      await until(async () => (await countHandled()) > handled);
    },
    async sweepAfter(hours) {
      const nowMs = clock.nowMs + hours * 3_600_000;
      const another = await createItemsSubgraph({ ...settings, now: () => new Date(nowMs) });
      await another.start();
      await another.dispose();
    },
    async readTold(itemId) {
      const ofItem = () => told.filter(({ data }) => data.id === itemId).toSorted((a, b) => a.version - b.version);
      await until(async () => ofItem().length === 2);
      return ofItem().map(({ type, version, data }) => ({ type, version, data }));
    },
    breakLink: () => gapListeners.forEach((listener) => listener()),
    async dispose() {
      await exchanges.dispose();
      await users.dispose();
      await rows.destroy();
      await items.dispose();
      await database.dispose();
      await rm(photoDir, { recursive: true });
    },
  };
}

/** Resolves once `check` holds; throws when it does not within 5 s. */
export async function until(check: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 250; tries += 1) {
    if (await check()) return;
    await pause(20);
  }
  throw new Error('It did not come true');
}

