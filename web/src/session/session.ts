import { print } from 'graphql';
import { LogOutDocument, RefreshSessionDocument, type RefreshSessionMutation, type SessionPartsFragment } from './session.generated';
import type { Early } from '../early/begin';
import type { SessionMemory } from './session-memory';
import { createTokenExchange, type AccessToken } from './token-exchange';

/** Who uses this browser. `unknown` on the server, and until the browser has looked. */
export type SessionState = { status: 'unknown' } | { status: 'nobody'; hasExpired: boolean } | { status: 'viewer'; viewerId: string };

/** Who is signed in, in all tabs of this browser. */
export interface Session {
  getState(): SessionState;
  subscribe(listener: () => void): () => void;
  /** An access token that holds for a while yet, renewed when need be; null for nobody. Rejects when it can't be renewed for want of a network. */
  getToken(): Promise<string | null>;
  /** A token that was refused is not used again, in no tab. */
  reject(token: string): void;
  /** What `logIn` or `register` answered. */
  signIn(parts: SessionPartsFragment): void;
  /** Ends the session at the server and in all tabs. Rejects, and changes nothing, when the server can't be reached. */
  signOut(): Promise<void>;
  /** After the server has ended the session: forgets it, in all tabs. */
  forget(): void;
  /** Leaves the other tabs, which stay signed in. */
  dispose(): void;
}

export interface SessionOptions {
  graphUrl: string;
  memory: SessionMemory;
  /** What the page began by itself. */
  early?: Early | undefined;
  /** The clock of this device, in milliseconds. */
  now?: () => number;
}

/** So long before its end a token is renewed, in milliseconds. */
const EARLY_MS = 30_000;
/** Whoever waits for the graph longer than that waits in vain, and all tabs with them. */
export const PATIENCE_MS = 15_000;
const UNKNOWN: SessionState = { status: 'unknown' };
const NOBODY: SessionState = { status: 'nobody', hasExpired: false };
const EXPIRED: SessionState = { status: 'nobody', hasExpired: true };

/** The viewer's id; null while there is none. */
export function viewerOf(session: Session): string | null {
  const state = session.getState();
  return state.status === 'viewer' ? state.viewerId : null;
}

/** Keeps the access token in memory, and the refresh token where no script can read it: in the cookie that the graph sets. */
export function createSession({ graphUrl, memory, early, now = Date.now }: SessionOptions): Session {
  const listeners = new Set<() => void>();
  const remembered = memory.read();
  let state: SessionState = remembered ? { status: 'viewer', viewerId: remembered } : NOBODY;
  let token: AccessToken | null = null;
  let refused: string | null = null;
  let renewal: Promise<string | null> | null = null;
  /** How often someone came or went: what was asked before that is of no use after it. */
  let turn = 0;
  // Of use only for the one who was there when the page began.
  let begun = early?.viewerId === remembered ? early : undefined;
  if (!begun) early?.release();

  const exchange = createTokenExchange({ current: () => (isUsable(token) ? token : null), onToken: take, onRefused: drop, onSignedOut: () => leave(NOBODY) });

  function isUsable(candidate: AccessToken | null): candidate is AccessToken {
    return candidate !== null && candidate.text !== refused && candidate.expiresAtMs - EARLY_MS > now();
  }

  function become(next: SessionState): void {
    const isSame = state.status === next.status && (state.status !== 'viewer' || (next.status === 'viewer' && state.viewerId === next.viewerId));
    if (isSame) return;
    state = next;
    turn += 1;
    for (const listener of [...listeners]) listener();
  }

  function take(next: AccessToken): void {
    token = next;
    memory.write(next.viewerId);
    become({ status: 'viewer', viewerId: next.viewerId });
  }

  function share(parts: SessionPartsFragment): string {
    // By a clock that is ahead of the server's a new token seems to be over: it is used for a moment all the same.
    const expiresAtMs = Math.max(Date.parse(parts.accessTokenExpiresAt), now() + 2 * EARLY_MS);
    const fresh = { text: parts.accessToken, expiresAtMs, viewerId: parts.viewer.id };
    take(fresh);
    exchange.tell(fresh);
    return fresh.text;
  }

  function drop(text: string): void {
    refused = text;
    if (token?.text === text) token = null;
  }

  function leave(next: SessionState): void {
    token = null;
    memory.write(null);
    become(next);
  }

  function forget(): void {
    leave(NOBODY);
    exchange.tellSignedOut();
  }

  async function ask(query: string, authorization?: string): Promise<unknown> {
    const response = await fetch(graphUrl, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body: JSON.stringify({ query }),
      // A refresh token is used up by it: its successor has to arrive, also when the page is left meanwhile.
      keepalive: true,
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch((error: unknown) => {
      // Silence is a want of a network too.
      throw error instanceof TypeError ? error : new TypeError('The graph did not answer', { cause: error });
    });
    if (!response.ok && response.status !== 401) throw new TypeError(`The graph answered ${response.status}`);
    const { data } = (await response.json()) as { data?: unknown };
    return data;
  }

  const usableText = (): string | null => (isUsable(token) ? token.text : null);

  /** What the graph answered to `refreshSession`, asked for at this turn. */
  function settle(answer: unknown, before: number): string | null {
    if (turn !== before) return usableText();
    const result = (answer as RefreshSessionMutation | undefined)?.refreshSession;
    switch (result?.__typename) {
      case 'Session':
        return share(result);
      case 'SessionExpired':
        leave(EXPIRED);
        exchange.tellSignedOut();
        return null;
      case undefined:
        throw new TypeError('The graph did not renew the session');
      default:
        return result satisfies never;
    }
  }

  /** Undefined when the page did not renew the session by itself; it does so once. */
  async function takeEarly(before: number): Promise<string | null | undefined> {
    const taken = begun;
    begun = undefined;
    const { data } = (await taken?.session) ?? {};
    const result = (data as RefreshSessionMutation | null | undefined)?.refreshSession;
    try {
      const isOurs = result && (result.__typename !== 'Session' || result.viewer.id === taken?.viewerId);
      return isOurs ? settle(data, before) : undefined;
    } finally {
      taken?.release();
    }
  }

  async function renew(): Promise<string | null> {
    const before = turn;
    const renewed = await takeEarly(before);
    if (renewed !== undefined) return renewed;
    return exchange.exclusively(async () => {
      const shared = isUsable(token) ? token : await exchange.ask();
      // Meanwhile someone logged in, or logged out in another tab: that is what holds.
      if (turn !== before) return usableText();
      if (isUsable(shared)) {
        take(shared);
        return shared.text;
      }
      return settle(await ask(print(RefreshSessionDocument)), before);
    });
  }

  async function getToken(): Promise<string | null> {
    if (state.status !== 'viewer') return null;
    const usable = usableText();
    if (usable) return usable;
    renewal ??= renew().finally(() => (renewal = null));
    return renewal;
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getToken,
    reject(text) {
      drop(text);
      exchange.tellRefused(text);
    },
    signIn: (parts) => void share(parts),
    async signOut() {
      const current = await getToken();
      if (current) await ask(print(LogOutDocument), `Bearer ${current}`);
      forget();
    },
    forget,
    dispose: () => exchange.dispose(),
  };
}

/** Of the server, where nobody is known. */
export const UNKNOWN_SESSION: Session = {
  getState: () => UNKNOWN,
  subscribe: () => () => {},
  getToken: async () => null,
  reject() {},
  signIn() {},
  signOut: async () => {},
  forget() {},
  dispose() {},
};
