import { createHttpClient } from '@secondlife/platform/subgraph/http-client';
import { runSubgraph } from '@secondlife/platform/subgraph/run-subgraph';
import { CATALOGUE } from '@secondlife/schema/events/catalogue';
import { readChatEnv } from './env.js';
import { MIGRATIONS } from './migrations/index.js';
import { createChatSubgraph, NAME } from './subgraph.js';

const env = readChatEnv();
const exchanges = createHttpClient({ urls: env.EXCHANGES_URLS, viewerSecret: env.VIEWER_SECRET });
await runSubgraph({
  name: NAME,
  env,
  migrations: MIGRATIONS,
  catalogue: CATALOGUE,
  create: (deps) => createChatSubgraph({ ...deps, exchanges }),
});
