import type { Client } from 'graphql-ws';
import { whenIdle } from '@/ui/when-idle';
import type { Session } from '../session/session';

/** Whether live queries are heard; `idle` while there is none. */
export type LiveState = 'idle' | 'connected' | 'lost';

/** The one socket of this tab, opened when the first live query wants it. */
export interface Live {
  /** The graphql-ws client; its code is loaded now. */
  getClient(): Promise<Client>;
  getState(): LiveState;
  subscribe(listener: () => void): () => void;
  /** Called when the socket is back after it was lost: what carries no number may have been missed. */
  onReturn(listener: () => void): () => void;
  /** Lets the socket go and come back, such as when someone else signs in. */
  restart(): void;
}

export interface LiveOptions {
  url: string;
  session: Session;
  getLocale(): string;
}

const LONGEST_WAIT_MS = 15_000;
const TOKEN_REFUSED = 4403;
/** A socket that nothing is heard from for so long is asked; and dropped when it does not answer. */
const PING_MS = 12_000;
const PONG_MS = 5_000;

/** Comes back by itself for ever: at once when the browser is online again, else after 1, 2, 4 … 15 seconds. */
export function createLive({ url, session, getLocale }: LiveOptions): Live {
  const listeners = new Set<() => void>();
  const returnListeners = new Set<() => void>();
  let state: LiveState = 'idle';
  let loading: Promise<Client> | null = null;
  let wake = () => {};
  let socket: WebSocket | undefined;

  function become(next: LiveState): void {
    if (state === next) return;
    state = next;
    for (const listener of [...listeners]) listener();
  }

  /** One that still opens asks for its token afterwards: it may go on. */
  function drop(): void {
    if (socket?.readyState === WebSocket.OPEN) void loading?.then((client) => client.terminate());
  }

  async function load(): Promise<Client> {
    // What is live may wait until what is seen is there.
    await new Promise<void>((resolve) => void whenIdle(resolve));
    const { createClient } = await import('graphql-ws');
    let usedToken: string | null = null;
    let pongTimer: ReturnType<typeof setTimeout> | undefined;
    const client = createClient({
      url,
      lazyCloseTimeout: 5_000,
      keepAlive: PING_MS,
      retryAttempts: Infinity,
      shouldRetry: () => true,
      connectionParams: async () => {
        usedToken = await session.getToken();
        return { ...(usedToken && { authorization: `Bearer ${usedToken}` }), acceptLanguage: getLocale() };
      },
      retryWait: (retries) =>
        new Promise((resolve) => {
          const timer = setTimeout(resolve, Math.min(1_000 * 2 ** retries, LONGEST_WAIT_MS) * (0.75 + Math.random() / 2));
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        }),
      on: {
        opened: (opened) => (socket = opened as WebSocket),
        connected(_socket, _payload, wasRetry) {
          become('connected');
          if (wasRetry) for (const listener of [...returnListeners]) listener();
        },
        ping(isReceived) {
          if (isReceived) return;
          pongTimer = setTimeout(() => client.terminate(), PONG_MS);
        },
        pong(isReceived) {
          if (isReceived) clearTimeout(pongTimer);
        },
        closed(event) {
          clearTimeout(pongTimer);
          const { code } = event as CloseEvent;
          if (code === TOKEN_REFUSED && usedToken) session.reject(usedToken);
          become(code === 1000 ? 'idle' : 'lost');
        },
      },
    });
    window.addEventListener('online', () => wake());
    // A phone that sleeps cuts sockets without a word.
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake());
    window.addEventListener('offline', drop);
    return client;
  }

  return {
    getClient: () => (loading ??= load()),
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onReturn(listener) {
      returnListeners.add(listener);
      return () => returnListeners.delete(listener);
    },
    restart: drop,
  };
}
