/** What all clients together may have unsent. */
export interface SendBudget {
  /** Counts bytes that became unsent, or, below zero, that are no longer. */
  count(bytes: number): void;
  hasRoom(bytes: number): boolean;
}

/** A budget of so many bytes. */
export function createSendBudget(limitBytes: number): SendBudget {
  let unsentBytes = 0;
  return {
    count: (bytes) => void (unsentBytes += bytes),
    hasRoom: (bytes) => unsentBytes + bytes <= limitBytes,
  };
}
