import { resolve } from 'node:path';
import { z } from 'zod';
import { flag, logLevel, originList, port, readEnv, trustProxy } from '@secondlife/platform/env';

/** The variables of `npm start`; all have defaults. Throws once, naming every bad one. */
export const readStandaloneEnv = () =>
  readEnv({
    PORT: port.default(4000),
    HOST: z.string().default('127.0.0.1'),
    PUBLIC_URL: z.url('must be an address').optional(),
    REDIS_URL: z.string().regex(/^rediss?:\/\//, 'must be a redis:// address').optional(),
    WEB_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional(),
    DATA_DIR: z.string().default('.data').transform((folder) => resolve(folder)),
    ALLOWED_ORIGINS: originList.optional(),
    TRUST_PROXY: trustProxy.default(false),
    DEMO: flag.default(true),
    LOG_LEVEL: logLevel.default('warn'),
  });

/** The variables of `npm start`, read. */
export type StandaloneEnv = ReturnType<typeof readStandaloneEnv>;
