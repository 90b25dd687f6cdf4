import '@secondlife/platform/v8-settings';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { listen, PortTakenError } from '@secondlife/platform/http/listen';
import { stopOnSignals } from '@secondlife/platform/http/stop-on-signals';
import { createGatheredOutput, createLogger } from '@secondlife/platform/log';
import { createGateway } from '../gateway.js';
import { readTrustedDocuments } from '../graph/trusted-documents.js';
import { startTracing } from '../observability/start-tracing.js';
import { createSupergraphFile } from '../supergraph/supergraph-source.js';
import { readSubgraphs, type NamedSubgraph } from '../supergraph/subgraph-names.js';
import { readConfig, UsageError } from './config.js';
import { checkConfigured, connectSubgraph } from './subgraph-clients.js';

const USAGE = 'Usage: npm run gateway -- --supergraph FILE [--port N] [--config FILE] [--limits off]';
const log = createLogger({ name: 'gateway', level: 'info', destination: createGatheredOutput() });

function readOptions(): { supergraph: string; port: number; config: string | undefined; hasLimits: boolean } {
  try {
    const { values } = parseArgs({ options: { supergraph: { type: 'string' }, port: { type: 'string', default: '4000' }, config: { type: 'string' }, limits: { type: 'string', default: 'on' } } });
    const port = Number(values.port);
    if (!values.supergraph) throw new UsageError('--supergraph is missing.');
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('--port must be a number from 0 to 65535.');
    if (values.limits !== 'on' && values.limits !== 'off') throw new UsageError('--limits can be on or off.');
    return { supergraph: values.supergraph, port, config: values.config, hasLimits: values.limits === 'on' };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
}

async function readNamed(file: string): Promise<NamedSubgraph[]> {
  try {
    return readSubgraphs(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}

/** So that what is wrong with the manifest is said as what is wrong with the rest. */
async function checkDocuments(file: string): Promise<void> {
  try {
    await readTrustedDocuments(file);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Serves any supergraph, to anyone, with nothing beside it. */
async function serve(): Promise<void> {
  const options = readOptions();
  const config = await readConfig(options.config);
  if (config.trustedDocuments) await checkDocuments(config.trustedDocuments.file);
  const stopTracing = await startTracing('gateway');
  const named = await readNamed(options.supergraph);
  checkConfigured(named, config);
  const gateway = await createGateway({
    supergraph: createSupergraphFile(options.supergraph, log),
    subgraphs: (subgraph) => connectSubgraph(subgraph, config),
    getTransportSettings: (name) => config.subgraphs[name],
    propagateHeaders: config.propagateHeaders,
    allowsIntrospection: config.introspection,
    allowedOrigins: config.allowedOrigins,
    limits: options.hasLimits ? config.limits : 'off',
    trustedDocuments: config.trustedDocuments,
    operationLog: config.operationLog,
    log,
  });
  const port = await listen(gateway.app, { port: options.port, host: config.host });
  log.info({ port, subgraphs: named.map(({ name }) => name) }, 'ready');
  stopOnSignals({
    log,
    async stop() {
      await gateway.dispose();
      await stopTracing();
    },
  });
}

await serve().catch((error: unknown) => {
  if (error instanceof UsageError || error instanceof PortTakenError) process.stderr.write(`${error.message}\n`);
  else log.fatal({ err: error }, 'the supergraph can’t be served');
  process.exit(error instanceof UsageError ? 2 : 1);
});
