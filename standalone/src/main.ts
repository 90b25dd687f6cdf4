import { listen, PortTakenError } from '@secondlife/platform/http/listen';
import { stopOnSignals } from '@secondlife/platform/http/stop-on-signals';
import { EnvError } from '@secondlife/platform/env';
import { createLogger } from '@secondlife/platform/log';
import { FolderInUseError } from './data-folder.js';
import { readStandaloneEnv } from './env.js';
import { runStandalone } from './run-standalone.js';
import { toTable } from './table.js';

try {
  const env = readStandaloneEnv();
  const log = createLogger({ name: 'standalone', level: env.LOG_LEVEL });
  const running = await runStandalone(env, log);
  try {
    await listen(running.gateway.app, { port: env.PORT, host: env.HOST });
  } catch (error) {
    await running.dispose();
    throw error;
  }
  stopOnSignals({ stop: running.dispose, log });
  process.stdout.write(toTable(running));
} catch (error) {
  const isExpected = error instanceof EnvError || error instanceof PortTakenError || error instanceof FolderInUseError;
  process.stderr.write(isExpected ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
