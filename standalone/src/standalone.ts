import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createChatSubgraph } from '@secondlife/chat/subgraph';
import { createExchangesSubgraph } from '@secondlife/exchanges/subgraph';
import { createGateway, type Gateway } from '@secondlife/gateway/gateway';
import type { FindWebApp } from '@secondlife/gateway/web-app/forward-pages';
import { readSavedOperations } from '@secondlife/gateway/saved-operations';
import { createSupergraphFile } from '@secondlife/gateway/supergraph/supergraph-source';
import { toTicketSecret } from '@secondlife/items/photo/upload-ticket';
import { createItemsSubgraph } from '@secondlife/items/subgraph';
import { migrate } from '@secondlife/platform/database/migrate';
import type { TrustProxy } from '@secondlife/platform/http/http-server';
import type { Logger } from '@secondlife/platform/log';
import { createLocalPubSub } from '@secondlife/platform/pubsub/local-pubsub';
import { createRedisPubSub } from '@secondlife/platform/pubsub/redis-pubsub';
import { createLocalClient } from '@secondlife/platform/subgraph/local-client';
import { CATALOGUE } from '@secondlife/schema/events/catalogue';
import { createUsersSubgraph, type UsersSubgraph } from '@secondlife/users/subgraph';
import { isSecureSite } from '@secondlife/users/session/cookies';
import type { Secrets } from './data-folder.js';
import { SERVICE_NAMES, SERVICES, type ServiceName } from './services.js';

export interface StandaloneOptions {
  /** A role that may make roles and schemas. */
  adminUrl: string;
  /** The address at which a service logs in. */
  toUrl(service: ServiceName): string;
  secrets: Secrets;
  photoDir: string;
  /** Where clients reach the front door, such as `http://localhost:4000`. */
  publicUrl: string;
  /** Without it hints stay in this process. */
  redisUrl?: string | undefined;
  allowedOrigins?: readonly string[] | undefined;
  trustProxy?: TrustProxy;
  /** Who answers for pages. */
  findWebApp: FindWebApp;
  /** Called after the migrations and before anything is served. */
  beforeStart?: () => Promise<void>;
  log: Logger;
}

/** The whole graph in this process: not yet listening. */
export interface Standalone {
  gateway: Gateway;
  users: UsersSubgraph;
  /** Answers what is under way, then lets go of everything that was opened here. */
  dispose(): Promise<void>;
}

const SCHEMA_FOLDER = fileURLToPath(new URL('../../schema/', import.meta.url));

/** One machine has one address for many people: registrations are not limited as in the open. */
const STANDALONE_LIMITS = { registrationsPerAddress: { times: 200, seconds: 60 } };

/** Migrates, then opens every subgraph in the order of who asks whom, and the gateway before them. */
export async function createStandalone(options: StandaloneOptions): Promise<Standalone> {
  const { adminUrl, toUrl, secrets, photoDir, publicUrl, redisUrl, allowedOrigins, trustProxy, findWebApp, beforeStart, log } = options;
  await migrate({
    adminUrl,
    schemas: SERVICE_NAMES.map((schema) => ({ schema, url: toUrl(schema), migrations: SERVICES[schema].migrations })),
    catalogue: CATALOGUE,
  });
  await beforeStart?.();
  const pubsub = redisUrl ? createRedisPubSub({ url: redisUrl, log }) : createLocalPubSub();
  const toDeps = (name: ServiceName) => ({ databaseUrl: toUrl(name), pubsub, log: log.child({ name }) });

  const items = await createItemsSubgraph({ ...toDeps('items'), publicUrl, photoDir, photoSecret: toTicketSecret(secrets.placeSecret), placeSecret: secrets.placeSecret });
  const users = await createUsersSubgraph({
    ...toDeps('users'),
    items: createLocalClient(items),
    passwordSecret: secrets.passwordSecret,
    viewerSecret: null,
    isCookieSecure: isSecureSite(publicUrl),
    limits: STANDALONE_LIMITS,
  });
  const exchanges = await createExchangesSubgraph({ ...toDeps('exchanges'), items: createLocalClient(items) });
  const chat = await createChatSubgraph({ ...toDeps('chat'), exchanges: createLocalClient(exchanges) });
  const subgraphs = [items, users, exchanges, chat];

  const gateway = await createGateway({
    supergraph: createSupergraphFile(`${SCHEMA_FOLDER}supergraph.graphql`, log),
    subgraphs: new Map(subgraphs.map((subgraph) => [subgraph.name, createLocalClient(subgraph)])),
    identity: users.identity,
    pubsub,
    redisUrl,
    cookieSubgraphs: ['users'],
    allowedOrigins,
    trustProxy,
    savedOperations: await readSavedOperations(`${SCHEMA_FOLDER}operations`),
    // The pages of this start alone are known by it.
    webApp: { find: findWebApp, visitorSecret: randomBytes(32).toString('base64url') },
    log,
  });
  for (const subgraph of subgraphs) {
    await subgraph.registerRoutes(gateway.app);
    await subgraph.start();
  }
  return {
    gateway,
    users,
    async dispose() {
      await gateway.dispose();
      await Promise.all(subgraphs.map((subgraph) => subgraph.dispose()));
      await pubsub.dispose();
    },
  };
}
