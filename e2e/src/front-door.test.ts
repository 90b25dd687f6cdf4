import { readdirSync, readFileSync } from 'node:fs';
import { eventually } from './people.js';
import { startDistributedStack } from './stack/distributed-stack.js';
import type { Stack } from './stack/stack.js';
import { startStandaloneStack } from './stack/standalone-stack.js';

/** A way of running the platform, and the end of its web app, as by a fault. */
interface Way {
  stack: Stack;
  killWebApp(): void;
}

async function standalone(): Promise<Way> {
  const stack = await startStandaloneStack();
  return { stack, killWebApp: () => process.kill(findChild(stack.process.pid, 'web/server.mjs'), 'SIGKILL') };
}

async function distributed(): Promise<Way> {
  const stack = await startDistributedStack();
  return { stack, killWebApp: () => stack.processes.get('web')!.kill('SIGKILL') };
}

/** The process that `parent` started with `file`. */
function findChild(parent: number, file: string): number {
  const children = readdirSync(`/proc/${parent}/task`).flatMap((task) => readFileSync(`/proc/${parent}/task/${task}/children`, 'utf8').trim().split(' '));
  return Number(children.find((pid) => pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(file)));
}

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe.each([
  ['standalone', standalone],
  ['distributed', distributed],
])('the one front door, %s', (_name, start) => {
  let way: Way;
  beforeAll(async () => {
    way = await start();
  }, 60_000);
  afterAll(() => way.stack.dispose(), 30_000);

  const open = (path: string, headers: Record<string, string> = {}) => fetch(`${way.stack.url}${path}`, { redirect: 'manual', headers: { ...BROWSER, ...headers } });

  it('serves the web app’s pages, in both languages, with a policy that lets no foreign script run', async () => {
    for (const locale of ['fr', 'en']) {
      const response = await open(`/${locale}`);
      const html = await response.text();
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(html).toContain(`<html lang="${locale}"`);
      const policy = Object.fromEntries(response.headers.get('content-security-policy')!.split('; ').map((part) => [part.split(' ')[0], part])) as Record<string, string>;
      expect(policy['script-src']).toMatch(/'nonce-[\w+/=]{24,}'/);
      expect(policy['script-src']).not.toContain('unsafe');
      expect(policy['frame-ancestors']).toBe("frame-ancestors 'none'");
      const nonce = /'nonce-([^']+)'/.exec(policy['script-src']!)![1]!;
      for (const [script] of html.matchAll(/<script\b[^>]*>/g)) expect(script).toContain(`nonce="${nonce}"`);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      expect(response.headers.get('x-powered-by')).toBeNull();
    }
  });

  it('leads to the language that a browser asks for, and to French who asks for none of ours', async () => {
    const target = async (headers: Record<string, string>) => (await open('/', headers)).headers.get('location');
    expect(await target({ 'accept-language': 'en-GB,en;q=0.9,fr;q=0.5' })).toBe('/en');
    expect(await target({ 'accept-language': 'de' })).toBe('/fr');
    expect((await open('/items/1?from=feed', { 'accept-language': 'en' })).headers.get('location')).toBe('/en/items/1?from=feed');
  });

  it('hands files on packed, to be kept for good', async () => {
    const [path] = /\/_next\/static\/[^"]+\.js/.exec(await (await open('/fr')).text())!;
    const response = await open(path, { 'accept-encoding': 'gzip' });
    expect([response.status, response.headers.get('content-encoding')]).toEqual([200, 'gzip']);
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  it('answers an address that is nobody’s with a page', async () => {
    const response = await open('/fr/nowhere/at/all');
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(await response.text()).toContain('<html lang="fr"');
  });

  it('keeps the graph’s own addresses, and what lies below them', async () => {
    const answer = await fetch(`${way.stack.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' });
    expect(await answer.json()).toMatchObject({ data: { __typename: 'Query' }, extensions: { cost: { requestedQueryCost: 0 } } });
    expect(await (await open('/graphql')).text()).toContain('sandbox');
    expect(await (await open('/health')).json()).toMatchObject({ status: 'up' });
    expect(await (await open('/graphql/below')).json()).toEqual({ error: 'Not found' });
    expect((await open('/photos/none.webp')).headers.get('content-type')).not.toContain('html');
    expect((await fetch(`${way.stack.url}/fr`, { method: 'POST' })).status).toBe(404);
  });

  it('says so in the visitor’s language while the web app is down; the graph goes on', async () => {
    way.killWebApp();
    await eventually(() => open('/fr'), ({ status }) => status >= 500);
    const response = await open('/fr', { 'accept-language': 'en' });
    expect([502, 503]).toContain(response.status);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await response.text()).toContain('This page is not available right now.');
    expect(await (await open('/fr', { 'accept-language': 'fr' })).text()).toContain('Cette page n’est pas disponible pour le moment.');
    expect(await (await open('/fr', { accept: '*/*' })).json()).toEqual({ error: expect.any(String) });
    expect((await open('/health')).status).toBe(200);
  });
});

describe('npm start', () => {
  it('starts the web app again when it has ended', async () => {
    const { stack, killWebApp } = await standalone();
    killWebApp();
    await eventually(() => fetch(`${stack.url}/fr`), ({ status }) => status >= 500);
    await eventually(() => fetch(`${stack.url}/fr`), ({ status }) => status === 200);
    await stack.dispose();
  }, 30_000);
});
