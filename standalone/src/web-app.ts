import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Logger } from '@secondlife/platform/log';

export interface WebAppOptions {
  /** Where its pages ask the graph. */
  graphUrl: string;
  /** Where people reach it; default what each request says. */
  publicUrl?: string | undefined;
  log: Logger;
}

/** The built web app in a process of its own: rendering pages does not hold up the graph, and neither ends with the other. */
export interface WebApp {
  /** Its address on this machine; null while it is not up. */
  find(): string | null;
  /** Lets it answer what is under way; resolves when it has ended. */
  dispose(): Promise<void>;
}

const SERVER = fileURLToPath(new URL('../../web/server.mjs', import.meta.url));
/** With these it stays at 120 MB under load, and at 230 without, for as many pages; it needs 60 at rest. */
const NODE_FLAGS = ['--max-semi-space-size=2', '--max-old-space-size=256'];

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** One that lived so long ended by chance, and the waits begin anew. */
const STEADY_AFTER_MS = 60_000;
/** It ends by itself before that. */
const KILL_AFTER_MS = 12_000;

const readyShape = z.object({ port: z.number() });

/** Starts it, and again with growing waits whenever it ends; resolves when it answers. Throws when it does not come up the first time. */
export async function startWebApp(options: WebAppOptions): Promise<WebApp> {
  const stopping = new AbortController();
  let current = launch(options);
  let url: string | null = await current.ready;

  async function keepRunning(): Promise<void> {
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
      const { code, signal, livedMs } = await current.ended;
      url = null;
      if (stopping.signal.aborted) return;
      if (livedMs > STEADY_AFTER_MS) waitMs = FIRST_WAIT_MS;
      options.log.error({ code, signal, waitMs }, 'the web app ended, and is started again');
      await pause(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      current = launch(options);
      url = await current.ready.catch(() => null);
    }
  }

  const kept = keepRunning();
  return {
    find: () => url,
    async dispose() {
      stopping.abort();
      current.stop();
      await kept;
    },
  };
}

function launch({ graphUrl, publicUrl }: WebAppOptions) {
  const startedAtMs = Date.now();
  const child = spawn(process.execPath, [...NODE_FLAGS, SERVER], {
    // In a group of its own: Ctrl+C reaches us alone, and we end it when the front door needs it no more.
    detached: true,
    // What Next says in passing is of no use here; what went wrong is.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', GRAPH_URL: graphUrl, ...(publicUrl && { PUBLIC_URL: publicUrl }), MALLOC_ARENA_MAX: '2', NEXT_TELEMETRY_DISABLED: '1' },
  });
  const ended = new Promise<{ code: number | null; signal: string | null; livedMs: number }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal, livedMs: Date.now() - startedAtMs }));
  });
  const failed = ended.then(({ code, signal }) => Promise.reject(new Error(`The web app does not start (${signal ?? code}). Build it with: npm run build`)));
  failed.catch(() => undefined);
  return {
    /** Its address, once it answers; rejects when it ends before. */
    ready: Promise.race([once(child, 'message').then(([message]) => `http://127.0.0.1:${readyShape.parse(message).port}`), failed]),
    ended,
    stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
      void ended.then(() => clearTimeout(timer));
    },
  };
}
