import { drainOutbox, type SendOutcome } from '@/offline/outbox-drain';
import { readOutbox } from '@/offline/outbox';
import type { WaitingMessage } from '@/offline/database';
import { exclusively } from '@/session/exclusively';

/** Held by the one tab that sends. */
const LOCK = 'sle.outbox';
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

export interface OutboxSender {
  /** Tries now: something was written, or the network may be back. */
  wake(): void;
  stop(): void;
}

export interface OutboxSenderOptions {
  /** Whose messages go out, and no one else's. */
  viewerId: string;
  send(message: WaitingMessage): Promise<SendOutcome>;
}

/** Sends a person's outbox, one tab at a time; after what failed it tries again in 1, 2, 4 … 30 seconds. */
export function createOutboxSender({ viewerId, send }: OutboxSenderOptions): OutboxSender {
  let isOver = false;
  let isRunning = false;
  let isWanted = false;
  let failures = 0;
  /** Before, the graph does not want to hear from us. */
  let notBeforeMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const drain = () =>
    exclusively(LOCK, () =>
      drainOutbox({
        read: async () => (isOver ? [] : readOutbox(viewerId)),
        send,
      }),
    );

  async function run(): Promise<void> {
    isRunning = true;
    clearTimeout(timer);
    do {
      isWanted = false;
      const result = await drain().catch(() => ({ isDone: false }) as const);
      if (result.isDone) {
        failures = 0;
        continue;
      }
      const waitMs = 'waitMs' in result && result.waitMs !== undefined ? result.waitMs : Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS);
      if ('waitMs' in result) notBeforeMs = Date.now() + waitMs;
      failures += 1;
      clearTimeout(timer);
      timer = setTimeout(wake, waitMs);
    } while (isWanted && !isOver && Date.now() >= notBeforeMs);
    isRunning = false;
  }

  function wake(): void {
    // Without a network it waits for the browser to say that there is one.
    if (isOver || !navigator.onLine || Date.now() < notBeforeMs) return;
    isWanted = true;
    if (!isRunning) void run();
  }

  return {
    wake,
    stop() {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
