import type DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { RunTransaction } from '@secondlife/platform/database/transaction';
import type { Limiter } from '@secondlife/platform/limiter';
import type { HeadWatch } from '@secondlife/platform/live/head-watch';
import type { PubSub } from '@secondlife/platform/pubsub/pubsub';
import type { SignedViewer } from '@secondlife/platform/signed-viewer';
import type { ChatEvents } from '@secondlife/schema/events/chat';
import type { Conversation } from './conversation/conversation.entity.js';
import type { Message } from './message/message.entity.js';
import type { MessageRange } from './message/message.loader.js';
import type { ReadMark } from './read-mark/read-mark.entity.js';

/** What every resolver and service function works with; made anew for each request and each event. */
export interface Context {
  viewer: SignedViewer;
  db: EntityManager;
  transaction: RunTransaction<ChatEvents>;
  now: () => Date;
  loaders: {
    conversation: DataLoader<string, Conversation | null>;
    messages: DataLoader<MessageRange, Message[], string>;
    /** By the conversation's exchange. */
    readMarks: DataLoader<string, ReadMark[]>;
    /** The viewer's, by the conversation's exchange. */
    unread: DataLoader<string, number>;
  };
  limits: { messagesPerPerson: Limiter };
  live: { pubsub: PubSub; watch: HeadWatch };
}
