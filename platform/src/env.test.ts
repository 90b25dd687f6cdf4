import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { EnvError, flag, port, readEnv, secret, trustProxy, urlList } from './env.js';

describe('readEnv', () => {
  it('gives typed, frozen values', () => {
    const env = readEnv({ PORT: port, ITEMS_URLS: urlList, DEMO: flag.default(true) }, { PORT: '4000', ITEMS_URLS: 'http://a:1/, http://b:2' });
    expect(env).toEqual({ PORT: 4000, ITEMS_URLS: ['http://a:1', 'http://b:2'], DEMO: true });
    expect(Object.isFrozen(env)).toBe(true);
  });

  it('names every missing and bad variable in one error, and prints no value', () => {
    const read = () => readEnv({ PORT: port, VIEWER_SECRET: secret, REDIS_URL: z.string() }, { PORT: 'abc', VIEWER_SECRET: 'hunter2' });
    expect(read).toThrow(EnvError);
    try {
      read();
    } catch (error) {
      const { problems, message } = error as EnvError;
      expect(problems).toEqual(['PORT: must be a port number', 'VIEWER_SECRET: must have at least 32 characters', 'REDIS_URL: is missing']);
      expect(message).not.toContain('hunter2');
    }
  });

  it.each([
    ['true', true],
    ['false', false],
    ['10.0.0.1, 192.168.0.0/16', '10.0.0.1, 192.168.0.0/16'],
  ])('takes TRUST_PROXY=%s', (value, expected) => {
    expect(readEnv({ TRUST_PROXY: trustProxy }, { TRUST_PROXY: value }).TRUST_PROXY).toBe(expected);
  });

  it('refuses a TRUST_PROXY that is no address', () => {
    expect(() => readEnv({ TRUST_PROXY: trustProxy }, { TRUST_PROXY: 'nginx' })).toThrow('TRUST_PROXY: must be true, false, or addresses of proxies');
  });

  it('reads a variable from the file that NAME_FILE names', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'env-')), 'secret');
    writeFileSync(file, `${'s'.repeat(40)}\n`);
    expect(readEnv({ VIEWER_SECRET: secret }, { VIEWER_SECRET_FILE: file }).VIEWER_SECRET).toBe('s'.repeat(40));
  });

  it('says when that file is not there', () => {
    expect(() => readEnv({ VIEWER_SECRET: secret }, { VIEWER_SECRET_FILE: '/nowhere' })).toThrow("VIEWER_SECRET_FILE: the file can't be read");
  });
});
