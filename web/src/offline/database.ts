import type { DBSchema, IDBPDatabase } from 'idb';

/** An answer of the graph that is shown again when there is no network. */
export interface KeptAnswer {
  /** Operation, variables and language. */
  key: string;
  /** Whose answer it is; the empty string for nobody's. */
  viewerId: string;
  data: unknown;
  keptAtMs: number;
}

/** A message on its way. */
export interface WaitingMessage {
  /** Counts up: the order in which they were written. */
  id?: number;
  clientId: string;
  exchangeId: string;
  viewerId: string;
  body: string;
  writtenAtMs: number;
  /** What the graph said against it, for a person; null while it waits. */
  refusal: string | null;
}

/** What someone has begun and not sent. */
export interface Draft {
  key: string;
  value: unknown;
  changedAtMs: number;
}

/** What the browser keeps of the web app, beside the files of the service worker. */
export interface OfflineSchema extends DBSchema {
  answers: { key: string; value: KeptAnswer; indexes: { keptAtMs: number } };
  outbox: { key: number; value: WaitingMessage; indexes: { exchangeId: string } };
  drafts: { key: string; value: Draft };
}

let opening: Promise<IDBPDatabase<OfflineSchema>> | null = null;

/** The database of this browser, opened once. */
export function openDatabase(): Promise<IDBPDatabase<OfflineSchema>> {
  opening ??= open();
  return opening;
}

async function open(): Promise<IDBPDatabase<OfflineSchema>> {
  // Not needed to see a page.
  const { openDB } = await import('idb');
  return openDB<OfflineSchema>('secondlife', 1, {
    upgrade(database) {
      database.createObjectStore('answers', { keyPath: 'key' }).createIndex('keptAtMs', 'keptAtMs');
      database.createObjectStore('outbox', { keyPath: 'id', autoIncrement: true }).createIndex('exchangeId', 'exchangeId');
      database.createObjectStore('drafts', { keyPath: 'key' });
    },
    // Another tab has a newer version of the app: let it go on.
    blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
    terminated: () => (opening = null),
  });
}
