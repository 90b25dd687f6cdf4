import type { WebSocket as ProtocolSocket } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { SignedViewer } from '@secondlife/platform/signed-viewer';
import type { Identity } from '../identity/access-token.js';
import { settle, UNSENT_LIMIT_BYTES, whenRoom, type Outbox } from '../live/outbox.js';
import type { PropagatedHeaders } from './propagated-headers.js';

/** From a client that does not read what it is sent, no more is read. */
const UNREAD_LIMIT_BYTES = 8 * UNSENT_LIMIT_BYTES;
/** How long a client may take to answer a close. */
const GOODBYE_MS = 2_000;

/** What graphql-ws does with a message. */
type Handle = (data: string) => Promise<void>;

/** A client's socket as graphql-ws talks to it, and what is known of the client. A class, as there is one for each client for as long as it stays. */
export class Connection implements ProtocolSocket {
  /** Null: nobody, or not known yet. */
  identity: Identity | null = null;
  /** Operations under way. */
  operations = 0;
  /** Whether it has answered the last ping. */
  isAlive = true;
  pingAtMs = 0;
  /** Tells graphql-ws that the socket is closed. */
  closed: ((code: number, reason: string) => Promise<void>) | null = null;
  #handle: Handle | null = null;
  /** Operations under way by their ids: each settles once graphql-ws has let go of it. */
  #operations: Map<string, Promise<void>> | null = null;
  /** Those of them that the client has completed. */
  #left: Set<string> | null = null;
  /** Until it settles, what the client says waits. */
  #held: Promise<void> | null = null;

  constructor(
    readonly socket: WebSocket,
    readonly outbox: Outbox,
    readonly address: string,
    public language: SignedViewer['language'],
    public headers: PropagatedHeaders | undefined,
  ) {}

  get protocol(): string {
    return this.socket.protocol;
  }

  /** Resolves once it has gone out, or never will. */
  send(data: string): Promise<void> {
    return new Promise((resolve) => {
      if (this.socket.readyState !== WebSocket.OPEN) return resolve();
      this.socket.send(data, () => {
        settle(this.outbox);
        resolve();
      });
      settle(this.outbox);
    });
  }

  /** From then on nothing that the client says is heard. */
  close(code: number, reason: string): void {
    this.socket.close(code, reason);
    setTimeout(() => this.socket.terminate(), GOODBYE_MS).unref();
  }

  onMessage(handle: Handle): void {
    this.#handle = handle;
  }

  onPing(payload: Record<string, unknown> | undefined): Promise<void> {
    // A token does not come back.
    return this.send(JSON.stringify({ type: 'pong', ...(payload && readParameter(payload, 'authorization') === undefined && { payload }) }));
  }

  /** To be called with each message of the client. What it gives lasts as long as the operation that the message began; it rejects where that can't be handled. */
  receive(data: Buffer): Promise<void> | undefined {
    if (this.socket.readyState !== WebSocket.OPEN) return undefined;
    if (this.socket.bufferedAmount > UNREAD_LIMIT_BYTES && !this.socket.isPaused) {
      this.socket.pause();
      whenRoom(this.outbox, () => this.socket.resume());
    }
    return this.#takeInTurn(toMessage(data.toString()));
  }

  #takeInTurn(message: string): Promise<void> | undefined {
    return this.#held ? this.#held.then(() => this.#takeInTurn(message)) : this.#take(message);
  }

  #take(message: string): Promise<void> | undefined {
    const { type, id } = message as unknown as { type?: unknown; id?: unknown };
    if (typeof id !== 'string') return this.#handle?.(message);
    if (type === 'complete' && this.#operations?.has(id)) (this.#left ??= new Set()).add(id);
    return type === 'subscribe' ? this.#begin(id, message) : this.#handle?.(message);
  }

  /** graphql-ws knows operations by their ids alone: one whose id was another's begins when that one has been let go of. */
  #begin(id: string, message: string): Promise<void> | undefined {
    const operations = (this.#operations ??= new Map<string, Promise<void>>());
    const earlier = this.#left?.has(id) && operations.get(id);
    if (earlier) {
      this.socket.pause();
      this.#held = earlier.then(() => {
        this.#held = null;
        this.socket.resume();
      });
      return this.#takeInTurn(message);
    }
    const handled = this.#handle?.(message);
    const forget = (): void => {
      if (operations.get(id) !== settled) return;
      operations.delete(id);
      this.#left?.delete(id);
    };
    const settled: Promise<void> | undefined = handled?.then(forget, forget);
    if (settled) operations.set(id, settled);
    return handled;
  }
}

/**
 * graphql-ws keeps what it is given for as long as a subscription lasts, and takes a message that is parsed as well: that is a third of its text. What can't
 * be parsed is left to it.
 */
function toMessage(text: string): string {
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === 'string' ? text : (message as string);
  } catch {
    return text;
  }
}

/** Explorers send their HTTP headers as parameters: `Authorization` is `authorization`, `Accept-Language` is `acceptLanguage`. */
export function readParameter(params: Readonly<Record<string, unknown>> | undefined, name: string): unknown {
  const found = Object.entries(params ?? {}).find(([key]) => key.replaceAll('-', '').toLowerCase() === name.toLowerCase());
  return found?.[1];
}
