import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';

/** Thrown once, naming every variable that is missing or bad; values are never in it, as they may be secrets. */
export class EnvError extends Error {
  override name = 'EnvError';
  constructor(readonly problems: readonly string[]) {
    super(`The environment is not complete:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/**
 * Reads and checks the variables that `shape` names; the answer is frozen.
 * `NAME_FILE` gives any variable by a file (its content without the last line break) when `NAME` itself is not set.
 * An empty variable counts as not set. Throws `EnvError`.
 */
export function readEnv<Shape extends z.ZodRawShape>(
  shape: Shape,
  source: NodeJS.ProcessEnv = process.env,
): Readonly<z.infer<z.ZodObject<Shape>>> {
  const problems: string[] = [];
  const values: Record<string, string> = {};
  for (const name of Object.keys(shape)) {
    try {
      const value = readVariable(name, source);
      if (value !== undefined) values[name] = value;
    } catch {
      problems.push(`${name}_FILE: the file can't be read`);
    }
  }
  const parsed = z.object(shape).safeParse(values);
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0]);
    if (problems.some((problem) => problem.startsWith(`${name}_FILE:`))) continue;
    problems.push(`${name}: ${name in values ? issue.message : 'is missing'}`);
  }
  if (problems.length > 0 || !parsed.success) throw new EnvError(problems);
  return Object.freeze(parsed.data);
}

function readVariable(name: string, source: NodeJS.ProcessEnv): string | undefined {
  if (source[name]) return source[name];
  const file = source[`${name}_FILE`];
  return file ? readFileSync(file, 'utf8').replace(/\r?\n$/, '') || undefined : undefined;
}

/** A TCP port; 0 lets the system choose one. */
export const port = z.coerce.number('must be a port number').int('must be a port number').min(0).max(65535, 'must be a port number');

/** A key for HMAC or encryption: at least 32 characters. */
export const secret = z.string().min(32, 'must have at least 32 characters');

/** Comma-separated http(s) addresses, without a slash at the end. */
export const urlList = z
  .string()
  .transform((list) => list.split(',').map((url) => url.trim().replace(/\/$/, '')))
  .pipe(z.array(z.url({ protocol: /^https?$/, error: 'must be http(s) addresses, separated by commas' })).min(1));

/** `1`/`true`/`yes` or `0`/`false`/`no`. */
export const flag = z.stringbool('must be true or false');

/** Whose X-Forwarded-For is believed: `true`, `false`, or the addresses of proxies, as IP or CIDR, separated by commas. */
export const trustProxy = z.string().transform((value, context): boolean | string => {
  if (value === 'true' || value === 'false') return value === 'true';
  const areAddresses = value.split(',').every((address) => isIP(address.trim().split('/')[0]!));
  if (!areAddresses) context.addIssue({ code: 'custom', message: 'must be true, false, or addresses of proxies' });
  return value;
});

/** Origins such as `https://app.example`, separated by commas. */
export const originList = z.string().transform((list) => list.split(',').map((origin) => origin.trim()));

/** Severity from which on lines are logged. */
export const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);

/** What every service process reads: see conventions.md, "Environment", in the README. */
export const SERVICE_ENV = {
  PORT: port.default(0),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address'),
  ADMIN_DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address').optional(),
  REDIS_URL: z.string().regex(/^rediss?:\/\//, 'must be a redis:// address'),
  VIEWER_SECRET: secret,
  LOG_LEVEL: logLevel.default('info'),
} as const;
