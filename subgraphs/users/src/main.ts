import { runSubgraph } from '@secondlife/platform/subgraph/run-subgraph';
import { CATALOGUE } from '@secondlife/schema/events/catalogue';
import { readUsersEnv } from './env.js';
import { MIGRATIONS } from './migrations/index.js';
import { isSecureSite } from './session/cookies.js';
import { createUsersSubgraph, NAME } from './subgraph.js';

const env = readUsersEnv();
await runSubgraph({
  name: NAME,
  env,
  migrations: MIGRATIONS,
  catalogue: CATALOGUE,
  create: (deps) =>
    createUsersSubgraph({ ...deps, passwordSecret: env.PASSWORD_SECRET, viewerSecret: env.VIEWER_SECRET, isCookieSecure: isSecureSite(env.PUBLIC_URL) }),
});
