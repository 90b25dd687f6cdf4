import type { Logger } from '../log.js';

export interface StopOnSignalsOptions {
  /** Drains what is under way and lets go of everything. */
  stop(): Promise<void>;
  log: Logger;
  /** A stop that takes longer is cut off; default 20 s. */
  timeoutMs?: number;
}

/** One Ctrl+C reaches a process twice when npm passes it on as well: what follows the first within this time is the same one. */
const SAME_SIGNAL_MS = 1_000;

/** The first SIGINT or SIGTERM stops in good order and exits with 0; a second one, later, exits at once with 1. */
export function stopOnSignals({ stop, log, timeoutMs = 20_000 }: StopOnSignalsOptions): void {
  let firstAtMs: number | null = null;
  const onSignal = (signal: NodeJS.Signals) => {
    if (firstAtMs !== null) {
      if (Date.now() - firstAtMs > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    firstAtMs = Date.now();
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      log.error({ timeoutMs }, 'stopping took too long');
      process.exit(1);
    }, timeoutMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
