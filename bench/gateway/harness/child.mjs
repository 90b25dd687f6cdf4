import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PRELOAD = fileURLToPath(new URL('preload.mjs', import.meta.url));

const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

/**
 * Runs a file on this Node with the probe in it. Ends with this process. A measured child has a clean environment: what a
 * reader's shell sets must not change a figure.
 */
export function startChild(file, args = [], { nodeArgs = [], env = {}, cwd } = {}) {
  const child = spawn(process.execPath, ['--expose-gc', '--import', PRELOAD, ...nodeArgs, file, ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', BENCH_PARENT: String(process.pid), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output = (output + chunk).slice(-20_000)));
  const answers = new Map();
  let count = 0;
  let say;
  const said = new Promise((resolve) => (say = resolve));
  child.on('message', (message) => {
    if (message.ready) say(message.ready);
    answers.get(message.id)?.(message.result);
    answers.delete(message.id);
  });
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => (running.delete(child), resolve(code ?? signal))));
  const over = ended.then((code) => {
    throw new Error(`${file} ended with ${code}:\n${output}`);
  });
  const ready = Promise.race([said, over]);
  for (const awaited of [over, ready]) awaited.catch(() => undefined);
  const ask = (message) => {
    const id = (count += 1);
    const answer = new Promise((resolve) => answers.set(id, resolve));
    child.send({ id, ...message });
    return Promise.race([answer, over]);
  };
  return {
    pid: child.pid,
    /** What it sends as `{ ready }`; rejects if it ends before. */
    ready,
    over,
    output: () => output,
    /** Asks the process' own code. */
    ask: (command, argument) => ask({ command, argument }),
    /** Asks the probe: see preload.mjs. */
    probe: (benchCommand) => ask({ benchCommand }),
    async stop() {
      child.kill('SIGTERM');
      const fuse = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(fuse);
    },
  };
}
