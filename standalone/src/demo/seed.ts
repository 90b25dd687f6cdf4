import type { DataSource } from 'typeorm';
import { ENTITIES as CHAT_ENTITIES } from '@secondlife/chat/subgraph';
import { ENTITIES as EXCHANGES_ENTITIES } from '@secondlife/exchanges/subgraph';
import { ENTITIES as ITEMS_ENTITIES } from '@secondlife/items/subgraph';
import { createDataSource, type EntityClass } from '@secondlife/platform/database/data-source';
import { ENTITIES as USERS_ENTITIES } from '@secondlife/users/subgraph';
import { User } from '@secondlife/users/user/user.entity';
import type { Secrets } from '../data-folder.js';
import type { ServiceName } from '../services.js';
import { seedChat } from './seed-chat.js';
import { seedExchanges } from './seed-exchanges.js';
import { seedItems } from './seed-items.js';
import { seedUsers } from './seed-users.js';

export interface SeedOptions {
  /** The address at which a service logs in. */
  toUrl(service: ServiceName): string;
  secrets: Secrets;
  photoDir: string;
  publicUrl: string;
  /** What the community's days are counted back from. */
  now: Date;
}

/**
 * Fills an empty database with the demo community; does nothing when there is anyone in it. Each service's rows are
 * written as that service's own role. Ids are made from names, so that what was cut short goes on at the next start;
 * people come last, as the sign that it is done.
 */
export async function seedDemo(options: SeedOptions): Promise<void> {
  await withTables('users', USERS_ENTITIES, options, async (users) => {
    if (await users.manager.exists(User)) return;
    await withTables('items', ITEMS_ENTITIES, options, (items) => seedItems(items.manager, options));
    await withTables('exchanges', EXCHANGES_ENTITIES, options, (exchanges) => seedExchanges(exchanges.manager, options.now));
    await withTables('chat', CHAT_ENTITIES, options, (chat) => seedChat(chat.manager, options.now));
    await seedUsers(users.manager, options);
  });
}

async function withTables(service: ServiceName, entities: readonly EntityClass[], { toUrl }: SeedOptions, work: (dataSource: DataSource) => Promise<void>): Promise<void> {
  const dataSource = await createDataSource({ url: toUrl(service), schema: service, entities, poolSize: 1 }).initialize();
  try {
    await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
