import { z } from 'zod';
import { readEnv, secret, SERVICE_ENV, urlList } from '@secondlife/platform/env';

/** The variables of a users process; throws once, naming every missing or bad one. */
export const readUsersEnv = () =>
  readEnv({
    ...SERVICE_ENV,
    ITEMS_URLS: urlList,
    PASSWORD_SECRET: secret,
    PUBLIC_URL: z.url('must be an address').default('http://localhost:4000'),
  });
