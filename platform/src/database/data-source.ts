import { DataSource, DefaultNamingStrategy, type MigrationInterface, type ObjectLiteral } from 'typeorm';

/** A class that is a table. */
export type EntityClass = new () => ObjectLiteral;
import { toConnectionSettings } from './connection-url.js';

export interface DataSourceOptions {
  /** `postgres://role:password@host/database`. */
  url: string;
  /** The one schema that this service owns; unqualified names mean it. */
  schema: string;
  entities?: readonly EntityClass[];
  migrations?: readonly (new () => MigrationInterface)[];
  /** Connections at most; default 5. */
  poolSize?: number;
}

/** A closed DataSource of one service's schema; `initialize()` opens it. It never changes tables by itself. */
export function createDataSource({ url, schema, entities = [], migrations = [], poolSize = 5 }: DataSourceOptions): DataSource {
  const { user, ...settings } = toConnectionSettings(url);
  return new DataSource({
    type: 'postgres',
    ...settings,
    username: user,
    schema,
    entities: [...entities],
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize,
    installExtensions: false,
    namingStrategy: new SnakeCase(),
    applicationName: `secondlife-${schema}`,
    extra: { options: `-c search_path=${schema}`, connectionTimeoutMillis: 15_000, idleTimeoutMillis: 10_000 },
  });
}

/** `displayName` in the class is `display_name` in the table. */
class SnakeCase extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    return [...prefixes, customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)].join('_');
  }
}
