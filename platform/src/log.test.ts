import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createLogger, currentRequestId, withLogContext } from './log.js';

/** A logger with what it has written, read back. */
function capture() {
  const lines: Record<string, unknown>[] = [];
  const log = createLogger({ name: 'items', destination: { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) } });
  return { log, lines };
}

describe('a log line', () => {
  it('is JSON with the service’s name, and the request’s and viewer’s id however deep and late it is written', async () => {
    const { log, lines } = capture();
    await withLogContext({ requestId: 'r1', viewerId: 'u1' }, async () => {
      await Promise.resolve();
      setImmediate(() => log.info('late'));
      expect(currentRequestId()).toBe('r1');
    });
    await new Promise((resolve) => setImmediate(resolve));
    log.info('outside');
    expect(lines).toMatchObject([
      { level: 'info', name: 'items', requestId: 'r1', viewerId: 'u1', msg: 'late', time: expect.stringMatching(/^\d{4}-.*Z$/) },
      { msg: 'outside' },
    ]);
    expect(lines[1]).not.toHaveProperty('requestId');
  });

  it('never shows a secret', () => {
    const { log, lines } = capture();
    log.info({ password: 'hunter2', headers: { authorization: 'Bearer hunter2', cookie: 'sle_refresh=hunter2' }, input: { refreshToken: 'hunter2' } }, 'in');
    expect(JSON.stringify(lines)).not.toContain('hunter2');
  });
});

describe('lines that are gathered', () => {
  /** What a process writes that runs `script`, until it ends or `isEnough`; then it is ended. */
  async function run(script: string, isEnough: (output: string) => boolean = () => false): Promise<{ output: string; chunks: number }> {
    const log = JSON.stringify(new URL('../dist/log.js', import.meta.url).href);
    const child = spawn(process.execPath, ['--input-type=module', '--eval', `import { createGatheredOutput, createLogger } from ${log};\nconst output = createGatheredOutput();\n${script}`], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = once(child, 'close');
    let output = '';
    let chunks = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      chunks += 1;
      if (isEnough(output)) child.kill('SIGKILL');
    });
    await ended;
    return { output, chunks };
  }
  const STAYS = 'setInterval(() => undefined, 60_000);';

  it('go out together, soon', async () => {
    expect(await run(`${STAYS} for (const line of ['one', 'two', 'three']) output.write(line + ' ');`, (output) => output.endsWith('three '))).toEqual({ output: 'one two three ', chunks: 1 });
  });

  it('go out too where others are being written as they are due', async () => {
    const { output } = await run(`
      ${STAYS}
      output.write('first');
      const busyUntilMs = Date.now() + 60;
      while (Date.now() < busyUntilMs);
      output.write('x'.repeat(9_000));
      output.write('last');
    `, (written) => written.endsWith('last'));
    expect(output).toBe(`first${'x'.repeat(9_000)}last`);
  });

  it.each([
    ['exits', "output.write('last words'); process.exit();"],
    ['has nothing more to do', "output.write('last words');"],
    ['is aborted after what is fatal', "createLogger({ name: 'items', destination: output }).fatal('last words'); process.abort();"],
  ])('are all there when the process %s', async (_, script) => {
    expect((await run(script)).output).toContain('last words');
  });
});
