import type { SendBudget } from './send-budget.js';

/** What of one client's answers has not gone out yet. A plain object: there is one for each client. */
export interface Outbox {
  readonly budget: SendBudget;
  /** What can say how much is unsent. */
  readonly pipe: Pipe;
  /** As much of it as the budget knows of. */
  knownBytes: number;
  isClosed: boolean;
  listeners: (() => void)[] | null;
  /** What a write calls once it has gone out: made when it is first needed, one for all writes. */
  onSent: (() => void) | null;
}

/** A WebSocket says it by `bufferedAmount`, a response by `writableLength`. */
export type Pipe = { readonly bufferedAmount: number } | { readonly writableLength: number };

/** Unsent bytes from which on a client is too slow. */
export const UNSENT_LIMIT_BYTES = 32 * 1024;

export const createOutbox = (budget: SendBudget, pipe: Pipe): Outbox => ({ budget, pipe, knownBytes: 0, isClosed: false, listeners: null, onSent: null });

const readUnsentBytes = ({ pipe }: Outbox): number => ('bufferedAmount' in pipe ? pipe.bufferedAmount : pipe.writableLength);

/**
 * Whether a frame of that size may be written: one alone always, since a client that reads takes it at once, and must not wait for those who
 * do not; beside others only within the limits of the client and of the process.
 */
export function hasRoom(outbox: Outbox, bytes: number): boolean {
  const unsentBytes = readUnsentBytes(outbox);
  return unsentBytes === 0 || (unsentBytes + bytes <= UNSENT_LIMIT_BYTES && outbox.budget.hasRoom(bytes));
}

/** To be called after each write, and once it has gone out. */
export function settle(outbox: Outbox): void {
  const unsentBytes = outbox.isClosed ? 0 : readUnsentBytes(outbox);
  if (unsentBytes !== outbox.knownBytes) {
    outbox.budget.count(unsentBytes - outbox.knownBytes);
    outbox.knownBytes = unsentBytes;
  }
  const { listeners } = outbox;
  if (unsentBytes > 0 || !listeners || outbox.isClosed) return;
  outbox.listeners = null;
  for (const listener of listeners) listener();
}

/** Calls `listener` once when all has gone out. */
export function whenRoom(outbox: Outbox, listener: () => void): void {
  (outbox.listeners ??= []).push(listener);
  // Where nothing is unsent, no write will tell.
  if (readUnsentBytes(outbox) === 0) setImmediate(settle, outbox);
}

/** From now on nothing of it counts. */
export function closeOutbox(outbox: Outbox): void {
  outbox.isClosed = true;
  outbox.listeners = null;
  settle(outbox);
}
