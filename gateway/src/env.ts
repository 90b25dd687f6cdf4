import { z } from 'zod';
import { logLevel, originList, port, readEnv, secret, trustProxy, urlList } from '@secondlife/platform/env';

/** Where a subgraph is: `ITEMS_URLS` for the one that the supergraph calls `items`. */
export const toUrlsVariable = (subgraphName: string): string => `${subgraphName.toUpperCase().replaceAll('-', '_')}_URLS`;

/** The variables of a gateway process, with the addresses of the subgraphs of its supergraph. Throws once, naming every missing or bad one. */
export const readGatewayEnv = (subgraphNames: readonly string[]) =>
  readEnv({
    PORT: port.default(4000),
    HOST: z.string().default('127.0.0.1'),
    REDIS_URL: z.string().regex(/^rediss?:\/\//, 'must be a redis:// address'),
    VIEWER_SECRET: secret,
    TRUST_PROXY: trustProxy.default(false),
    ALLOWED_ORIGINS: originList.optional(),
    WEB_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional(),
    LOG_LEVEL: logLevel.default('info'),
    ...Object.fromEntries(subgraphNames.map((name) => [toUrlsVariable(name), urlList])),
  });
