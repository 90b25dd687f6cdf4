import { REVOKED_SESSIONS_CHANNEL, type IdentitySource } from '@secondlife/platform/access-token';
import type { Logger } from '@secondlife/platform/log';
import type { PubSub } from '@secondlife/platform/pubsub/pubsub';

export interface RevocationsOptions {
  source: IdentitySource;
  /** Hints of ended sessions; without it the poll alone finds them. */
  pubsub?: PubSub | undefined;
  log: Logger;
  /** Default 2 s. */
  intervalMs?: number;
}

/** The sessions that have ended although their tokens still run. */
export interface Revocations {
  has(sessionId: string): boolean;
  /** `listener` is told each session that is found to have ended. Returns what ends it. */
  onRevoked(listener: (sessionId: string) => void): () => void;
  dispose(): Promise<void>;
}

/** Polls the source; a hint only makes it quicker. When the source does not answer, what is known stays. */
export async function watchRevocations({ source, pubsub, log, intervalMs = 2_000 }: RevocationsOptions): Promise<Revocations> {
  let revoked: ReadonlySet<string> = new Set();
  const listeners = new Set<(sessionId: string) => void>();

  const apply = (next: ReadonlySet<string>) => {
    const fresh = [...next].filter((sessionId) => !revoked.has(sessionId));
    revoked = next;
    for (const sessionId of fresh) for (const listener of listeners) listener(sessionId);
  };
  const poll = async () => {
    try {
      apply(new Set(await source.readRevokedSessions()));
    } catch (error) {
      log.warn({ err: error }, 'ended sessions could not be read');
    }
  };
  await poll();
  const timer = setInterval(() => void poll(), intervalMs).unref();
  const unsubscribe = await pubsub?.subscribe(REVOKED_SESSIONS_CHANNEL, (hint) => {
    apply(new Set(revoked).add((hint as { sessionId: string }).sessionId));
  });

  return {
    has: (sessionId) => revoked.has(sessionId),
    onRevoked(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async dispose() {
      clearInterval(timer);
      await unsubscribe?.();
    },
  };
}
