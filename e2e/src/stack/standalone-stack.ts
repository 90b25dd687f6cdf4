import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '@secondlife/platform/testing/test-redis';
import { startProcess, stopProcess, type RunningProcess } from './process.js';
import type { Stack } from './stack.js';

export interface StandaloneStack extends Stack {
  process: RunningProcess;
  dataDir: string;
  port: number;
}

export interface StandaloneStackOptions {
  /** A demo community; default none. */
  hasDemo?: boolean;
  /** A folder that an earlier start left; default a new one, which goes with the stack. */
  dataDir?: string;
}

/** What `npm start` runs, as one process in a folder of its own. */
export async function startStandaloneStack({ hasDemo = false, dataDir }: StandaloneStackOptions = {}): Promise<StandaloneStack> {
  const port = await findFreePort();
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'sle-e2e-')));
  const running = startProcess(['node', '--enable-source-maps', 'standalone/dist/main.js'], {
    PORT: String(port),
    DATA_DIR: folder,
    DEMO: String(hasDemo),
    HOME: process.env['HOME'] ?? '/',
  });
  await running.until('is running');
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    dataDir: folder,
    process: running,
    output: running.output,
    async dispose() {
      await stopProcess(running);
      if (!dataDir) await rm(folder, { recursive: true, force: true });
    },
  };
}
