/** Hints between processes: at most once, to who listens now. Redis where there are several processes, memory in one. */
export interface PubSub {
  /** Never rejects: a hint that could not be sent is logged, and what it hints at is found another way. */
  publish(channel: string, payload: object): Promise<void>;
  /** Resolves once the subscription holds, with what ends it. `listener` must not throw. */
  subscribe(channel: string, listener: (payload: unknown) => void): Promise<() => Promise<void>>;
  /** `listener` is called when hints may have been lost and the link works again. Returns what ends it. */
  onGap(listener: () => void): () => void;
  /** Rejects when the link is down. */
  ping(): Promise<void>;
  dispose(): Promise<void>;
}
