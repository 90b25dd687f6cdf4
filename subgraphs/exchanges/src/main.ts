import { createHttpClient } from '@secondlife/platform/subgraph/http-client';
import { runSubgraph } from '@secondlife/platform/subgraph/run-subgraph';
import { CATALOGUE } from '@secondlife/schema/events/catalogue';
import { readExchangesEnv } from './env.js';
import { MIGRATIONS } from './migrations/index.js';
import { createExchangesSubgraph, NAME } from './subgraph.js';

const env = readExchangesEnv();
const items = createHttpClient({ urls: env.ITEMS_URLS, viewerSecret: env.VIEWER_SECRET });
await runSubgraph({
  name: NAME,
  env,
  migrations: MIGRATIONS,
  catalogue: CATALOGUE,
  async create(deps) {
    const subgraph = await createExchangesSubgraph({ ...deps, items });
    return {
      ...subgraph,
      async dispose() {
        await subgraph.dispose();
        await items.dispose();
      },
    };
  },
});
