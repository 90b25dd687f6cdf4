import type { GraphQLFormattedError } from 'graphql';
import { createClient, type Client, type SubscribePayload } from 'graphql-ws';
import { WebSocket } from 'ws';
import { signViewer, VIEWER_EXTENSION } from '../signed-viewer.js';
import { createEventQueue } from './event-queue.js';
import type { SubgraphClient } from './subgraph-client.js';
import { SUBSCRIBE_METHOD, toSubscribeBody } from './wire.js';

export interface SubscriptionSocketsOptions {
  /** Addresses of the same subgraph, such as `http://items:4002`: asked in turn, and one after the other where one can't be reached. */
  urls: readonly string[];
  path: string;
  /** Null: nothing is signed, and nothing is said of who asks. */
  viewerSecret: string | null;
  /** Many subscriptions share a socket. Default 2. */
  socketsPerUrl?: number;
  /** A larger message closes the socket that it comes over; default 32 MiB. */
  maxMessageBytes?: number;
}

/** A subgraph's subscriptions, over graphql-ws. */
export interface SubscriptionSockets {
  /** Resolves once a socket is there and the subgraph is asked; rejects when no address can be reached. */
  subscribe: SubgraphClient['subscribe'];
  dispose(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 5_000;
const PING_INTERVAL_MS = 10_000;
/** A peer that has gone without a word is found by a ping that it does not answer within this. */
const PONG_TIMEOUT_MS = 5_000;
/** A socket without subscriptions is kept so long: the next one need not wait for it. */
const IDLE_SOCKET_MS = 500;
/** Events of one subscription that may wait to be taken: a replay comes faster than it is answered. */
const WAITING_EVENT_LIMIT = 1_024;

/** A few sockets to each address, opened when they are first needed, and again when they were lost. */
export function createSubscriptionSockets(options: SubscriptionSocketsOptions): SubscriptionSockets {
  const { urls, path, viewerSecret, socketsPerUrl = 2, maxMessageBytes = 32 * 1024 * 1024 } = options;
  const sockets = Array.from({ length: urls.length * socketsPerUrl }, (_, index) =>
    createSocket(`${urls[index % urls.length]!.replace(/^http/, 'ws')}${path}`, maxMessageBytes),
  );
  let turn = 0;

  return {
    async subscribe(request, { viewer, headers }) {
      const token = viewerSecret && signViewer(viewer, { method: SUBSCRIBE_METHOD, path, body: toSubscribeBody(request) }, viewerSecret);
      const extensions = { ...(token && { [VIEWER_EXTENSION]: token }), ...(headers && { headers }) };
      const payload = { ...request, ...((token ?? headers) && { extensions }) };
      let failure: unknown;
      for (let tries = 0; tries < urls.length; tries += 1) {
        try {
          return await openSubscription(sockets[turn++ % sockets.length]!, payload);
        } catch (error) {
          failure = error;
        }
      }
      throw failure;
    },
    async dispose() {
      for (const { client } of sockets) await client.dispose();
    },
  };
}

interface Socket {
  client: Client;
  /** Whether the subgraph has acknowledged it. */
  isReady(): boolean;
  /** What each subscription over it does when it breaks or closes. */
  onLost: Set<(thrown: unknown) => void>;
}

function createSocket(url: string, maxPayload: number): Socket {
  const onLost: Socket['onLost'] = new Set();
  const lose = (thrown: unknown): void => {
    for (const tell of onLost) tell(thrown);
  };
  let isReady = false;
  let silence: NodeJS.Timeout | undefined;
  let lastId = 0;
  /** What graphql-ws can't be told: how `ws` is to connect. */
  class BoundedWebSocket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { maxPayload, handshakeTimeout: CONNECT_TIMEOUT_MS, perMessageDeflate: false });
    }
  }
  const client = createClient({
    url,
    webSocketImpl: BoundedWebSocket,
    retryAttempts: 0,
    connectionAckWaitTimeout: CONNECT_TIMEOUT_MS,
    keepAlive: PING_INTERVAL_MS,
    lazyCloseTimeout: IDLE_SOCKET_MS,
    generateID: () => String((lastId += 1)),
    on: {
      connected: () => void (isReady = true),
      ping(isReceived) {
        if (!isReceived) silence = setTimeout(() => client.terminate(), PONG_TIMEOUT_MS);
      },
      pong(isReceived) {
        if (isReceived) clearTimeout(silence);
      },
      error: lose,
      closed(event) {
        isReady = false;
        clearTimeout(silence);
        lose(event);
      },
    },
  });
  return { client, isReady: () => isReady, onLost };
}

function openSubscription({ client, isReady, onLost }: Socket, payload: SubscribePayload): ReturnType<SubgraphClient['subscribe']> {
  return new Promise((resolve, reject) => {
    const queue = createEventQueue({ limit: WAITING_EVENT_LIMIT, onClose: () => leave() });
    const accept = () => {
      stopWaiting();
      resolve(queue.events);
    };
    const lose = (thrown: unknown) => {
      const error = toLinkError(thrown);
      queue.end(error);
      reject(error);
      leave();
    };
    const leave = () => {
      stopWaiting();
      onLost.delete(lose);
      stop();
    };
    const stopWaiting = client.on('connected', accept);
    const stop = client.subscribe(payload, {
      next: (event) => queue.push(event as Parameters<typeof queue.push>[0]),
      complete() {
        queue.end();
        leave();
      },
      error(thrown) {
        if (!isRefusal(thrown)) return lose(thrown);
        queue.push({ errors: thrown });
        queue.end();
        leave();
      },
    });
    // Closed with 1000, graphql-ws would connect and subscribe again by itself, and say nothing of what was lost meanwhile.
    onLost.add(lose);
    if (isReady()) accept();
  });
}

/** graphql-ws throws what it met: the errors of the subgraph, a close event, or an error of the socket. */
const isRefusal = (thrown: unknown): thrown is readonly GraphQLFormattedError[] => Array.isArray(thrown);

function toLinkError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) return new Error(String(thrown.message), { cause: thrown });
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown) return new Error(`The socket was closed with ${String(thrown.code)}`);
  return new Error('The socket broke', { cause: thrown });
}
