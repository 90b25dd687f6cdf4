import { createKeyRing } from '@secondlife/users/signing-key/key-ring';
import { SigningKeyRow } from '@secondlife/users/signing-key/signing-key.entity';
import { createDataSource } from '@secondlife/platform/database/data-source';
import { withDatabase } from './with-database.js';
import { readStandaloneEnv } from './env.js';

await withDatabase(readStandaloneEnv(), async ({ toUrl, secrets }) => {
  const dataSource = await createDataSource({ url: toUrl('users'), schema: 'users', entities: [SigningKeyRow], poolSize: 1 }).initialize();
  try {
    const kid = await createKeyRing(dataSource, secrets.passwordSecret).rotate();
    process.stdout.write(`New tokens are signed with the key ${kid}. Those signed before stay good until they end.\n`);
  } finally {
    await dataSource.destroy();
  }
});
