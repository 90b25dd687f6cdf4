import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the whole project. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export interface RunningProcess {
  pid: number;
  /** Everything that it has written so far. */
  output(): string;
  /** Resolves when a line that it writes contains `text`; rejects when it ends before. */
  until(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** A process of the project's own, as an operator starts it; its environment is `env` alone, with PATH. */
export function startProcess([file, ...args]: readonly string[], env: Record<string, string>): RunningProcess {
  const child: ChildProcess = spawn(file === 'node' ? process.execPath : file!, args, {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  const onOutput = (chunk: Buffer) => {
    output += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout!.on('data', onOutput);
  child.stderr!.on('data', onOutput);
  // A test that fails before it could stop it leaves nothing behind either.
  const killAtExit = () => void child.kill('SIGKILL');
  process.once('exit', killAtExit);
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => {
      process.off('exit', killAtExit);
      resolve({ code, signal });
    });
  });
  return {
    pid: child.pid!,
    output: () => output,
    until(text) {
      return new Promise((resolve, reject) => {
        const look = () => {
          if (!output.includes(text)) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
        void exited.then(() => reject(new Error(`The process ended before it wrote "${text}":\n${output}`)));
      });
    },
    kill: (signal) => void child.kill(signal),
    exited,
  };
}

/** SIGTERM, and the way of last resort for a test that must go on. */
export async function stopProcess(running: RunningProcess): Promise<void> {
  running.kill('SIGTERM');
  const timer = setTimeout(() => running.kill('SIGKILL'), 15_000);
  await running.exited;
  clearTimeout(timer);
}
