import { createHttpClient } from '@secondlife/platform/subgraph/http-client';
import { runSubgraph } from '@secondlife/platform/subgraph/run-subgraph';
import { CATALOGUE } from '@secondlife/schema/events/catalogue';
import { readUsersEnv } from './env.js';
import { MIGRATIONS } from './migrations/index.js';
import { isSecureSite } from './session/cookies.js';
import { createUsersSubgraph, NAME } from './subgraph.js';

const env = readUsersEnv();
const items = createHttpClient({ urls: env.ITEMS_URLS, viewerSecret: env.VIEWER_SECRET });
await runSubgraph({
  name: NAME,
  env,
  migrations: MIGRATIONS,
  catalogue: CATALOGUE,
  async create(deps) {
    const subgraph = await createUsersSubgraph({
      ...deps,
      items,
      passwordSecret: env.PASSWORD_SECRET,
      viewerSecret: env.VIEWER_SECRET,
      isCookieSecure: isSecureSite(env.PUBLIC_URL),
    });
    return {
      ...subgraph,
      async dispose() {
        await subgraph.dispose();
        await items.dispose();
      },
    };
  },
});
