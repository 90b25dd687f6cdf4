import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, parse } from 'graphql';
import { createHttpServer } from '@secondlife/platform/http/http-server';
import { listen } from '@secondlife/platform/http/listen';
import { DONE, toAsyncIterator } from '@secondlife/platform/live/async-iterator';
import { createLogger } from '@secondlife/platform/log';
import { createSubgraph } from '@secondlife/platform/subgraph/subgraph';
import type { SubgraphCall } from '@secondlife/platform/subgraph/subgraph-client';
import { registerSubgraph } from '@secondlife/platform/subgraph/subgraph-server';

export const VIEWER_SECRET = 's'.repeat(32);
const log = createLogger({ name: 'test', level: 'silent' });

const SDL = `
  type Query { ping: String! @tag(name: "public") }
  type Subscription {
    posted(room: ID!, after: Int): Post!
    announced(after: Int): Notice! @tag(name: "public")
    whispered(room: ID!): Post
  }
  type Post @key(fields: "id") @key(fields: "code") { id: ID! code: ID! seq: Int! body: String! reader: String }
  type Notice @key(fields: "id") { id: ID! @tag(name: "public") seq: Int! @tag(name: "public") body: String! @tag(name: "public") reader: String @tag(name: "public") inside: String }
`;

interface Entry { id: string; seq: number; body: string }
interface Asked { field: string; after: unknown; userId: string | null; language: string }

/** A subgraph over real sockets: the test decides what happens in it. Rooms hold numbered entries, and replay them. */
export interface FeedSubgraph {
  url: string;
  /** What was subscribed to, in order. */
  asked: Asked[];
  /** Thrown at each new subscription while it is set. */
  refusal: GraphQLError | null;
  /** So many entries before the number that is asked for come again. */
  rewind: number;
  /** While it is set, no connection holds. */
  isDown: boolean;
  append(room: string, body?: string): void;
  /** Subscriptions that are open. */
  countOpen(): number;
  /** Connections; one that carries nothing is let go of by who opened it. */
  countConnections(): number;
  /** Ends every connection as a crash would. */
  cut(): void;
  /** Ends every subscription as a subgraph does that lost its place. */
  interrupt(): void;
  /** Resolves once `isSo`, which is asked whenever a subscription begins or ends. */
  until(isSo: () => boolean): Promise<void>;
  /** As it was when it started: nothing was asked, no room has an entry, and it is well. */
  reset(): void;
  dispose(): Promise<void>;
}

export const FEED_SDL = SDL;

const WELL = { refusal: null, rewind: 0, isDown: false };

/** Starts it on a port of its own. */
export async function startFeedSubgraph(): Promise<FeedSubgraph> {
  const rooms = new Map<string, Entry[]>();
  const changed = new EventEmitter().setMaxListeners(0);
  const open = new Set<() => void>();
  const sockets = new Set<Socket>();
  const roomOf = (room: string): Entry[] => {
    const entries = rooms.get(room) ?? [];
    rooms.set(room, entries);
    return entries;
  };

  const follow = (field: string, room: string, after: unknown, call: SubgraphCall) => {
    feed.asked.push({ field, after, userId: call.viewer.userId, language: call.viewer.language });
    if (feed.refusal) throw feed.refusal;
    const entries = roomOf(room);
    let sent = Math.max(0, (typeof after === 'number' ? after : entries.length) - feed.rewind);
    let isClosed = false;
    let isInterrupted = false;
    const interrupt = () => {
      isInterrupted = true;
      changed.emit('entry');
    };
    open.add(interrupt);
    changed.emit('subscriptions');
    return toAsyncIterator({
      async next() {
        for (;;) {
          if (isClosed) return DONE;
          if (isInterrupted) {
            open.delete(interrupt);
            throw new GraphQLError('Lost.', { extensions: { code: 'SUBSCRIPTION_INTERRUPTED' } });
          }
          const entry = entries[sent];
          if (entry) {
            sent += 1;
            return { done: false as const, value: { [field]: entry } };
          }
          await new Promise<void>((resolve) => changed.once('entry', () => resolve()));
        }
      },
      async close() {
        isClosed = true;
        open.delete(interrupt);
        changed.emit('entry');
        changed.emit('subscriptions');
      },
    });
  };

  type Args = { room?: string; after?: number };
  type Context = { call: SubgraphCall };
  const resolvers = {
    Query: { ping: () => 'pong' },
    Subscription: {
      posted: { subscribe: (_: unknown, { room = '', after }: Args, { call }: Context) => follow('posted', room, after, call) },
      announced: { subscribe: (_: unknown, { after }: Args, { call }: Context) => follow('announced', 'notices', after, call) },
      whispered: { subscribe: (_: unknown, { room = '' }: Args, { call }: Context) => follow('whispered', room, undefined, call) },
    },
    Post: { code: ({ id }: Entry) => id, reader: (_: unknown, __: unknown, { call }: Context) => call.viewer.userId },
    Notice: { reader: (_: unknown, __: unknown, { call }: Context) => call.viewer.userId, inside: () => 'inside' },
  };
  const typeDefs = parse(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag"])\n${SDL}`);
  const subgraph = await createSubgraph<Context>({
    name: 'feed',
    federated: { schema: buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]), sdl: '' },
    log,
    createContext: (call) => ({ call }),
    checks: {},
    start: async () => undefined,
    dispose: async () => undefined,
  });
  const app = createHttpServer({ log, checks: {} });
  app.server.on('connection', (socket) => {
    if (feed.isDown) return socket.destroy();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await registerSubgraph(app, subgraph, VIEWER_SECRET);

  const feed: FeedSubgraph = {
    url: `http://127.0.0.1:${await listen(app, { port: 0, host: '127.0.0.1' })}`,
    asked: [],
    ...WELL,
    append(room, body = 'text') {
      const entries = roomOf(room);
      const seq = entries.length + 1;
      entries.push({ id: `${room}-${seq}`, seq, body });
      changed.emit('entry');
    },
    countOpen: () => open.size,
    countConnections: () => sockets.size,
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    interrupt() {
      for (const one of open) one();
    },
    async until(isSo) {
      while (!isSo()) await new Promise<void>((resolve) => changed.once('subscriptions', () => resolve()));
    },
    reset() {
      rooms.clear();
      Object.assign(feed, WELL);
      feed.asked.length = 0;
    },
    async dispose() {
      await app.close();
      await subgraph.dispose();
    },
  };
  return feed;
}
