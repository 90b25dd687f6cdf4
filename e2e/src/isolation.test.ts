import pg from 'pg';
import { toConnectionSettings } from '@secondlife/platform/database/connection-url';
import { SERVICE_NAMES } from '@secondlife/standalone/services';
import { withDatabase } from '@secondlife/standalone/with-database';
import { startStandaloneStack, type StandaloneStack } from './stack/standalone-stack.js';

let stack: StandaloneStack;
beforeAll(async () => {
  stack = await startStandaloneStack();
}, 30_000);
afterAll(() => stack.dispose(), 30_000);

describe('each service’s role in the database', () => {
  it('reads every table of its own schema, and is refused every one of the others', async () => {
    const seen: Record<string, number> = {};
    await withDatabase({ DATA_DIR: stack.dataDir, LOG_LEVEL: 'silent' } as never, async ({ toUrl }) => {
      for (const role of SERVICE_NAMES) {
        const client = new pg.Client(toConnectionSettings(toUrl(role)));
        await client.connect();
        const { rows } = await client.query<{ schema: string; name: string }>(
          `SELECT nspname AS schema, relname AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE relkind = 'r' AND nspname = ANY($1)`,
          [SERVICE_NAMES],
        );
        for (const { schema, name } of rows) {
          const table = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
          const answer = await client.query(`SELECT FROM ${table} LIMIT 1`).then(
            () => 'read',
            (error: { code: string }) => error.code,
          );
          // 42501 is insufficient_privilege.
          expect({ role, table, answer }).toEqual({ role, table, answer: schema === role ? 'read' : '42501' });
        }
        seen[role] = rows.filter(({ schema }) => schema === role).length;
        await client.end();
      }
    });
    for (const role of SERVICE_NAMES) expect(seen[role]).toBeGreaterThan(3);
  });
});
