import { createDataSource } from '@secondlife/platform/database/data-source';
import { createKeyRing } from './key-ring.js';
import { SigningKeyRow } from './signing-key.entity.js';

/** From now on a new key signs, in every process within 10 s; resolves with its id. Tokens of the old key hold until they end. */
export async function rotateKeys(databaseUrl: string, passwordSecret: string): Promise<string> {
  const dataSource = await createDataSource({ url: databaseUrl, schema: 'users', entities: [SigningKeyRow], poolSize: 1 }).initialize();
  try {
    return await createKeyRing(dataSource, passwordSecret).rotate();
  } finally {
    await dataSource.destroy();
  }
}
