import { exclusively } from './exclusively';

/** An access token, as tabs hand it to each other. It is never written down. */
export interface AccessToken {
  viewerId: string;
  text: string;
  /** By the clock of this device. */
  expiresAtMs: number;
}

type TabMessage = { kind: 'token'; token: AccessToken } | { kind: 'ask' } | { kind: 'refused'; text: string } | { kind: 'signed-out' };

/** What the tabs of one browser tell each other about the session. */
export interface TokenExchange {
  /** One tab at a time, over all tabs. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** The token of another tab; null when there is none that has one, after a moment at most. */
  ask(): Promise<AccessToken | null>;
  tell(token: AccessToken): void;
  /** The graph does not take a token any more: no tab is to give it away. */
  tellRefused(text: string): void;
  tellSignedOut(): void;
  /** Leaves the other tabs. */
  dispose(): void;
}

export interface TokenExchangeEvents {
  /** The token that this tab can give away now; null when it has none. */
  current(): AccessToken | null;
  onToken(token: AccessToken): void;
  onRefused(text: string): void;
  onSignedOut(): void;
}

const CHANNEL = 'sle-session';
export const REFRESH_LOCK = 'sle-session-refresh';
/** Held, shared, by every tab that had a token: who finds it held may ask. */
export const HOLDER_LOCK = 'sle-session-holder';
const ASK_MS = 250;

/** By a broadcast channel and web locks. */
export function createTokenExchange({ current, onToken, onRefused, onSignedOut }: TokenExchangeEvents): TokenExchange {
  // Without a secure origin, as on a home network, there are none: two tabs may then both refresh, which the graph bears.
  const { locks } = navigator as { locks?: LockManager };
  const channel = new BroadcastChannel(CHANNEL);
  const waiting = new Set<(token: AccessToken) => void>();
  const end = Promise.withResolvers<void>();
  let isHolder = false;

  const post = (message: TabMessage) => channel.postMessage(message);

  function hold(): void {
    if (isHolder) return;
    isHolder = true;
    void locks?.request(HOLDER_LOCK, { mode: 'shared' }, () => end.promise);
  }

  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
    switch (data.kind) {
      case 'token':
        hold();
        onToken(data.token);
        for (const take of waiting) take(data.token);
        return;
      case 'ask': {
        const token = current();
        if (token) post({ kind: 'token', token });
        return;
      }
      case 'refused':
        return onRefused(data.text);
      case 'signed-out':
        return onSignedOut();
      default:
        data satisfies never;
    }
  };

  return {
    exclusively: (work) => exclusively(REFRESH_LOCK, work),
    async ask() {
      const { held = [] } = (await locks?.query()) ?? {};
      const others = held.filter(({ name }) => name === HOLDER_LOCK).length - (isHolder ? 1 : 0);
      if (others <= 0) return null;
      return new Promise((resolve) => {
        const finish = (token: AccessToken | null) => {
          clearTimeout(timer);
          waiting.delete(finish);
          resolve(token);
        };
        const timer = setTimeout(() => finish(null), ASK_MS);
        waiting.add(finish);
        post({ kind: 'ask' });
      });
    },
    tell(token) {
      hold();
      post({ kind: 'token', token });
    },
    tellRefused: (text) => post({ kind: 'refused', text }),
    tellSignedOut: () => post({ kind: 'signed-out' }),
    dispose() {
      channel.close();
      end.resolve();
    },
  };
}
