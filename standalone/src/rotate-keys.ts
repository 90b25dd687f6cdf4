import { readEnv, secret } from '@secondlife/platform/env';
import { rotateKeys } from '@secondlife/users/signing-key/rotate-keys';
import { z } from 'zod';
import { readStandaloneEnv } from './env.js';
import { withDatabase } from './with-database.js';

const say = (kid: string) => process.stdout.write(`New tokens are signed with the key ${kid}. Those signed before stay good until they end.\n`);

if (process.env['DATABASE_URL']) {
  // A distributed installation: the users service's own address and secret.
  const { DATABASE_URL, PASSWORD_SECRET } = readEnv({ DATABASE_URL: z.string(), PASSWORD_SECRET: secret });
  say(await rotateKeys(DATABASE_URL, PASSWORD_SECRET));
} else {
  await withDatabase(readStandaloneEnv(), async ({ toUrl, secrets }) => {
    say(await rotateKeys(toUrl('users'), secrets.passwordSecret));
  });
}
