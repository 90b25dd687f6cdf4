import { within } from '../within.js';

/** A part that must work for the whole to work, by name. Each rejects when it does not. */
export type HealthChecks = Readonly<Record<string, () => Promise<unknown>>>;

/** How one part is. */
export interface PartHealth {
  status: 'up' | 'down';
  /** How long the check took. */
  latencyMs: number;
}

/** How the whole is: up when every part is. */
export interface Health {
  status: 'up' | 'down';
  parts: Record<string, PartHealth>;
}

/** A part that has not answered by then is down. */
const CHECK_TIMEOUT_MS = 2_000;

/** Asks every part at once, 2 s at most; why a part is down is for the log, not for the answer. */
export async function readHealth(checks: HealthChecks, onDown?: (part: string, error: unknown) => void): Promise<Health> {
  const parts = await Promise.all(
    Object.entries(checks).map(async ([name, check]): Promise<[string, PartHealth]> => {
      const startedAt = performance.now();
      const status = await within(CHECK_TIMEOUT_MS, check()).then(
        () => 'up' as const,
        (error: unknown) => {
          onDown?.(name, error);
          return 'down' as const;
        },
      );
      return [name, { status, latencyMs: Math.round((performance.now() - startedAt) * 10) / 10 }];
    }),
  );
  return { status: parts.every(([, { status }]) => status === 'up') ? 'up' : 'down', parts: Object.fromEntries(parts) };
}
