import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const url = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' });

const shape = z.strictObject({
  host: z.string().default('127.0.0.1'),
  introspection: z.boolean().default(true),
  allowedOrigins: z.array(url).optional(),
  /** A manifest of the operations that may run; a relative path is one from where the command runs. */
  trustedDocuments: z.strictObject({ file: z.string() }).optional(),
  /** The level of the line that each operation writes; `false`: none. */
  operationLog: z.union([z.enum(['info', 'debug']), z.literal(false)]).default('info'),
  /** In place of the addresses that the supergraph names; those of one subgraph have the same path. */
  subgraphs: z.record(z.string(), z.strictObject({ urls: z.array(url).min(1) })).default({}),
});

/** What a configuration file says, with what holds where it says nothing. */
export type GatewayConfig = z.infer<typeof shape>;

/** Says what is wrong with what the command was given; whoever runs it reads the message alone. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Reads a YAML file; undefined: no file. Throws UsageError, naming every setting that is unknown or bad. */
export async function readConfig(file: string | undefined): Promise<GatewayConfig> {
  const parsed = shape.safeParse((file === undefined ? null : await readYaml(file)) ?? {});
  if (parsed.success) return parsed.data;
  throw new UsageError(`${file}:\n${parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || 'the file'}: ${message}`).join('\n')}`);
}

async function readYaml(file: string): Promise<unknown> {
  try {
    return parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}
