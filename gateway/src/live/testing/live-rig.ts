import { generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { SupergraphManager } from '@apollo/gateway';
import { execute, parse } from 'graphql';
import { ACCESS_TOKEN, type IdentitySource } from '@secondlife/platform/access-token';
import { listen } from '@secondlife/platform/http/listen';
import { createLogger } from '@secondlife/platform/log';
import { createHttpClient } from '@secondlife/platform/subgraph/http-client';
import type { SubgraphClient } from '@secondlife/platform/subgraph/subgraph-client';
import { createGateway, type Gateway, type GatewayOptions } from '../../gateway.js';
import type { LiveEvent } from '../live-queries.js';
import { FEED_SDL, startFeedSubgraph, VIEWER_SECRET, type FeedSubgraph } from './feed-subgraph.js';
import { openSocketClient, type SocketClient } from './socket-client.js';

/** Beside the feed: who wrote what, which each event asks for. */
export const PEOPLE_SDL = `
  type Post @key(fields: "id") { id: ID! author: String! }
  type Notice @key(fields: "id") { id: ID! @tag(name: "public") author: String! @tag(name: "public") }
`;

const log = createLogger({ name: 'test', level: 'silent' });
const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag"])\n';

/** The supergraph of both, or of what a test makes of them. */
export function composeRig({ feed = FEED_SDL, people = PEOPLE_SDL }: { feed?: string; people?: string } = {}): string {
  const { supergraphSdl, errors } = composeServices([
    { name: 'feed', typeDefs: parse(LINK + feed) },
    { name: 'people', typeDefs: parse(LINK + people) },
  ]);
  if (supergraphSdl === undefined) throw new AggregateError(errors ?? [], String(errors));
  return supergraphSdl;
}

/** A gateway over the feed and people, with sockets that a test opens. */
export interface LiveRig {
  feed: FeedSubgraph;
  gateway: Gateway;
  url: string;
  /** How often people was asked, and as whom. */
  peopleAsked: (string | null)[];
  events: LiveEvent[];
  revoked: string[];
  toToken(userId: string, options?: { sessionId?: string; seconds?: number }): string;
  update(supergraphSdl: string): void;
  /** Connected and acknowledged. */
  connect(token?: string, params?: object): Promise<SocketClient>;
  openClient(protocol?: string | null): Promise<SocketClient>;
  /** Resolves once `isSo`, which is asked every few milliseconds: for what no frame tells of. */
  until(isSo: () => boolean): Promise<void>;
  /** For the next test: nobody is connected, and nothing has been. A gateway takes a second to start. */
  reset(): Promise<void>;
  dispose(): Promise<void>;
}

export async function startLiveRig(options: Partial<GatewayOptions> = {}): Promise<LiveRig> {
  const feed = await startFeedSubgraph();
  const client = createHttpClient({ urls: [feed.url], viewerSecret: VIEWER_SECRET });
  const clients: SocketClient[] = [];
  const peopleAsked: LiveRig['peopleAsked'] = [];
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const revoked: string[] = [];
  const identity: IdentitySource = {
    readKeys: async () => [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1' } as never],
    readRevokedSessions: async () => [...revoked],
  };
  let update: LiveRig['update'] = () => undefined;
  const supergraph: SupergraphManager = {
    async initialize(manager) {
      update = (sdl) => manager.update(sdl);
      return { supergraphSdl: composeRig() };
    },
  };
  const events: LiveEvent[] = [];
  const gateway = await createGateway({
    supergraph,
    subgraphs: new Map([['feed', client], ['people', createPeople(peopleAsked)]]),
    identity,
    onLiveEvent: (event) => events.push(event),
    // Limits have tests of their own.
    limits: 'off',
    log,
    ...options,
  });
  const url = `http://127.0.0.1:${await listen(gateway.app, { port: 0, host: '127.0.0.1' })}`;
  const openClient: LiveRig['openClient'] = async (protocol) => {
    const opened = await openSocketClient(url, protocol);
    clients.push(opened);
    return opened;
  };
  const until: LiveRig['until'] = async (isSo) => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const leave = (): void => {
    for (const { socket } of clients.splice(0)) socket.terminate();
  };
  return {
    feed,
    gateway,
    url,
    peopleAsked,
    events,
    revoked,
    toToken: (userId, { sessionId = `session of ${userId}`, seconds = 60 } = {}) =>
      jwt.sign({ sid: sessionId }, privateKey, {
        algorithm: 'ES256',
        keyid: 'k1',
        header: { alg: 'ES256', typ: ACCESS_TOKEN.type },
        subject: userId,
        issuer: ACCESS_TOKEN.issuer,
        audience: ACCESS_TOKEN.audience,
        expiresIn: seconds,
      }),
    update: (sdl) => update(sdl),
    async connect(token, params = {}) {
      const opened = await openClient();
      await opened.init({ ...(token && { authorization: `Bearer ${token}` }), ...params });
      return opened;
    },
    openClient,
    until,
    async reset() {
      leave();
      await until(() => gateway.getLiveCounts().subscriptions === 0 && feed.countOpen() === 0);
      feed.reset();
      for (const list of [peopleAsked, events, revoked]) list.length = 0;
    },
    async dispose() {
      leave();
      await gateway.dispose();
      await client.dispose();
      await feed.dispose();
    },
  };
}

function createPeople(asked: LiveRig['peopleAsked']): SubgraphClient {
  const typeDefs = parse(LINK + PEOPLE_SDL.replace('@key(fields: "id") { id: ID!', '@key(fields: "id") @key(fields: "code") { id: ID! code: ID!'));
  const author = ({ id, code }: { id?: string; code?: string }) => `author of ${id ?? code}`;
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: { Post: { author }, Notice: { author } } as never }]);
  return {
    async execute({ query, variables }, { viewer }) {
      asked.push(viewer.userId);
      return JSON.parse(JSON.stringify(await execute({ schema, document: parse(query), variableValues: variables }))) as never;
    },
    subscribe: () => Promise.reject(new Error('There is nothing to subscribe to')),
    check: async () => undefined,
    dispose: async () => undefined,
  };
}
