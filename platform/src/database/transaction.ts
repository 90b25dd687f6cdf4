import type { DataSource, EntityManager } from 'typeorm';
import { QueryFailedError } from 'typeorm';
import type { EventMap, EventTransport } from '../events/event-transport.js';
import type { PubSub } from '../pubsub/pubsub.js';

/** What one transaction may do: write rows and events, and leave hints that go out once it has committed. */
export interface Transaction<Events extends EventMap = EventMap> {
  db: EntityManager;
  /** Delivered if and only if the transaction commits. */
  publish<Type extends keyof Events & string>(type: Type, version: number, data: Events[Type]): Promise<void>;
  /** A live hint to subscribers, sent after the commit. It may get lost; nothing may rest on it alone. */
  hint(channel: string, payload: object): void;
}

/** Runs `work` in one transaction; when it lost a conflict with another (deadlock, serialisation) it runs again. */
export type RunTransaction<Events extends EventMap = EventMap> = <T>(work: (tx: Transaction<Events>) => Promise<T>) => Promise<T>;

/** PostgreSQL's codes for "you lost, try again": deadlock_detected and serialization_failure. */
const CONFLICTS = new Set(['40P01', '40001']);
const MOST_TRIES = 6;

export interface TransactionsOptions<Events extends EventMap> {
  dataSource: DataSource;
  events: EventTransport<Events>;
  pubsub: PubSub;
}

/** Transactions of one service; a conflict is tried again up to five times, after a growing random pause. */
export function createTransactions<Events extends EventMap>({ dataSource, events, pubsub }: TransactionsOptions<Events>): RunTransaction<Events> {
  return async (work) => {
    for (let tries = 1; ; tries += 1) {
      const hints: [channel: string, payload: object][] = [];
      try {
        const result = await dataSource.transaction((db) =>
          work({
            db,
            publish: (type, version, data) => events.publish(db, type, version, data),
            hint: (channel, payload) => hints.push([channel, payload]),
          }),
        );
        await Promise.all(hints.map(([channel, payload]) => pubsub.publish(channel, payload)));
        return result;
      } catch (error) {
        if (!isConflict(error) || tries === MOST_TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** tries));
      }
    }
  };
}

function isConflict(error: unknown): boolean {
  return error instanceof QueryFailedError && CONFLICTS.has((error.driverError as { code?: string }).code ?? '');
}

/** Whether `error` is a violation of the unique constraint or index of that name. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code, constraint: violated } = error.driverError as { code?: string; constraint?: string };
  return code === '23505' && violated === constraint;
}
