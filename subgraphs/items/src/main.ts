import { runSubgraph } from '@secondlife/platform/subgraph/run-subgraph';
import { CATALOGUE } from '@secondlife/schema/events/catalogue';
import { readItemsEnv } from './env.js';
import { MIGRATIONS } from './migrations/index.js';
import { toTicketSecret } from './photo/upload-ticket.js';
import { createItemsSubgraph, NAME } from './subgraph.js';

const env = readItemsEnv();
await runSubgraph({
  name: NAME,
  env,
  migrations: MIGRATIONS,
  catalogue: CATALOGUE,
  create: (deps) =>
    createItemsSubgraph({
      ...deps,
      publicUrl: env.PUBLIC_URL,
      photoDir: env.PHOTO_DIR,
      photoSecret: toTicketSecret(env.PLACE_SECRET),
      placeSecret: env.PLACE_SECRET,
    }),
});
