import pgConnectionString from 'pg-connection-string';

/** Where a database is and who logs in, read from a `postgres://` address; a Unix socket is its `?host=` parameter. */
export interface ConnectionSettings {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  ssl: boolean;
}

/** Throws when the address names no user or no database. */
export function toConnectionSettings(url: string): ConnectionSettings {
  const { host, port, user, password, database, ssl } = pgConnectionString.parse(url);
  if (!user || !database) throw new Error('A database address needs a user and a database');
  return { host: host ?? 'localhost', port: Number(port ?? 5432), user, password: password ?? '', database, ssl: Boolean(ssl) };
}
