import { EnvError } from '@secondlife/platform/env';
import { listen, PortTakenError } from '@secondlife/platform/http/listen';
import { stopOnSignals } from '@secondlife/platform/http/stop-on-signals';
import { createLogger, type Logger } from '@secondlife/platform/log';
import { FolderInUseError } from './data-folder.js';
import { readStandaloneEnv, type StandaloneEnv } from './env.js';
import { runStandalone, type RunningStandalone } from './run-standalone.js';
import { toTable } from './table.js';

async function start(env: StandaloneEnv, log: Logger): Promise<RunningStandalone> {
  const running = await runStandalone(env, log);
  try {
    await listen(running.gateway.app, { port: env.PORT, host: env.HOST });
    return running;
  } catch (error) {
    await running.dispose();
    throw error;
  }
}

try {
  const env = readStandaloneEnv();
  const log = createLogger({ name: 'standalone', level: env.LOG_LEVEL });
  const starting = start(env, log);
  // A signal that comes while it starts stops it as soon as it is up: everything is let go of in one way.
  stopOnSignals({ stop: () => starting.then((running) => running.dispose()), log });
  process.stdout.write(toTable(await starting));
} catch (error) {
  const isExpected = error instanceof EnvError || error instanceof PortTakenError || error instanceof FolderInUseError;
  process.stderr.write(isExpected ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
