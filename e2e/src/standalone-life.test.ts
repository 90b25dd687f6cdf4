import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import { findFreePort } from '@secondlife/platform/testing/test-redis';
import { createGraphClient } from './graph-client.js';
import { registerPerson, REGISTER } from './people.js';
import { startProcess } from './stack/process.js';
import { startStandaloneStack } from './stack/standalone-stack.js';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sle-life-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

/** Living processes that have the folder in their command line: the database's. */
const processesOf = (folder: string): string[] =>
  readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && Number(pid) !== process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
    } catch {
      return false;
    }
  });
/** Living processes that were started with the folder in their environment: the web app's too. */
const remainsOf = (folder: string): string[] =>
  readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(folder);
    } catch {
      return false;
    }
  });
/** npm ends at once; what it started takes its time to drain. */
async function untilGone(folder: string): Promise<void> {
  for (let tries = 0; remainsOf(folder).length > 0; tries += 1) {
    if (tries > 100) throw new Error(`Still there: ${remainsOf(folder).join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
const isOpen = (url: string): Promise<boolean> => fetch(`${url}/livez`).then(() => true, () => false);
const start = (env: Record<string, string>) => startProcess(['node', 'standalone/dist/main.js'], { DATA_DIR: dataDir, DEMO: 'false', ...env });

describe('npm start', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends with 0 on %s, and leaves no process and no open port', async (signal) => {
    const stack = await startStandaloneStack({ dataDir });
    expect(processesOf(dataDir)).not.toEqual([]);
    stack.process.kill(signal);
    expect(await stack.process.exited).toEqual({ code: 0, signal: null });
    expect(await isOpen(stack.url)).toBe(false);
    expect(remainsOf(dataDir)).toEqual([]);
  });

  it('leaves nothing behind when it is told to stop while it starts', async () => {
    const starting = start({ PORT: '0' });
    while (processesOf(dataDir).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    starting.kill('SIGTERM');
    expect(await starting.exited).toEqual({ code: 0, signal: null });
    expect(remainsOf(dataDir)).toEqual([]);
    await expect(readFile(join(dataDir, 'lock'))).rejects.toThrow('ENOENT');
  });

  it('passes a SIGTERM on when npm is told to end', async () => {
    const port = await findFreePort();
    const npm = startProcess(['npm', 'start'], { PORT: String(port), DATA_DIR: dataDir, DEMO: 'false', HOME: dataDir });
    await npm.until('is running');
    npm.kill('SIGTERM');
    await npm.exited;
    await untilGone(dataDir);
    expect(await isOpen(`http://127.0.0.1:${port}`)).toBe(false);
  });

  it('answers what is under way before it stops', async () => {
    const stack = await startStandaloneStack({ dataDir });
    const { graph } = await registerPerson(stack.url);
    const asked = Array.from({ length: 5 }, (_, index) =>
      createGraphClient({ url: stack.url }).ask(REGISTER, { input: { email: `late${index}@example.org`, password: 'long enough', handle: `late_${index}`, displayName: 'Late' } }),
    );
    // Long enough for five requests to come in, and far too short for five passwords to be hashed, two at a time.
    await new Promise((resolve) => setTimeout(resolve, 150));
    stack.process.kill('SIGTERM');
    for (const { data } of await Promise.all(asked)) expect(data.register.__typename).toBe('Session');
    await stack.process.exited;
    await graph.dispose();
  });

  it('works again after kill -9, with what was acknowledged', async () => {
    const first = await startStandaloneStack({ dataDir });
    const { id, handle } = await registerPerson(first.url);
    first.process.kill('SIGKILL');
    await first.process.exited;
    const second = await startStandaloneStack({ dataDir });
    expect(await createGraphClient({ url: second.url }).read('query ($id: ID!) { user(id: $id) { handle } }', { id })).toEqual({ handle });
    await second.dispose();
    // The first one's web app has seen for itself that nobody is there any more.
    await untilGone(dataDir);
  }, 40_000);

  it('says which port is taken, and starts nothing', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const refused = start({ PORT: String(port) });
    expect((await refused.exited).code).toBe(1);
    expect(refused.output()).toContain(`Port ${port} on 127.0.0.1 is taken`);
    expect(processesOf(dataDir)).toEqual([]);
    await new Promise((resolve) => server.close(resolve));
  });

  it('says that one runs already in the same folder', async () => {
    const stack = await startStandaloneStack({ dataDir });
    const second = start({ PORT: '0' });
    expect((await second.exited).code).toBe(1);
    expect(second.output()).toContain(`already runs in ${dataDir}`);
    expect(await isOpen(stack.url)).toBe(true);
    await stack.dispose();
  });

  it('names every bad variable at once, and prints no value', async () => {
    const refused = start({ PORT: 'four thousand', REDIS_URL: 'hunter2' });
    expect((await refused.exited).code).toBe(1);
    expect(refused.output()).toMatch(/PORT: .*\n.*REDIS_URL: /);
    expect(refused.output()).not.toContain('hunter2');
  });

  it('makes its secrets once and keeps them for itself', async () => {
    const stack = await startStandaloneStack({ dataDir });
    await stack.dispose();
    const before = await readFile(join(dataDir, 'secrets.json'), 'utf8');
    const again = await startStandaloneStack({ dataDir });
    await again.dispose();
    expect(await readFile(join(dataDir, 'secrets.json'), 'utf8')).toBe(before);
  }, 40_000);
});

describe('npm run keys:rotate', () => {
  it('has new tokens signed by a new key while the platform runs, and rejects no token', async () => {
    const stack = await startStandaloneStack({ dataDir });
    const before = await registerPerson(stack.url);
    const rotation = startProcess(['node', 'standalone/dist/rotate-keys.js'], { DATA_DIR: dataDir });
    expect((await rotation.exited).code).toBe(0);
    const kid = /key (\S+)\./.exec(rotation.output())![1]!;
    const { keys } = (await (await fetch(`${stack.url}/.well-known/jwks.json`)).json()) as { keys: { kid: string }[] };
    expect(keys.map((key) => key.kid)).toContain(kid);
    const after = await registerPerson(stack.url);
    for (const { graph, id } of [before, after]) expect(await graph.read('{ me { id } }')).toEqual({ id });
    await stack.dispose();
  }, 30_000);
});
