/** What all clients together may have unsent. */
export interface SendBudget {
  /** Counts bytes that became unsent, or, below zero, that are no longer. */
  count(bytes: number): void;
  hasRoom(bytes: number): boolean;
  /** Calls `listener` once when a quarter of the budget is free again. */
  whenRoom(listener: () => void): void;
}

/** A budget of so many bytes. */
export function createSendBudget(limitBytes: number): SendBudget {
  const listeners = new Set<() => void>();
  let unsentBytes = 0;
  return {
    count(bytes) {
      unsentBytes += bytes;
      if (listeners.size === 0 || unsentBytes > limitBytes * 0.75) return;
      const called = [...listeners];
      listeners.clear();
      for (const listener of called) listener();
    },
    hasRoom: (bytes) => unsentBytes + bytes <= limitBytes,
    whenRoom: (listener) => void listeners.add(listener),
  };
}
