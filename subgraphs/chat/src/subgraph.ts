import { In, type DataSource } from 'typeorm';
import { createLimiter, type LimitRule } from '@secondlife/platform/limiter';
import { createHeadWatch } from '@secondlife/platform/live/head-watch';
import { createEntityReader } from '@secondlife/platform/subgraph/entity-reader';
import { buildFederatedSchema, type FederatedSchema } from '@secondlife/platform/subgraph/federation';
import { openService, type SubgraphDeps } from '@secondlife/platform/subgraph/service';
import { createSubgraph, type Subgraph } from '@secondlife/platform/subgraph/subgraph';
import type { SubgraphClient } from '@secondlife/platform/subgraph/subgraph-client';
import type { ChatEvents } from '@secondlife/schema/events/chat';
import type { ExchangesEvents } from '@secondlife/schema/events/exchanges';
import type { Context } from './context.js';
import { Conversation } from './conversation/conversation.entity.js';
import { ConversationResolver } from './conversation/conversation.resolver.js';
import { createConversationLoader, keepConversation, type ExchangeEntity } from './conversation/conversation.service.js';
import { ExchangeResolver } from './exchange/exchange.resolver.js';
import { Exchange } from './exchange/exchange.stub.js';
import { Message } from './message/message.entity.js';
import { createMessageLoader } from './message/message.loader.js';
import { MessageResolver } from './message/message.resolver.js';
import { ReadMark } from './read-mark/read-mark.entity.js';
import { createReadMarkLoader, createUnreadLoader } from './read-mark/read-mark.loader.js';
import { ReadMarkResolver } from './read-mark/read-mark.resolver.js';
import { ViewerResolver } from './viewer/viewer.resolver.js';
import { Viewer } from './viewer/viewer.stub.js';

/** The subgraph, its schema in the database, and its role. */
export const NAME = 'chat';
/** Its tables. */
export const ENTITIES = [Conversation, Message, ReadMark];

/** How often one may write. */
export interface ChatLimits {
  messagesPerPerson: LimitRule;
}
const DEFAULT_LIMITS: ChatLimits = { messagesPerPerson: { times: 300, seconds: 60 } };

/** What it needs from outside. */
export interface ChatDeps extends SubgraphDeps {
  /** The owner of exchanges, asked about those that chat has not heard of yet. */
  exchanges: SubgraphClient;
  limits?: Partial<ChatLimits>;
}

/** The schema alone: what composition reads. */
export const buildChatSchema = (): Promise<FederatedSchema> =>
  buildFederatedSchema({
    resolvers: [MessageResolver, ReadMarkResolver, ConversationResolver, ExchangeResolver, ViewerResolver],
    orphanedTypes: [Exchange, Viewer],
    references: {
      Exchange: ({ id }: { id: string }) => new Exchange(id),
      Viewer: ({ id }: { id: string }) => new Viewer(id),
    },
  });

/** Conversations of exchanges: messages without a gap, and what has been read. */
export async function createChatSubgraph(deps: ChatDeps): Promise<Subgraph> {
  const service = await openService<ChatEvents & Pick<ExchangesEvents, 'exchange.changed'>>({ ...deps, name: NAME, entities: ENTITIES });
  const { dataSource, transaction, now, checks } = service;
  const db = dataSource.manager;
  const { messagesPerPerson } = { ...DEFAULT_LIMITS, ...deps.limits };
  const limits = { messagesPerPerson: createLimiter(dataSource, 'messages', messagesPerPerson) };
  const watch = createHeadWatch({ readHeads: (ids) => readHeads(dataSource, ids), log: deps.log });
  const readExchanges = createEntityReader<ExchangeEntity>({ service: NAME, owner: deps.exchanges, typeName: 'Exchange', selection: 'version participants { id }' });

  service.consume('exchange.changed', ({ db }, { version, data }) =>
    keepConversation(db, { exchangeId: data.id, participantIds: data.participantIds, version }),
  );

  return createSubgraph<Context>({
    name: NAME,
    federated: await buildChatSchema(),
    log: deps.log,
    createContext: ({ viewer }) => ({
      viewer,
      db,
      transaction,
      now,
      loaders: {
        conversation: createConversationLoader(db, readExchanges),
        messages: createMessageLoader(db),
        readMarks: createReadMarkLoader(db),
        unread: createUnreadLoader(db, viewer.userId),
      },
      limits,
      live: { pubsub: deps.pubsub, watch },
    }),
    checks,
    start: service.start,
    async dispose() {
      watch.dispose();
      await service.dispose();
    },
  });
}

async function readHeads({ manager }: DataSource, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await manager.findBy(Conversation, { exchangeId: In(ids) });
  return new Map(rows.map(({ exchangeId, lastSeq }) => [exchangeId, lastSeq]));
}
