import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { parse } from 'yaml';
import { z } from 'zod';
import { toConnectionSettings } from '@secondlife/platform/database/connection-url';
import { findFreePort, startTestRedis } from '@secondlife/platform/testing/test-redis';
import { ROOT, startProcess, stopProcess, type RunningProcess } from './process.js';
import type { Stack } from './stack.js';

const composeShape = z.object({
  services: z.record(z.string(), z.object({ command: z.array(z.string()).optional(), environment: z.record(z.string(), z.string()).optional(), build: z.string().optional() })),
});

export interface DistributedStack extends Stack {
  processes: ReadonlyMap<string, RunningProcess>;
}

/**
 * The services of docker-compose.yml, each a process, with the very command and variables that stand there. Only
 * places are put in: host names and ports by free ones of this machine, PostgreSQL and Redis by the test's own.
 */
export async function startDistributedStack(): Promise<DistributedStack> {
  const text = await readFile(join(ROOT, 'docker-compose.yml'), 'utf8');
  const rootUrl = process.env['TEST_POSTGRES_URL']!;
  const database = `distributed_${randomBytes(4).toString('hex')}`;
  await runAsRoot(rootUrl, `CREATE DATABASE ${database}`);
  const redis = await startTestRedis();
  const photoDir = await mkdtemp(join(tmpdir(), 'sle-photos-'));
  const gatewayPort = await findFreePort();
  const secret = () => randomBytes(24).toString('hex');
  const settings = {
    POSTGRES_PASSWORD: 'unused',
    // The test's cluster keeps roles for all its databases.
    ROLE_PASSWORD: 'a%20password%20for%20tests%20alone',
    VIEWER_SECRET: secret(),
    PASSWORD_SECRET: secret(),
    PLACE_SECRET: secret(),
    PUBLIC_URL: `http://127.0.0.1:${gatewayPort}`,
    LOG_LEVEL: 'warn',
    // The tests stand where the reverse proxy would, with clients of many addresses behind them.
    TRUST_PROXY: 'true',
  };
  const { services } = composeShape.parse(parse(text, { merge: true }));
  const ours = Object.entries(services).filter(([, { build }]) => build);

  const ports = new Map<string, string>();
  for (const [name, { environment }] of ours) ports.set(`${name}:${environment!['PORT']!}`, String(name === 'gateway' ? gatewayPort : await findFreePort()));
  const place = (value: string): string => {
    if (value.startsWith('postgres://')) return toTestUrl(value, rootUrl, database);
    if (value.startsWith('redis://')) return redis.url;
    return value.replace(/^http:\/\/([a-z]+:\d+)/, (whole, address: string) => (ports.has(address) ? `http://127.0.0.1:${ports.get(address)}` : whole));
  };

  const processes = new Map<string, RunningProcess>();
  for (const [name, { command, environment }] of ours.toSorted(([a], [b]) => Number(a === 'gateway') - Number(b === 'gateway'))) {
    const env = Object.fromEntries(Object.entries(environment!).map(([key, value]) => [key, place(interpolate(value, settings))]));
    processes.set(name, startProcess(command!, { ...env, HOST: '127.0.0.1', PORT: ports.get(`${name}:${environment!['PORT']!}`)!, ...(env['PHOTO_DIR'] && { PHOTO_DIR: photoDir }) }));
  }
  const url = `http://127.0.0.1:${gatewayPort}`;
  const output = () => [...processes].map(([name, running]) => `── ${name}\n${running.output()}`).join('\n');
  const dispose = async () => {
    await Promise.all([...processes.values()].map(stopProcess));
    await redis.dispose();
    await rm(photoDir, { recursive: true, force: true });
    await runAsRoot(rootUrl, `DROP DATABASE ${database} WITH (FORCE)`);
  };
  try {
    await untilUp(`${url}/health`, output);
    await untilUp(`${place(services['gateway']!.environment!['WEB_URL']!)}/livez`, output);
  } catch (error) {
    await dispose();
    throw error;
  }
  return { url, processes, output, dispose };
}

/** `${NAME:?message}` and `${NAME:-default}`, as compose reads them. */
function interpolate(text: string, settings: Record<string, string>): string {
  return text.replace(/\$\{(\w+):([?-])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
    const value = settings[name] ?? (kind === '-' ? rest : undefined);
    if (value === undefined) throw new Error(`docker-compose.yml needs ${name}: ${rest}`);
    return value;
  });
}

/** The same user, on the test's cluster; the superuser is the cluster's own. */
function toTestUrl(value: string, rootUrl: string, database: string): string {
  const asked = new URL(value);
  const url = new URL(rootUrl);
  url.pathname = `/${database}`;
  if (asked.username !== 'postgres') {
    url.username = asked.username;
    url.password = asked.password;
  }
  return url.href;
}

async function runAsRoot(rootUrl: string, sql: string): Promise<void> {
  const client = new pg.Client(toConnectionSettings(rootUrl));
  await client.connect();
  await client.query(sql);
  await client.end();
}

async function untilUp(url: string, output: () => string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const isUp = await fetch(url).then((response) => response.ok, () => false);
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not come up:\n${output().slice(-4_000)}`);
}
