import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readStartTime } from '@secondlife/platform/process-info';

const SECRET_NAMES = ['viewerSecret', 'passwordSecret', 'placeSecret', 'rolePassword'] as const;
const secretsShape = z.object({ viewerSecret: z.string(), passwordSecret: z.string(), placeSecret: z.string(), rolePassword: z.string(), demoPassword: z.string() });
/** Made once for each installation. */
export type Secrets = z.infer<typeof secretsShape>;

/** What `npm start` keeps between starts, and who uses it now. */
export interface DataFolder {
  path: string;
  postgresDir: string;
  photoDir: string;
  secrets: Secrets;
  /** Says to other processes where the database can be reached while we run. */
  announce(adminUrl: string): Promise<void>;
  /** Lets another process use the folder. */
  release(): Promise<void>;
}

/** Another process uses the folder. */
export class FolderInUseError extends Error {
  override name = 'FolderInUseError';
  constructor(
    path: string,
    readonly pid: number,
    /** Where its database can be reached; null while it is starting. */
    readonly adminUrl: string | null,
  ) {
    super(`SecondLife Exchange already runs in ${path} (process ${pid}). Stop it first, or set DATA_DIR to another folder.`);
  }
}

/** Takes the folder for this process, with secrets that are made once. Throws `FolderInUseError`. A killed process' hold counts no more. */
export async function openDataFolder(path: string): Promise<DataFolder> {
  await mkdir(path, { recursive: true });
  // PostgreSQL may run as another user, who must be let through to its own folder.
  await chmod(path, 0o711);
  const lockFile = join(path, 'lock');
  await takeLock(path, lockFile);
  const photoDir = join(path, 'photos');
  await mkdir(photoDir, { recursive: true });
  return {
    path,
    postgresDir: join(path, 'postgres'),
    photoDir,
    secrets: await readSecrets(path),
    announce: (adminUrl) => writeLock(lockFile, adminUrl),
    release: () => rm(lockFile, { force: true }),
  };
}

const lockShape = z.object({ pid: z.number(), startedAt: z.string(), adminUrl: z.string().nullable() });

async function takeLock(path: string, lockFile: string): Promise<void> {
  const text = await readFile(lockFile, 'utf8').catch(() => null);
  const holder = text ? lockShape.safeParse(parseJson(text)).data : undefined;
  if (holder && holder.startedAt !== '' && (await readStartTime(holder.pid)) === holder.startedAt) throw new FolderInUseError(path, holder.pid, holder.adminUrl);
  await rm(lockFile, { force: true });
  await writeLock(lockFile, null, 'wx');
}

async function writeLock(lockFile: string, adminUrl: string | null, flag = 'w'): Promise<void> {
  const { pid } = process;
  await writeFile(lockFile, JSON.stringify({ pid, startedAt: await readStartTime(pid), adminUrl }), { mode: 0o600, flag });
}

/** The folder's secrets; what is missing of them is made and kept. */
export async function readSecrets(path: string): Promise<Secrets> {
  const file = join(path, 'secrets.json');
  const known: unknown = parseJson(await readFile(file, 'utf8').catch(() => '{}'));
  const made = {
    ...Object.fromEntries(SECRET_NAMES.map((name) => [name, randomBytes(32).toString('base64url')])),
    demoPassword: `echange-${randomBytes(3).toString('hex')}`,
    ...(known as object),
  };
  const secrets = secretsShape.parse(made);
  await writeFile(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
