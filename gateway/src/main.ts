import '@secondlife/platform/v8-settings';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import proxy from '@fastify/http-proxy';
import { listen } from '@secondlife/platform/http/listen';
import { stopOnSignals } from '@secondlife/platform/http/stop-on-signals';
import { createGatheredOutput, createLogger } from '@secondlife/platform/log';
import { createRedisPubSub } from '@secondlife/platform/pubsub/redis-pubsub';
import { createHttpClient } from '@secondlife/platform/subgraph/http-client';
import { readGatewayEnv, toUrlsVariable } from './env.js';
import { createGateway } from './gateway.js';
import { createHttpIdentitySource } from './identity/http-identity-source.js';
import { startTracing } from './observability/start-tracing.js';
import { readSavedOperations } from './saved-operations.js';
import { createSupergraphFile } from './supergraph/supergraph-source.js';
import { readSubgraphNames } from './supergraph/subgraph-names.js';

/** The subgraph that keeps accounts: it alone sees cookies, and says whom to believe. */
const ACCOUNTS = 'users';
/** What the front door hands on beside the graph, where no reverse proxy does. */
const FORWARDED = { '/photos': 'items', '/.well-known/jwks.json': ACCOUNTS };

const schemaFolder = fileURLToPath(new URL('../../schema/', import.meta.url));
const supergraphFile = `${schemaFolder}supergraph.graphql`;
const names = readSubgraphNames(await readFile(supergraphFile, 'utf8'));
const env = readGatewayEnv(names);
const urlsOf = (name: string) => (env as unknown as Record<string, string[]>)[toUrlsVariable(name)]!;

const log = createLogger({ name: 'gateway', level: env.LOG_LEVEL, destination: createGatheredOutput() });
const stopTracing = await startTracing('gateway');
const viewerSecret = env.VIEWER_SECRET;
const webUrl = env.WEB_URL;
const pubsub = createRedisPubSub({ url: env.REDIS_URL, log });
const subgraphs = new Map(names.map((name) => [name, createHttpClient({ urls: urlsOf(name), viewerSecret })]));
const gateway = await createGateway({
  supergraph: createSupergraphFile(supergraphFile, log),
  subgraphs,
  identity: createHttpIdentitySource({ urls: urlsOf(ACCOUNTS), viewerSecret }),
  pubsub,
  redisUrl: env.REDIS_URL,
  cookieSubgraphs: [ACCOUNTS],
  allowedOrigins: env.ALLOWED_ORIGINS,
  trustProxy: env.TRUST_PROXY,
  savedOperations: await readSavedOperations(`${schemaFolder}operations`),
  webApp: webUrl ? { find: () => webUrl, visitorSecret: viewerSecret } : undefined,
  log,
});
for (const [prefix, name] of Object.entries(FORWARDED)) {
  const urls = urlsOf(name);
  let turn = 0;
  await gateway.app.register(proxy, { upstream: '', prefix, rewritePrefix: prefix, replyOptions: { getUpstream: () => urls[turn++ % urls.length]! } });
}
const port = await listen(gateway.app, { port: env.PORT, host: env.HOST });
log.info({ port }, 'ready');
stopOnSignals({
  log,
  async stop() {
    await gateway.dispose();
    await Promise.all([...subgraphs.values()].map((client) => client.dispose()));
    await pubsub.dispose();
    await stopTracing();
  },
});
