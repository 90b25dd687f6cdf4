import type { SendBudget } from './send-budget.js';

/** Watches what of one client's answers has not gone out yet. */
export interface Outbox {
  /**
   * Whether a frame of that size may be written: one alone always, since a client that reads takes it at once, and must not wait for those who
   * do not; beside others only within the limits of the client and of the process.
   */
  hasRoom(bytes: number): boolean;
  /** To be called after each write, and once it has gone out. */
  settle(): void;
  /** Calls `listener` once when all has gone out. */
  whenRoom(listener: () => void): void;
  /** From now on nothing of it counts. */
  close(): void;
}

/** Unsent bytes from which on a client is too slow. */
export const UNSENT_LIMIT_BYTES = 32 * 1024;

/** An outbox for a client whose unsent bytes can be asked for. */
export function createOutbox(budget: SendBudget, readUnsentBytes: () => number): Outbox {
  let knownBytes = 0;
  let isClosed = false;
  let listeners: (() => void)[] | null = null;

  const settle = (): void => {
    const unsentBytes = isClosed ? 0 : readUnsentBytes();
    if (unsentBytes !== knownBytes) {
      const change = unsentBytes - knownBytes;
      knownBytes = unsentBytes;
      budget.count(change);
    }
    if (unsentBytes > 0 || !listeners || isClosed) return;
    const called = listeners;
    listeners = null;
    for (const listener of called) listener();
  };

  return {
    hasRoom(bytes) {
      const unsentBytes = readUnsentBytes();
      return unsentBytes === 0 || (unsentBytes + bytes <= UNSENT_LIMIT_BYTES && budget.hasRoom(bytes));
    },
    settle,
    whenRoom(listener) {
      (listeners ??= []).push(listener);
      // Where nothing is unsent, no write will tell.
      if (readUnsentBytes() === 0) setImmediate(settle);
    },
    close() {
      isClosed = true;
      listeners = null;
      settle();
    },
  };
}
