import { AsyncLocalStorage } from 'node:async_hooks';
import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

/** What every line carries while a request is handled. */
export interface LogContext {
  requestId: string;
  viewerId: string | null;
}

const current = new AsyncLocalStorage<LogContext>();

/** Lines that `work` logs, however deep and late, carry the request's and the viewer's id. */
export function withLogContext<T>(context: LogContext, work: () => T): T {
  return current.run(context, work);
}

/** The id of the request that is being handled; `none` outside of any. */
export const currentRequestId = (): string => current.getStore()?.requestId ?? 'none';

export interface LogOptions {
  /** The service's name, on each line as `name`. */
  name: string;
  /** Severity from which on lines are written; default `info`. */
  level?: string;
  /** Where lines go; default standard output. */
  destination?: DestinationStream;
}

const GATHERED_FOR_MS = 50;

/**
 * Standard output for a process that writes a line for each operation: lines go out together, after 50 ms at most, and all of them when the
 * process exits, or when it logs something fatal. (pino's own `periodicFlush` wakes a process that rests twenty times in a second.)
 */
export function createGatheredOutput(): DestinationStream & { flushSync(): void } {
  const output = pino.destination({ sync: true, minLength: 8_192 });
  const flushSync = () => output.flushSync();
  let due: NodeJS.Timeout | undefined;
  const flush = (): void => {
    due = undefined;
    flushSync();
  };
  process.once('exit', flushSync);
  return {
    write(line) {
      output.write(line);
      due ??= setTimeout(flush, GATHERED_FOR_MS);
    },
    flushSync,
  };
}

/** A logger of JSON lines. What may hold a secret (authorization, cookie, password, token) is written as `[redacted]`. */
export function createLogger({ name, level = 'info', destination }: LogOptions): Logger {
  const options = {
    name,
    level,
    base: { name },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => current.getStore() ?? {},
    redact: {
      paths: ['authorization', 'cookie', 'password', 'token', 'refreshToken'].flatMap((key) => [key, `*.${key}`]),
      censor: '[redacted]',
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
