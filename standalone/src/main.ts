import '@secondlife/platform/v8-settings';
import { EnvError } from '@secondlife/platform/env';
import { PortTakenError } from '@secondlife/platform/http/listen';
import { stopOnSignals } from '@secondlife/platform/http/stop-on-signals';
import { createGatheredOutput, createLogger } from '@secondlife/platform/log';
import { FolderInUseError } from './data-folder.js';
import { readStandaloneEnv } from './env.js';
import { runStandalone } from './run-standalone.js';
import { toTable } from './table.js';

try {
  const env = readStandaloneEnv();
  const log = createLogger({ name: 'standalone', level: env.LOG_LEVEL, destination: createGatheredOutput() });
  const starting = runStandalone(env, log);
  // A signal that comes while it starts stops it as soon as it is up: everything is let go of in one way.
  stopOnSignals({ stop: () => starting.then((running) => running.dispose()), log });
  process.stdout.write(toTable(await starting));
} catch (error) {
  const isExpected = error instanceof EnvError || error instanceof PortTakenError || error instanceof FolderInUseError;
  process.stderr.write(isExpected ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
