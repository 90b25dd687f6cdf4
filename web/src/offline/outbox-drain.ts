import type { WaitingMessage } from './database';

/** What became of one try to send a message. */
export type SendOutcome =
  | { kind: 'sent' }
  /** It will never be taken as it is. */
  | { kind: 'refused' }
  /** Not now: neither this one nor any other. `waitMs`, where the graph says how long. */
  | { kind: 'later'; waitMs?: number }
  /** This conversation has trouble; others may do. */
  | { kind: 'stuck' };

export interface DrainOptions {
  /** What there is to send, in the order in which it was written; read again before each message. */
  read(): Promise<WaitingMessage[]>;
  /** Sends one, and settles what came of it: what was sent or refused no longer waits afterwards. */
  send(message: WaitingMessage): Promise<SendOutcome>;
}

/** What is left to do: nothing, or to come back, after `waitMs` where the graph said so. */
export type DrainResult = { isDone: true } | { isDone: false; waitMs?: number };

/** The next message to send: the first that waits in a conversation that is not stuck. What was refused holds up nothing. */
export const findNext = (messages: readonly WaitingMessage[], stuck: ReadonlySet<string>): WaitingMessage | undefined =>
  messages.find(({ refusal, exchangeId }) => refusal === null && !stuck.has(exchangeId));

/** Sends what waits, one at a time, in order. */
export async function drainOutbox({ read, send }: DrainOptions): Promise<DrainResult> {
  const stuck = new Set<string>();
  for (;;) {
    const next = findNext(await read(), stuck);
    if (!next) return stuck.size === 0 ? { isDone: true } : { isDone: false };
    const outcome = await send(next);
    if (outcome.kind === 'later') return { isDone: false, ...(outcome.waitMs !== undefined && { waitMs: outcome.waitMs }) };
    if (outcome.kind === 'stuck') stuck.add(next.exchangeId);
  }
}
