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
