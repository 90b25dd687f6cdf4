import { MIGRATIONS as CHAT_MIGRATIONS } from '@secondlife/chat/migrations/index';
import { buildChatSchema } from '@secondlife/chat/subgraph';
import { MIGRATIONS as EXCHANGES_MIGRATIONS } from '@secondlife/exchanges/migrations/index';
import { buildExchangesSchema } from '@secondlife/exchanges/subgraph';
import { MIGRATIONS as ITEMS_MIGRATIONS } from '@secondlife/items/migrations/index';
import { buildItemsSchema } from '@secondlife/items/subgraph';
import { MIGRATIONS as USERS_MIGRATIONS } from '@secondlife/users/migrations/index';
import { buildUsersSchema } from '@secondlife/users/subgraph';

/** Every subgraph, in the order of rover.yaml. */
export const SERVICES = {
  users: { migrations: USERS_MIGRATIONS, buildSchema: buildUsersSchema },
  items: { migrations: ITEMS_MIGRATIONS, buildSchema: buildItemsSchema },
  exchanges: { migrations: EXCHANGES_MIGRATIONS, buildSchema: buildExchangesSchema },
  chat: { migrations: CHAT_MIGRATIONS, buildSchema: buildChatSchema },
} as const;

/** The name of a subgraph, of its schema, and of its role. */
export type ServiceName = keyof typeof SERVICES;
/** In the same order. */
export const SERVICE_NAMES = Object.keys(SERVICES) as ServiceName[];
