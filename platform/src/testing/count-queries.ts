import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';

/** How many statements reach the database while `work` runs, of this process. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const { query } = PostgresQueryRunner.prototype;
  let count = 0;
  PostgresQueryRunner.prototype.query = function (this: PostgresQueryRunner, ...statement: Parameters<typeof query>) {
    count += 1;
    return query.apply(this, statement);
  } as typeof query;
  try {
    await work();
  } finally {
    PostgresQueryRunner.prototype.query = query;
  }
  return count;
}
