import { z } from 'zod';
import { readEnv, secret, SERVICE_ENV } from '@secondlife/platform/env';

/** The variables of an items process; throws once, naming every missing or bad one. */
export const readItemsEnv = () =>
  readEnv({
    ...SERVICE_ENV,
    PUBLIC_URL: z.url('must be an address').default('http://localhost:4000'),
    PHOTO_DIR: z.string(),
    PLACE_SECRET: secret,
  });
